#pragma once

#include "host/collector/http.h"

#include <boost/beast/http.hpp>

#include <optional>

/// Between Beast's messages and ours. Part of httpserver.cpp, and included by nothing else.
namespace Telemetry {

namespace http = boost::beast::http;

using Parser = http::request_parser<http::string_body>;
using Message = http::response<http::string_body>;

inline QByteArray bytesOf(boost::beast::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

/// All but the body. Taken before the body is read: what a trailer says afterwards is no header.
inline HttpRequest headOf(const Parser &parser)
{
    const auto &message = parser.get();
    return HttpRequest{bytesOf(message.method_string()),
                       bytesOf(message.target()),
                       bytesOf(message[http::field::host]),
                       bytesOf(message[http::field::content_type]),
                       bytesOf(message[http::field::content_encoding]),
                       bytesOf(message[http::field::if_none_match]),
                       {}};
}

/// Their answers end with the header; of a 304 the length would be that of the whole page (RFC 9110, 8.6).
inline bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

/// To HEAD the answer is the one to GET, with its length and without its body.
inline Message messageOf(const HttpResponse &response, bool keepAlive, bool headOnly)
{
    Message message(http::int_to_status(static_cast<unsigned>(response.status)), 11);
    if (!response.contentType.isEmpty())
        message.set(http::field::content_type, response.contentType.toStdString());
    for (const auto &[name, value] : response.headers)
        message.set(name.toStdString(), value.toStdString());
    if (!hasNoBody(response.status))
        message.content_length(static_cast<std::uint64_t>(response.body.size()));
    if (!headOnly && !hasNoBody(response.status))
        message.body() = response.body.toStdString();
    message.keep_alive(keepAlive);
    return message;
}

/// The answer to a message that could not be read; nothing when nobody is there to read it.
inline std::optional<HttpResponse> answerTo(const boost::system::error_code &error)
{
    if (error == http::error::body_limit)
        return errorResponse(413, QStringLiteral("the body is too large"));
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return errorResponse(431, QStringLiteral("the header is too large"));
    const bool parserSaysSo = error.category() == http::make_error_code(http::error::bad_method).category();
    if (!parserSaysSo || error == http::error::end_of_stream || error == http::error::partial_message)
        return std::nullopt;
    return errorResponse(400, QStringLiteral("not an HTTP request"));
}

} // namespace Telemetry
