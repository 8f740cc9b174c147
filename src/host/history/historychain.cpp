#include "host/history/historychain.h"

#include "contract/limits.h"
#include "host/history/historynames.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error invalid(const QString &detail)
{
    return {Error::Code::Invalid, detail};
}

} // namespace

const HistoryEntry *HistoryChain::newestOf(const QString &path) const
{
    const auto it = std::find_if(m_entries.crbegin(), m_entries.crend(),
                                 [&](const HistoryEntry &entry) { return entry.said.files.contains(path); });
    return it == m_entries.crend() ? nullptr : &*it;
}

const HistoryEntry *HistoryChain::firstOf(const QString &path) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&](const HistoryEntry &entry) { return entry.said.files.contains(path); });
    return it == m_entries.cend() ? nullptr : &*it;
}

HistoryHead HistoryChain::head() const
{
    return {static_cast<int>(m_entries.size()), m_lastHash, {}};
}

Result<Done> HistoryChain::isNext(const HistoryEntry &entry) const
{
    if (entry.n != m_entries.size())
        return invalid(u"it says that it is line %1: lines are missing, or not in their order"_s.arg(
            QString::number(qint64(entry.n) + 1)));
    if (entry.before != m_lastHash)
        return invalid(m_entries.isEmpty()
                           ? u"it is the first line, but says that there was one before"_s
                           : u"the line before is not the one that it followed: that one, or this, was changed"_s);
    if (!m_entries.isEmpty() && entry.day < m_entries.constLast().day)
        return invalid(u"its day %1 is before the day of the line before, %2"_s.arg(
            entry.day.toString(Qt::ISODate), m_entries.constLast().day.toString(Qt::ISODate)));
    // The history's own files are what its lines and signatures say.
    const FileDigests &files = entry.said.files;
    if (files.contains(HistoryNames::history) || files.contains(HistoryNames::head)
        || (files.contains(HistoryNames::keys) && entry.said.kind != HistoryKind::Key))
        return invalid(u"it names a file of the history itself"_s);
    return Done{};
}

Result<Done> HistoryChain::take(const QByteArray &line)
{
    const auto read = readHistoryLine(line);
    if (!read)
        return read.error();
    const HistoryEntry &entry = read.value();
    if (auto next = isNext(entry); !next)
        return next;
    if (m_entries.size() == Limits::historyLines || m_bytes.size() + line.size() >= Limits::historyBytes)
        return Error{Error::Code::TooLarge, u"the history is longer than this program reads"_s};
    if (entry.said.kind == HistoryKind::Key) {
        auto keys = m_keys.after(entry);
        if (!keys)
            return keys.error();
        m_keys = std::move(keys).value();
    }
    m_files.insert(entry.said.files);
    if (entry.said.kind == HistoryKind::Files) {
        const QJsonArray gone = entry.said.what[goneField].toArray();
        for (const QJsonValue &path : gone)
            m_files.remove(path.toString());
    }
    m_entries.append(entry);
    m_bytes += line + '\n';
    m_lastHash = sha256Of(line);
    return Done{};
}

Result<Done> HistoryChain::takeAll(const QByteArray &bytes)
{
    for (qsizetype start = 0; start < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', start);
        if (end < 0)
            return invalid(u"it has no end: the file was cut off"_s);
        if (auto taken = take(bytes.mid(start, end - start)); !taken)
            return taken;
        start = end + 1;
    }
    return Done{};
}

HistoryEntry HistoryChain::next(const HistoryDraft &draft, const QDate &day) const
{
    return {m_lastHash, day, static_cast<int>(m_entries.size()), draft};
}

Result<Done> HistoryChain::append(const HistoryDraft &draft, const QDate &day)
{
    if (draft.kind == HistoryKind::Key)
        return invalid(u"the keys are changed with signatures only"_s);
    return take(lineOf(next(draft, day)));
}

Result<Done> HistoryChain::change(const KeyChange &change, const QDate &day, const QString &reason,
                                  const QList<SigningKeys> &signers)
{
    const auto draft = m_keys.draftOf(change, day, reason);
    if (!draft)
        return draft.error();
    const auto entry = signedBy(signers, next(draft.value(), day));
    if (!entry)
        return entry.error();
    return take(lineOf(entry.value()));
}

} // namespace Telemetry
