// The only translation unit that includes Boost, also by httpmessage.h and bodyturns.h: it takes by far the longest to
// compile.
#include "host/collector/network/httpserver.h"

#include "host/collector/headerrules.h"
#include "host/collector/network/bodyturns.h"
#include "host/collector/network/httpmessage.h"

#include <QLoggingCategory>
#include <QScopeGuard>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <thread>

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::awaitable;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(collectorNetwork, "telemetry.collector", QtInfoMsg)

namespace Telemetry {

namespace {

constexpr std::size_t readBytes = 2048; // a small request at once

asio::redirect_error_t<asio::use_awaitable_t<>> into(error_code &error)
{
    return asio::redirect_error(asio::use_awaitable, error);
}

struct Session
{
    explicit Session(tcp::socket socket)
        : stream(std::move(socket))
        , buffer(static_cast<std::size_t>(Limits::requestHeaderBytes) + readBytes) // the body is in its message
    {
    }
    beast::tcp_stream stream;
    beast::flat_buffer buffer;
    bool answering = false; ///< a whole request was read and its answer not written yet
};

/// Where the handler's answer arrives. Touched on the server's thread only.
struct Pending
{
    explicit Pending(asio::io_context &io)
        : arrived(io)
    {
    }
    asio::steady_timer arrived;
    std::optional<HttpResponse> response;
};

} // namespace

/// Coroutine frames live inside the io_context and refer to the core, which owns it; responders that outlive them
/// hold the core by shared pointer.
class HttpServer::Core : public std::enable_shared_from_this<HttpServer::Core>
{
public:
    Core(HttpHandler handler, HttpServerOptions options)
        : m_handler(std::move(handler))
        , m_options(std::move(options))
    {
    }

    Result<quint16> listen(const QString &address, quint16 port);
    void stop();
    void post(std::function<void()> work) { asio::post(m_io, std::move(work)); }

private:
    void run();
    void beginStop();
    void finishIfDrained();
    awaitable<void> acceptAll();
    awaitable<void> serve(tcp::socket socket);
    awaitable<bool> exchange(Session &session);
    awaitable<void> readHeader(Session &session, Parser &parser, QByteArray &bytes, error_code &error);
    awaitable<HttpResponse> ask(HttpRequest request);
    awaitable<bool> write(Session &session, Message message);
    awaitable<void> refuse(Session &session, HttpResponse response);
    awaitable<void> close(Session &session);

