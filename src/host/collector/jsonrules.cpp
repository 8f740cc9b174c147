#include "host/collector/jsonrules.h"

#include <QChar>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The UTF-16 unit of an escape such as `\u00e4` at this place; 0 when there is none. Qt has looked at its digits.
ushort escapedUnit(QByteArrayView json, qsizetype at)
{
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u')
        return 0;
    return json.sliced(at + 2, 4).toUShort(nullptr, 16);
}

/// `at` is an escape; afterwards it is behind it, and behind the second half of a pair.
std::optional<QString> judgeEscape(QByteArrayView json, qsizetype &at)
{
    if (!QByteArrayView("\"\\/bfnrtu").contains(json[at + 1]))
        return u"an escape that JSON does not have"_s;
    if (json[at + 1] != 'u') {
        at += 2;
        return std::nullopt;
    }
    const ushort unit = escapedUnit(json, at);
    at += 6;
    if (unit == 0)
        return u"a zero character"_s;
    if (QChar::isHighSurrogate(unit) && QChar::isLowSurrogate(escapedUnit(json, at))) {
        at += 6;
        return std::nullopt;
    }
    return QChar::isSurrogate(unit) ? std::optional(u"half of a surrogate pair"_s) : std::nullopt;
}

/// `at` is behind the opening quote; afterwards it is behind the closing one.
std::optional<QString> judgeText(QByteArrayView json, qsizetype &at)
{
    while (json[at] != '"') {
        if (json[at] == '\\') {
            if (const auto problem = judgeEscape(json, at))
                return problem;
        } else if (static_cast<uchar>(json[at]) < ' ') {
            return u"a control character that is not escaped"_s;
        } else {
            ++at;
        }
    }
    ++at;
    return std::nullopt;
}

} // namespace

std::optional<QString> refusalOfJson(QByteArrayView json)
{
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            if (const auto problem = judgeText(json, ++at))
                return problem;
            continue;
        }
        // In an object that was read there is something before each point and behind it.
        if (json[at] == '.' && !(isDigit(json[at - 1]) && isDigit(json[at + 1])))
            return u"a number without a digit beside its point"_s;
        ++at;
    }
    return std::nullopt;
}

} // namespace Telemetry
