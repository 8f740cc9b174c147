#pragma once

#include "client/upload/network/proxychoice.h"

#include <QNetworkReply>

namespace Telemetry {

/// Why a request failed, for people: `said` is Qt's own text, which is kept where it says something. Pure.
[[nodiscard]] QString networkFailureText(QNetworkReply::NetworkError error, const QString &said,
                                         const ProxyChoice &choice);

} // namespace Telemetry
