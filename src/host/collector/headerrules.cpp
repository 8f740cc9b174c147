#include "host/collector/headerrules.h"

#include <QByteArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Spaces and tabs only: Qt's trimmed() takes away more, and a vertical tab is how "chunked" is hidden from a proxy.
QByteArrayView withoutBlanks(QByteArrayView value)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!value.isEmpty() && isBlank(value.front()))
        value = value.sliced(1);
    while (!value.isEmpty() && isBlank(value.back()))
        value.chop(1);
    return value;
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isNamed(QByteArrayView name, QByteArrayView expected)
{
    return name.compare(expected, Qt::CaseInsensitive) == 0;
}

/// What decides where a request goes and where it ends.
struct Seen
{
    int hosts = 0;
    int lengths = 0;
    int encodings = 0;
};

std::optional<QString> judgeField(QByteArrayView line, Seen &seen)
{
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView name = line.first(std::max(colon, qsizetype(0)));
    const QByteArrayView value = withoutBlanks(line.sliced(colon + 1));
    if (isNamed(name, "host")) {
        ++seen.hosts;
    } else if (isNamed(name, "content-length")) {
        ++seen.lengths;
        if (!isDigits(value))
            return u"Content-Length is not a number"_s;
    } else if (isNamed(name, "transfer-encoding")) {
        ++seen.encodings;
        if (!isNamed(value, "chunked"))
            return u"a Transfer-Encoding other than chunked"_s;
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> refusalOfHeader(QByteArrayView header)
{
    Seen seen;
    bool isOld = false;
    bool isFirst = true;
    while (!header.isEmpty()) {
        const qsizetype end = header.indexOf("\r\n");
        const QByteArrayView line = header.first(end < 0 ? header.size() : end);
        header = header.sliced(end < 0 ? header.size() : end + 2);
        if (end < 0 || line.contains('\r') || line.contains('\n'))
            return u"a line does not end in CRLF"_s;
        if (isFirst)
            isOld = line.endsWith("HTTP/1.0");
        else if (line.startsWith(' ') || line.startsWith('\t'))
            return u"a folded line"_s;
        else if (const auto problem = judgeField(line, seen))
            return problem;
        isFirst = false;
    }
    if (seen.hosts > 1 || (seen.hosts == 0 && !isOld))
        return u"not exactly one Host"_s;
    if (seen.lengths + seen.encodings > 1)
        return u"more than one Content-Length or Transfer-Encoding"_s;
    if (seen.encodings > 0 && isOld)
        return u"Transfer-Encoding in HTTP/1.0"_s;
    return std::nullopt;
}

} // namespace Telemetry
