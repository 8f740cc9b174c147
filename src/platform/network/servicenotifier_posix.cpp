#include "platform/network/servicenotifier.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>

namespace Telemetry {

bool ServiceNotifier::tell(const QByteArray &state) const
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_socket.isEmpty() || m_socket.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    std::copy(m_socket.begin(), m_socket.end(), address.sun_path);
    if (m_socket.startsWith('@'))
        address.sun_path[0] = '\0'; // an abstract name: of no file
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + static_cast<size_t>(m_socket.size()));
    const int sender = ::socket(AF_UNIX, SOCK_DGRAM, 0);
    if (sender < 0)
        return false;
    const ssize_t sent = ::sendto(sender, state.constData(), static_cast<size_t>(state.size()), 0,
                                  reinterpret_cast<const sockaddr *>(&address), length);
    ::close(sender);
    return sent == state.size();
}

} // namespace Telemetry
