#pragma once

#include "consent/grant.h"
#include "contract/endpoints.h"
#include "upload/abstractlistrefresher.h"
#include "upload/abstracttransport.h"

#include <memory>

namespace Telemetry {

/// One request, at the level middle and above only. Worker thread.
class ListRefresher final : public AbstractListRefresher
{
public:
    /// The transport must let pass as much as Limits::publicPluginsBytes.
    ListRefresher(const Grant &grant, const Endpoints &endpoints, std::unique_ptr<AbstractTransport> transport);

    void refresh(const QByteArray &known, std::function<void(const std::optional<QByteArray> &)> finished) override;

private:
    Grant m_grant;
    Endpoints m_endpoints;
    std::unique_ptr<AbstractTransport> m_transport;
};

} // namespace Telemetry
