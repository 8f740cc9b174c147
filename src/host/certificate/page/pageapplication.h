#pragma once

#include <QGuiApplication>

#include <memory>

namespace Telemetry {

/// What drawing text needs of a process that has no screen. Make it instead of a QCoreApplication, before anything is
/// drawn; `argc` must live as long. So that the same page has the same bytes it also sets the process's time zone to
/// UTC, and makes Qt's hashes the same in every run: nothing else of such a process may rely on their being random.
[[nodiscard]] std::unique_ptr<QGuiApplication> makePageApplication(int &argc, char **argv);

} // namespace Telemetry
