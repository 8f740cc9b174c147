#pragma once

#include "host/collector/logformat.h"

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// Where to listen.
struct ListenAddress
{
    QString host; ///< a numeric address; whether it is one is for the network to say
    quint16 port = 0;
};

/// What the command line of napari-telemetry-collector asks for.
struct CollectorOptions
{
    ListenAddress listen;
    std::optional<ListenAddress> operatorListen; ///< on this computer; nothing: no operator pages
    QString database;
    QString publicList;           ///< empty: the list that is built in
    std::optional<LogFormat> log; ///< nothing: the usual one
    std::optional<QDateTime> now; ///< nothing: the clock
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<CollectorOptions>> readCollectorOptions(const QStringList &arguments);

/// "http://127.0.0.1:8417" or "http://[::1]:8417".
[[nodiscard]] QString addressOf(const ListenAddress &address);

} // namespace Telemetry
