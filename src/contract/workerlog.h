#pragma once

#include <QtGlobal>

namespace Telemetry {

/// The level of the log categories of the worker thread: silent unless QT_LOGGING_RULES asks (`telemetry.*=true`).
/// napari handles Qt's messages in Python, so that a line written here would wait for the interpreter's lock, and at
/// the end of the process the interpreter waits for us. What a user should know goes to the GUI thread as a signal, and
/// is logged there.
inline constexpr QtMsgType quietInWorker = QtCriticalMsg;

} // namespace Telemetry
