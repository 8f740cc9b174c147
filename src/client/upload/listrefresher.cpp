#include "client/upload/listrefresher.h"

#include "contract/publicstrings.h"
#include "contract/request.h"

namespace Telemetry {

namespace {

std::optional<QByteArray> listFrom(const TransportReply &reply, const QByteArray &known)
{
    constexpr int ok = 200;
    constexpr int notModified = 304;
    if (reply.failure != TransportReply::Failure::None)
        return std::nullopt;
    if (reply.status == notModified)
        return known;
    // A page of somebody else's, such as a sign-in to the network, must not pass for a list.
    if (reply.status != ok || !PublicStrings::load(reply.body).ok())
        return std::nullopt;
    return reply.body;
}

} // namespace

ListRefresher::ListRefresher(const Grant &grant, const Endpoints &endpoints,
                             std::unique_ptr<AbstractTransport> transport)
    : m_grant(grant)
    , m_endpoints(endpoints)
    , m_transport(std::move(transport))
{
}

void ListRefresher::refresh(const QByteArray &known, std::function<void(const std::optional<QByteArray> &)> finished)
{
    if (m_grant.level() < Level::Middle)
        return;
    m_transport->send(publicListRequest(m_endpoints, known), [known, finished](const TransportReply &reply) {
        finished(listFrom(reply, known)); // who is called may destroy this object: so nothing comes after it
    });
}

} // namespace Telemetry
