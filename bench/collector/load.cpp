// bench_load PORT BODIES CONNECTIONS WARM SECONDS [--together]: posts to 127.0.0.1:PORT, for tools/bench collector.
// BODIES has one request a line, "LEVEL BODY", each reporter as 32 zeros: they are drawn anew for every request. Each
// connection waits for its answer before it sends again. After WARM seconds from the first 202 on it says "begin", and
// SECONDS later what it measured, as JSON. With --together no request ends before all others have arrived but for
// their last byte: then the server holds them all.
// One thread, epoll and prepared requests: it must never be what is waited for.
#include "requests.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::string_literals;
using namespace std::string_view_literals;

double secondsOf(Clock::duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

struct Connection
{
    int fd = -1;
    std::string out;
    std::size_t sent = 0;
    std::size_t events = 0;
    std::string in;
    Clock::time_point begun;
    bool waits = false; ///< for an answer, or to send
    bool held = false;  ///< its last byte waits for the others
};

/// What all connections saw; latencies only of what was answered while it was measured.
struct Seen
{
    std::uint64_t answers = 0, events = 0, acknowledged = 0, busy = 0;
    double longest = 0, first = 0;
    std::vector<float> latencies;
};

class Load
{
public:
    Load(std::uint16_t port, std::vector<Request> requests, std::size_t connections, bool together)
        : m_requests(std::move(requests))
        , m_connections(connections)
        , m_toHold(together ? connections : 0)
        , m_random(std::random_device()())
    {
        for (Connection &connection : m_connections)
            open(connection, port);
    }

    Seen run(double warm, double seconds)
    {
        const Clock::time_point started = Clock::now();
        Clock::time_point begin = Clock::time_point::max();
        Clock::time_point end = Clock::time_point::max();
        for (Connection &connection : m_connections)
            send(connection);
        for (;;) {
            epoll_event ready[64];
            const int count = epoll_wait(m_epoll, ready, 64, 100);
            const Clock::time_point now = Clock::now();
            if (m_seen.acknowledged > 0 && begin == Clock::time_point::max()) {
                m_seen.first = secondsOf(now - started);
                begin = now + std::chrono::milliseconds(static_cast<std::int64_t>(warm * 1000));
            }
            if (!m_measures && now >= begin && end == Clock::time_point::max()) {
                m_measures = true;
                end = now + std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
                std::puts("begin");
                std::fflush(stdout);
            }
            if (now >= end) // what is under way is waited for, so that what was acknowledged is known
                m_measures = false;
            m_goesOn = now < end;
            if (!m_goesOn && std::none_of(m_connections.begin(), m_connections.end(), [](auto &c) { return c.waits; }))
                return std::move(m_seen);
            for (int i = 0; i < count; ++i)
                serve(m_connections[ready[i].data.u64], ready[i].events);
        }
    }

private:
    void open(Connection &connection, std::uint16_t port)
    {
        connection.fd = socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(connection.fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            stop("can't connect");
        const int yes = 1;
        setsockopt(connection.fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        epoll_event wanted{};
        wanted.events = EPOLLIN;
        wanted.data.u64 = static_cast<std::uint64_t>(&connection - m_connections.data());
        epoll_ctl(m_epoll, EPOLL_CTL_ADD, connection.fd, &wanted);
    }

    void send(Connection &connection)
    {
        const Request &request = m_requests[m_random() % m_requests.size()];
        request.copyTo(connection.out, m_random);
        connection.sent = 0;
        connection.events = request.reporters.size();
        connection.begun = Clock::now();
        connection.waits = true;
        connection.held = m_toHold > 0;
        write(connection);
    }

    void write(Connection &connection)
    {
        const std::size_t whole = connection.out.size() - (connection.held ? 1 : 0);
        while (connection.sent < whole) {
            const ssize_t done = ::send(connection.fd, &connection.out[connection.sent], whole - connection.sent,
                                        MSG_DONTWAIT | MSG_NOSIGNAL);
            if (done < 0 && errno == EAGAIN)
                return want(connection, EPOLLIN | EPOLLOUT);
            if (done < 0)
                stop("a connection was closed while it sent: "s + std::strerror(errno));
            connection.sent += static_cast<std::size_t>(done);
        }
        want(connection, EPOLLIN);
        if (connection.held && --m_toHold == 0) {
            for (Connection &each : m_connections) {
                each.held = false;
                write(each);
            }
        }
    }

    void want(const Connection &connection, std::uint32_t events)
    {
        epoll_event wanted{};
        wanted.events = events;
        wanted.data.u64 = static_cast<std::uint64_t>(&connection - m_connections.data());
        epoll_ctl(m_epoll, EPOLL_CTL_MOD, connection.fd, &wanted);
    }

    void serve(Connection &connection, std::uint32_t events)
    {
        if (events & EPOLLOUT)
            write(connection);
        if (!(events & ~static_cast<std::uint32_t>(EPOLLOUT)))
            return;
        char piece[16 * 1024];
        const ssize_t size = recv(connection.fd, piece, sizeof piece, MSG_DONTWAIT);
        if (size <= 0)
            stop("a connection was closed");
        connection.in.append(piece, static_cast<std::size_t>(size));
        const std::size_t header = connection.in.find("\r\n\r\n");
        if (header == std::string::npos || connection.in.size() < header + 4 + lengthOfBody(connection.in, header))
            return;
        answered(connection);
        connection.in.clear();
        connection.waits = false;
        if (m_goesOn)
            send(connection);
    }

    static std::size_t lengthOfBody(std::string_view answer, std::size_t header)
    {
        for (const std::string_view name : {"\r\nContent-Length: "sv, "\r\ncontent-length: "sv}) {
            const std::size_t at = answer.find(name);
            if (at < header)
                return std::strtoul(answer.data() + at + name.size(), nullptr, 10);
        }
        stop("an answer without a length");
    }

    /// Every event is valid: a refusal is a fault of the bench or of the server, and ends it.
    void answered(const Connection &connection)
    {
        const double took = secondsOf(Clock::now() - connection.begun);
        m_seen.longest = std::max(m_seen.longest, took);
        if (connection.in.starts_with("HTTP/1.1 503")) {
            ++m_seen.busy;
            return;
        }
        if (!connection.in.starts_with("HTTP/1.1 202") || connection.in.find(R"("refused":[])") == std::string::npos)
            stop("not all was taken: "s + connection.in.substr(0, 1000));
        m_seen.acknowledged += connection.events;
        if (!m_measures)
            return;
        ++m_seen.answers;
        m_seen.events += connection.events;
        m_seen.latencies.push_back(static_cast<float>(took));
    }

    std::vector<Request> m_requests;
    std::vector<Connection> m_connections;
    std::size_t m_toHold; ///< how many have not sent all but their last byte
    std::mt19937_64 m_random;
    int m_epoll = epoll_create1(0);
    bool m_measures = false;
    bool m_goesOn = true;
    Seen m_seen;
};

double percentile(std::vector<float> &latencies, double part)
{
    if (latencies.empty())
        return 0;
    const auto at = latencies.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(latencies.size() - 1) * part);
    std::nth_element(latencies.begin(), at, latencies.end());
    return static_cast<double>(*at) * 1000;
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 6)
        stop("see the first lines of load.cpp");
    const double seconds = std::atof(argv[5]);
    Load load(static_cast<std::uint16_t>(std::atoi(argv[1])), readRequests(argv[2]), std::strtoul(argv[3], nullptr, 10),
              argc > 6 && argv[6] == "--together"sv);
    Seen seen = load.run(std::atof(argv[4]), seconds);
    std::printf("{\"events_a_second\": %.1f, \"events\": %llu, \"p50\": %.3f, \"p99\": %.3f, \"longest\": %.1f, "
                "\"first\": %.3f, \"acknowledged\": %llu, \"busy\": %llu}\n",
                static_cast<double>(seen.events) / seconds, static_cast<unsigned long long>(seen.events),
                percentile(seen.latencies, 0.5), percentile(seen.latencies, 0.99), seen.longest * 1000, seen.first,
                static_cast<unsigned long long>(seen.acknowledged), static_cast<unsigned long long>(seen.busy));
    return 0;
}
