#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <cstddef>
#include <deque>

namespace Telemetry {

/// What the handler makes of a body is several times as large. So only some bodies are with it at a time, and the
/// others wait here. Part of httpserver.cpp, and included by nothing else; on the server's thread.
class BodyTurns
{
public:
    /// `most`: bytes that are in hand at a time; one body is in any case.
    BodyTurns(boost::asio::io_context &io, std::size_t most)
        : m_io(io)
        , m_most(most)
    {
    }

    /// Returns when it is the turn of a body of so many bytes.
    boost::asio::awaitable<void> take(std::size_t bytes)
    {
        while (m_inHand > 0 && m_inHand + bytes > m_most) {
            boost::asio::steady_timer turn(m_io, boost::asio::steady_timer::time_point::max());
            m_waiting.push_back(&turn);
            boost::system::error_code ignored;
            co_await turn.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, ignored));
        }
        m_inHand += bytes;
        callNext(); // there may be room for two
    }
    void leave(std::size_t bytes)
    {
        m_inHand -= bytes;
        callNext();
    }

private:
    void callNext()
    {
        if (m_waiting.empty() || m_inHand >= m_most)
            return;
        m_waiting.front()->cancel();
        m_waiting.pop_front();
    }

    boost::asio::io_context &m_io;
    const std::size_t m_most;
    std::size_t m_inHand = 0;
    std::deque<boost::asio::steady_timer *> m_waiting;
};

} // namespace Telemetry
