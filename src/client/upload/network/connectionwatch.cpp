#include "client/upload/network/connectionwatch.h"

#include <QNetworkInformation>

namespace Telemetry {

void ConnectionWatch::begin()
{
    using Feature = QNetworkInformation::Feature;
    if (!QNetworkInformation::loadBackendByFeatures(Feature::Metered | Feature::Reachability)
        && !QNetworkInformation::loadBackendByFeatures(Feature::Reachability))
        return;
    const QNetworkInformation *information = QNetworkInformation::instance();
    connect(information, &QNetworkInformation::isMeteredChanged, this, &ConnectionWatch::look);
    connect(information, &QNetworkInformation::reachabilityChanged, this, &ConnectionWatch::look);
    look();
}

void ConnectionWatch::look()
{
    const QNetworkInformation *information = QNetworkInformation::instance();
    const bool metered = information->supports(QNetworkInformation::Feature::Metered) && information->isMetered();
    const bool none = information->reachability() == QNetworkInformation::Reachability::Disconnected;
    m_mayUse = !metered && !none;
}

} // namespace Telemetry
