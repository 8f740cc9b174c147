#pragma once

#include <memory>

namespace Telemetry {

class UseRecorder;

/// The one recorder of the process: Python may still call while the plugin goes, or after. Any thread.
[[nodiscard]] const std::shared_ptr<UseRecorder> &usesOfProcess();

/// UseRecorder::use() of it, for callers of C: its result as a number, and never an exception. Any thread.
int useOfProcess(int number) noexcept;

} // namespace Telemetry