    HttpHandler m_handler;
    HttpServerOptions m_options;
    asio::io_context m_io{1};
    tcp::acceptor m_acceptor{m_io};
    asio::steady_timer m_drain{m_io};
    std::set<Session *> m_sessions;
    BodyTurns m_turns{m_io, m_options.bodiesInHand};
    bool m_stopping = false;
    std::thread m_thread;
};

Result<quint16> HttpServer::Core::listen(const QString &address, quint16 port)
{
    error_code error;
    const auto ip = asio::ip::make_address(address.toStdString(), error);
    if (error)
        return Error{Error::Code::Invalid, u"\"%1\" is not a numeric address"_s.arg(address)};
    const tcp::endpoint endpoint(ip, port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    const quint16 actual = error ? quint16(0) : m_acceptor.local_endpoint(error).port();
    if (error)
        return Error{Error::Code::Io, u"cannot listen on %1, port %2: %3"_s.arg(
                                          address, QString::number(port), QString::fromStdString(error.message()))};
    asio::co_spawn(m_io, acceptAll(), asio::detached);
    m_thread = std::thread([this] { run(); });
    return actual;
}

void HttpServer::Core::run()
{
    // Nothing is meant to throw; what does (memory) ends its own connection, not the server.
    for (;;) {
        try {
            m_io.run();
            return;
        } catch (const std::exception &exception) {
            qCWarning(collectorNetwork, "a connection failed: %s", exception.what());
        }
    }
}

void HttpServer::Core::stop()
{
    if (!m_thread.joinable())
        return;
    asio::post(m_io, [this] { beginStop(); });
    m_thread.join();
}

void HttpServer::Core::beginStop()
{
    m_stopping = true;
    error_code ignored;
    m_acceptor.close(ignored);
    for (Session *session : m_sessions) {
        if (!session->answering)
            session->stream.close();
    }
    m_drain.expires_after(m_options.drain);
    m_drain.async_wait([this](const error_code &) { m_io.stop(); });
    finishIfDrained();
}

void HttpServer::Core::finishIfDrained()
{
    if (m_stopping && m_sessions.empty())
        m_drain.cancel();
}

awaitable<void> HttpServer::Core::acceptAll()
{
    asio::steady_timer pause(m_io);
    while (!m_stopping) {
        error_code error;
        tcp::socket socket = co_await m_acceptor.async_accept(into(error));
        if (error == asio::error::operation_aborted)
            break;
        if (error) { // out of descriptors: go on when some are back
            pause.expires_after(100ms);
            co_await pause.async_wait(into(error));
            continue;
        }
        if (m_sessions.size() < static_cast<std::size_t>(m_options.connections) && !m_stopping)
            asio::co_spawn(m_io, serve(std::move(socket)), asio::detached);
        // else the socket closes here: a proxy then tries again or answers for us
    }
}

awaitable<void> HttpServer::Core::serve(tcp::socket socket)
{
    error_code error;
    socket.set_option(tcp::no_delay(true), error);
    Session session(std::move(socket));
    const auto registered = m_sessions.insert(&session).first;
    try {
        bool goOn = true;
        while (goOn && !m_stopping)
            goOn = co_await exchange(session);
    } catch (const std::exception &exception) {
        qCWarning(collectorNetwork, "a connection failed: %s", exception.what());
    }
    m_sessions.erase(registered);
    finishIfDrained();
}

/// One request and its answer. False when the connection is done with.
awaitable<bool> HttpServer::Core::exchange(Session &session)
{
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(Limits::requestHeaderBytes));
    parser.body_limit(static_cast<std::uint64_t>(Limits::requestBytes));
    // Set once: the whole message has to arrive in this time, however its bytes are dripped.
    session.stream.expires_after(m_options.requestDeadline);
    error_code error;
    QByteArray headerBytes;
    co_await readHeader(session, parser, headerBytes, error);
    if (!error) {
        if (const auto problem = refusalOfHeader(headerBytes)) {
            co_await refuse(session, errorResponse(400, *problem));
            co_return false;
        }
    }
    HttpRequest request = headOf(parser);
    if (!error && beast::iequals(parser.get()[http::field::expect], "100-continue")) {
        static constexpr char proceed[] = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(session.stream, asio::buffer(proceed, sizeof proceed - 1), into(error));
    }
    if (!error)
        co_await http::async_read(session.stream, session.buffer, parser, into(error));
    if (error) {
        if (const auto answer = answerTo(error))
            co_await refuse(session, *answer);
        co_return false;
    }
    session.answering = true;
    session.stream.expires_never();
    const std::size_t bytes = parser.get().body().size();
    const bool headOnly = parser.get().method() == http::verb::head;
    HttpResponse response;
    if (bytes > readBytes)
        session.buffer.shrink_to_fit();
    co_await m_turns.take(bytes);
    {
        const auto leave = qScopeGuard([this, bytes] {
            if (!m_io.stopped()) // else this is the end, and m_turns may be gone
                m_turns.leave(bytes);
        });
        request.body = bytesOf(parser.get().body());
        parser.get().body() = {}; // many wait at a time, and each body is held once
        response = co_await ask(std::move(request));
    }
    const bool open = co_await write(session, messageOf(response, parser.keep_alive() && !m_stopping, headOnly));
    session.answering = false;
    co_return open;
}

/// Does what Beast's async_read_header does, and keeps the bytes: the parsed fields no longer show how they came.
awaitable<void> HttpServer::Core::readHeader(Session &session, Parser &parser, QByteArray &bytes, error_code &error)
{
    for (;;) {
        if (session.buffer.size() > 0) {
            const auto data = session.buffer.cdata();
            const std::size_t used = parser.put(data, error);
            bytes.append(static_cast<const char *>(data.data()), static_cast<qsizetype>(used));
            session.buffer.consume(used);
            if (error != http::error::need_more)
                co_return; // the header is whole, or wrong
        }
        const std::size_t room = session.buffer.max_size() - session.buffer.size();
        const auto space = session.buffer.prepare(std::min(room, readBytes));
        session.buffer.commit(co_await session.stream.async_read_some(space, into(error)));
        if (error)
            co_return;
    }
}

awaitable<HttpResponse> HttpServer::Core::ask(HttpRequest request)
{
    const auto pending = std::make_shared<Pending>(m_io);
    pending->arrived.expires_after(m_options.answerDeadline);
    m_handler(request, [core = shared_from_this(), pending](HttpResponse response) {
        asio::post(core->m_io, [pending, response = std::move(response)]() mutable {
            if (pending->response)
                return;
            pending->response = std::move(response);
            pending->arrived.cancel();
        });
    });
    request = {}; // the handler has taken what it needs
    error_code ignored;
    co_await pending->arrived.async_wait(into(ignored));
    if (!pending->response) {
        pending->response = errorResponse(503, u"busy, try again later"_s);
        pending->response->headers.append({"Retry-After"_ba, QByteArray::number(Limits::retryAfterSeconds)});
    }
    co_return *pending->response;
}

awaitable<bool> HttpServer::Core::write(Session &session, Message message)
{
    session.stream.expires_after(m_options.requestDeadline);
    error_code error;
    co_await http::async_write(session.stream, message, into(error));
    if (error)
        co_return false;
    if (!message.keep_alive()) {
        co_await close(session);
        co_return false;
    }
    co_return true;
}

awaitable<void> HttpServer::Core::refuse(Session &session, HttpResponse response)
{
    if (m_options.refused)
        m_options.refused(response.status);
    co_await write(session, messageOf(response, false, false));
}

/// Ends our half and reads what the client still sends: closing at once would reset the connection, and the client
/// would lose the answer that it has not read yet.
awaitable<void> HttpServer::Core::close(Session &session)
{
    error_code error;
    session.stream.socket().shutdown(tcp::socket::shutdown_send, error);
    qsizetype left = 4 * Limits::requestBytes;
    while (!error && left > 0) {
        session.buffer.clear();
        const auto space = session.buffer.prepare(static_cast<std::size_t>(Limits::requestHeaderBytes));
        left -= static_cast<qsizetype>(co_await session.stream.async_read_some(space, into(error)));
    }
}

HttpServer::HttpServer(HttpHandler handler, HttpServerOptions options)
    : m_core(std::make_shared<Core>(std::move(handler), std::move(options)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

Result<quint16> HttpServer::listen(const QString &address, quint16 port)
{
    return m_core->listen(address, port);
}

void HttpServer::stop()
{
    m_core->stop();
}

void HttpServer::post(std::function<void()> work)
{
    m_core->post(std::move(work));
}

} // namespace Telemetry
