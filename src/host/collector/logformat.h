#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace Telemetry {

/// How the lines of the log look, on stderr. None has a time: whoever keeps them adds it.
enum class LogFormat {
    Plain,   ///< "telemetry.collector: it happened"
    Journal, ///< the same behind the priority, "<3>", as systemd's journal takes it
    Json,    ///< an object with "level", "category" and "message"
};

/// "plain", "journal" or "json"; nothing for another name.
[[nodiscard]] std::optional<LogFormat> logFormatFrom(const QString &name);

/// When nobody chose: Journal in a service whose output goes there (JOURNAL_STREAM), else Plain.
[[nodiscard]] LogFormat usualLogFormat(const QProcessEnvironment &environment);

/// One line with its end, whatever the message has in it.
[[nodiscard]] QByteArray logLine(LogFormat format, QtMsgType type, const QString &category, const QString &message);

/// From now on everything that is logged in this process. Before any other thread.
void logAs(LogFormat format);

} // namespace Telemetry
