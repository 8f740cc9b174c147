#include "host/certificate/publishedhistory.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/jsonfields.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qsizetype longestKind = 32;       // characters
constexpr qsizetype hexadecimalDigits = 64; // of SHA-256

Error damaged(qint64 line, const QString &why)
{
    return Error{Error::Code::Damaged, u"history.jsonl, line %1: %2"_s.arg(QString::number(line), why)};
}

} // namespace

Result<PublishedHistory> PublishedHistory::read(const QByteArray &bytes)
{
    PublishedHistory history;
    QByteArray before(hexadecimalDigits, '0');
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        if (end < 0)
            return damaged(history.m_lines, u"it doesn't end with a line feed"_s);
        const QByteArray line = bytes.sliced(at, end - at);
        if (const auto added = history.add(line, before); !added)
            return added.error();
        before = QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex();
        at = end + 1;
    }
    return history;
}

Result<Done> PublishedHistory::add(const QByteArray &line, const QByteArray &before)
{
    const auto object = parseJsonObject(line, Limits::historyBytes);
    if (!object)
        return damaged(m_lines, object.error().detail);
    if (canonicalJson(object.value()) != line)
        return damaged(m_lines, u"it isn't in the form in which lines are written"_s);
    JsonFields fields(object.value());
    const HistoryMention entry{fields.count(u"n"_s), fields.day(u"day"_s), fields.text(u"kind"_s, longestKind), {}};
    fields.require(fields.digest(u"before"_s) == before, u"the line before is another one than it says"_s);
    fields.require(entry.line == m_lines, u"\"n\" is not the number that follows"_s);
    const QJsonValue files = object.value().value(u"files"_s);
    fields.require(files.isObject() || files.isUndefined(), u"\"files\" is no object"_s);
    const QJsonObject named = files.toObject();
    JsonFields digests(named);
    for (const QString &file : named.keys()) {
        HistoryMention mention = entry;
        mention.sha256 = digests.digest(file);
        m_mentions[file].append(mention);
    }
    fields.require(digests.fault().isEmpty(), digests.fault());
    if (!fields.fault().isEmpty())
        return damaged(m_lines, fields.fault());
    ++m_lines;
    return Done{};
}

std::optional<HistoryMention> PublishedHistory::newest(const QString &file) const
{
    const auto found = m_mentions.constFind(file);
    return found == m_mentions.constEnd() ? std::nullopt : std::optional(found->last());
}

std::optional<HistoryMention> PublishedHistory::first(const QString &file) const
{
    const auto found = m_mentions.constFind(file);
    return found == m_mentions.constEnd() ? std::nullopt : std::optional(found->first());
}

std::optional<HistoryMention> PublishedHistory::at(qint64 line, const QString &file) const
{
    const QList<HistoryMention> mentions = m_mentions.value(file);
    const auto found = std::find_if(mentions.begin(), mentions.end(),
                                    [line](const HistoryMention &mention) { return mention.line == line; });
    return found == mentions.end() ? std::nullopt : std::optional(*found);
}

} // namespace Telemetry
