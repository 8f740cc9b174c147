#include "contract/canonicaljson.h"

#include "contract/limits.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Nesting depth, without parsing: brackets inside strings do not count.
bool deeperThan(const QByteArray &bytes, int limit)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit)
                return true;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return false;
}

/// A key without its escapes. What is wrong with them was found by whoever parsed it.
QByteArray unescaped(QByteArrayView key)
{
    QString text;
    for (qsizetype i = 0; i < key.size();) {
        if (key[i] != '\\') {
            const qsizetype next = key.indexOf('\\', i);
            const qsizetype end = next < 0 ? key.size() : next;
            text += QString::fromUtf8(key.sliced(i, end - i));
            i = end;
            continue;
        }
        if (key[i + 1] == 'u') {
            text += QChar(static_cast<char16_t>(key.sliced(i + 2, 4).toUShort(nullptr, 16)));
            i += 6;
            continue;
        }
        static constexpr std::string_view letters = "bfnrt";
        static constexpr std::string_view meanings = "\b\f\n\r\t";
        const std::size_t letter = letters.find(key[i + 1]);
        text += QLatin1Char(letter == std::string_view::npos ? key[i + 1] : meanings[letter]);
        i += 2;
    }
    return text.toUtf8();
}

/// Whether an object, at any depth, has a key twice. `json` is well-formed. One pass; the keys of each object are
/// sorted when it ends, so that a stuffed one costs no more than its share.
bool repeatsAKey(QByteArrayView json)
{
    struct Open
    {
        std::size_t firstKey;
        bool isObject;
    };
    std::vector<std::string_view> keys; // of all objects that are open, the outermost first
    std::vector<Open> open;
    QByteArrayList unescapedKeys; // those that needed it; the views stay good, for QByteArray shares its bytes
    bool keyFollows = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        switch (json[i]) {
        case '"': {
            const qsizetype first = i + 1;
            bool escaped = false;
            for (++i; json[i] != '"'; ++i) {
                if (json[i] == '\\') {
                    escaped = true;
                    ++i;
                }
            }
            if (!keyFollows)
                break;
            QByteArrayView key = json.sliced(first, i - first);
            if (escaped) {
                unescapedKeys.append(unescaped(key));
                key = unescapedKeys.constLast();
            }
            keys.emplace_back(key.data(), static_cast<std::size_t>(key.size()));
            keyFollows = false;
            break;
        }
        case '{':
        case '[':
            keyFollows = json[i] == '{';
            open.push_back({keys.size(), keyFollows});
            break;
        case ',':
            keyFollows = open.back().isObject;
            break;
        case '}':
        case ']': {
            const auto first = keys.begin() + static_cast<std::ptrdiff_t>(open.back().firstKey);
            std::sort(first, keys.end());
            if (std::adjacent_find(first, keys.end()) != keys.end())
                return true;
            keys.erase(first, keys.end());
            open.pop_back();
            break;
        }
        default:
            break;
        }
    }
    return false;
}

} // namespace

QByteArray canonicalJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact); // QJsonObject keeps its keys sorted
}

Result<QJsonObject> parseJsonObject(const QByteArray &bytes, qsizetype maximumBytes)
{
    if (bytes.size() > maximumBytes)
        return Error{Error::Code::TooLarge,
                     u"%1 bytes, %2 are allowed"_s.arg(QString::number(bytes.size()), QString::number(maximumBytes))};
    if (deeperThan(bytes, Limits::jsonDepth))
        return Error{Error::Code::Invalid, u"nested deeper than %1"_s.arg(Limits::jsonDepth)};
    if (bytes.startsWith("\xef\xbb\xbf"_ba)) // Qt passes over it, others don't
        return Error{Error::Code::Invalid, u"it begins with a byte order mark"_s};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error{Error::Code::Invalid,
                     u"%1 at byte %2"_s.arg(problem.errorString(), QString::number(problem.offset))};
    if (!document.isObject())
        return Error{Error::Code::Invalid, u"not a JSON object"_s};
    if (repeatsAKey(bytes))
        return Error{Error::Code::Invalid, u"an object has a key twice"_s};
    return document.object();
}

} // namespace Telemetry
