#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Telemetry {

/// What the telemetry plugin is at, for the indicator and the settings pane. It crosses from one plugin to the other as
/// JSON, because each has its own copy of our classes.
struct Activity
{
    /// How erasing goes, which the user asked for.
    enum class Erase { Idle, Running, Done, Failed };

    int pending = 0;          ///< events that were not sent yet
    int sent = 0;             ///< receipts
    bool unreachable = false; ///< the server could not be reached for some days
    QString problem;          ///< translated; what the user should know, such as a full disk; may be empty
    Erase erase = Erase::Idle;
    QString eraseDetail;    ///< translated; what was erased, or why it failed
    bool onNetwork = false; ///< the events lie on a network file system, where keeping them takes longer
    int waiting = 0;        ///< those of `pending` that may leave now: neither growing nor held
    QDateTime nextTry = {}; ///< UTC, whole seconds; when what failed is sent again; invalid: nothing has failed

    friend bool operator==(const Activity &, const Activity &) = default;
};

[[nodiscard]] QByteArray activityToJson(const Activity &activity);
/// Errors: Invalid, TooLarge.
[[nodiscard]] Result<Activity> activityFromJson(const QByteArray &json);

} // namespace Telemetry
