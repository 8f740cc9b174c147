#pragma once

#include "client/consent/grant.h"
#include "client/upload/abstractlistrefresher.h"
#include "client/upload/abstracttransport.h"
#include "contract/endpoints.h"

#include <memory>

namespace Telemetry {

/// One request, at the level middle and above only. Worker thread.
class ListRefresher final : public AbstractListRefresher
{
public:
    /// The transport must let pass as much as Limits::publicListBytes.
    ListRefresher(const Grant &grant, const Endpoints &endpoints, std::unique_ptr<AbstractTransport> transport);

    void refresh(const QByteArray &known, std::function<void(const std::optional<QByteArray> &)> finished) override;

private:
    Grant m_grant;
    Endpoints m_endpoints;
    std::unique_ptr<AbstractTransport> m_transport;
};

} // namespace Telemetry
