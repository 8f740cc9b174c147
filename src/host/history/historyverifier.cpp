#include "host/history/historyverifier.h"

#include "contract/limits.h"
#include "host/history/historynames.h"
#include "host/history/releasedperiods.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

HistoryVerifier::HistoryVerifier(const QString &place, AbstractPublicSource &source)
    : m_source(source)
{
    m_report.place = place;
}

void HistoryVerifier::holdAgainst(const QString &place, AbstractPublicSource &second)
{
    m_secondPlace = place;
    m_second = &second;
}

HistoryReport HistoryVerifier::verify()
{
    m_history = read(HistoryNames::history, Limits::historyBytes, u"it is missing: nothing can be checked"_s);
    if (!m_history)
        return m_report;
    checkChain();
    if (m_report.problems.isEmpty()) { // what follows a wrong line says nothing about heads and files
        checkHead();
        checkKeys();
        checkFiles();
        checkPeriods();
    } else {
        m_report.unread.append(u"signatures and files, because the history itself is wrong"_s);
    }
    if (m_second)
        checkAgainst();
    return m_report;
}

void HistoryVerifier::found(const QString &where, const QString &what)
{
    m_report.problems.append({where, what});
}

std::optional<QByteArray> HistoryVerifier::read(const QString &path, qsizetype most, const QString &missing)
{
    auto bytes = m_source.read(path, most);
    if (bytes)
        return std::move(bytes).value();
    if (bytes.error().code == Error::Code::NotFound)
        found(path, missing);
    else if (bytes.error().code == Error::Code::TooLarge)
        found(path, u"it is larger than %1 bytes, as no file of a host is"_s.arg(most));
    else
        m_report.unread.append(u"%1: %2"_s.arg(path, bytes.error().detail));
    return std::nullopt;
}

void HistoryVerifier::checkChain()
{
    const auto taken = m_chain.takeAll(*m_history);
    m_report.lines = m_chain.entries().size();
    m_report.sha256 = m_chain.lastHash();
    m_report.keys = m_chain.keys().all();
    m_report.threshold = m_chain.keys().threshold();
    if (!m_chain.entries().isEmpty())
        m_report.day = m_chain.entries().constLast().day;
    if (!taken)
        found(u"%1, line %2"_s.arg(HistoryNames::history, QString::number(m_report.lines + 1)), taken.error().detail);
    else if (m_report.lines == 0)
        found(HistoryNames::history, u"it has no line"_s);
}

void HistoryVerifier::checkHead()
{
    const auto bytes =
        read(HistoryNames::head, Limits::historyHeadBytes, u"it is missing: nobody signed the history"_s);
    if (!bytes)
        return;
    const auto head = readHistoryHead(*bytes);
    if (!head)
        return found(HistoryNames::head, head.error().detail);
    const HistoryHead wanted = m_chain.head();
    if (head.value().lines < wanted.lines)
        return found(HistoryNames::head,
                     u"it is of the first %1 lines, and there are %2: the others are not signed"_s.arg(
                         QString::number(head.value().lines), QString::number(wanted.lines)));
    if (head.value().lines > wanted.lines)
        return found(HistoryNames::head, u"it is of %1 lines, and there are %2: the last ones were taken away"_s.arg(
                                             QString::number(head.value().lines), QString::number(wanted.lines)));
    if (head.value().sha256 != wanted.sha256)
        return found(u"%1, line %2"_s.arg(HistoryNames::history, QString::number(wanted.lines)),
                     u"it is not the line that was signed: that one, or those before, were changed"_s);
    for (const JudgedSignature &one :
         m_chain.keys().judge(headPurpose(), statementOf(head.value()), head.value().signatures)) {
        if (one.verdict == JudgedSignature::Verdict::Good)
            m_report.signedBy.append(*m_chain.keys().find(one.key));
        else
            found(HistoryNames::head, textOf(one));
    }
    if (m_report.signedBy.size() < m_report.threshold)
        found(HistoryNames::head, u"%1 of the valid keys must sign it, and %2 did"_s.arg(
                                      QString::number(m_report.threshold), QString::number(m_report.signedBy.size())));
}

void HistoryVerifier::checkKeys()
{
    if (m_chain.keys().all().isEmpty())
        return found(HistoryNames::history, u"no key was ever entered: anybody could have written it"_s);
    const auto bytes = read(HistoryNames::keys, Limits::historyKeysBytes, u"it is missing"_s);
    if (!bytes || *bytes == m_chain.keys().bytes())
        return;
    const auto keys = HistoryKeys::read(*bytes);
    if (!keys)
        return found(HistoryNames::keys, keys.error().detail);
    for (const HistoryKey &key : keys.value().all()) {
        const HistoryKey *entered = m_chain.keys().find(key.name);
        if (!entered || *entered != key)
            return found(HistoryNames::keys,
                         u"the key %1 is not what the history says of it"_s.arg(QString::fromLatin1(key.name)));
    }
    found(HistoryNames::keys, u"it is not the list of keys that follows from the history"_s);
}

void HistoryVerifier::checkFiles()
{
    for (auto it = m_chain.files().begin(); it != m_chain.files().end(); ++it) {
        if (it.key() == HistoryNames::keys) // compared as a whole
            continue;
        const auto bytes = read(it.key(), Limits::publicFileBytes, u"it is missing, and the history names it"_s);
        if (!bytes)
            continue;
        const QByteArray digest = sha256Of(*bytes);
        if (digest == it.value())
            ++m_report.files;
        else
            found(it.key(), u"it was changed: its SHA-256 is %1, and the history says %2"_s.arg(
                                QString::fromLatin1(digest), QString::fromLatin1(it.value())));
    }
}

void HistoryVerifier::checkPeriods()
{
    const QString name = u"index.json"_s;
    const auto bytes = read(name, Limits::publicIndexBytes, u"it is missing"_s);
    if (!bytes)
        return;
    const auto periods = releasedPeriods(*bytes);
    if (!periods)
        return found(name, periods.error().detail);
    for (const QString &period : periods.value()) {
        if (!m_chain.files().contains(periodFile(period)))
            found(name, u"it lists %1, and no line of the history has released that"_s.arg(period));
    }
    for (auto it = m_chain.files().begin(); it != m_chain.files().end(); ++it) {
        if (!isPeriodFile(it.key()))
            continue;
        const bool isListed = std::any_of(periods.value().begin(), periods.value().end(),
                                          [&](const QString &period) { return periodFile(period) == it.key(); });
        if (!isListed)
            found(name, u"it doesn't list %1, which the history has released"_s.arg(it.key()));
    }
}

void HistoryVerifier::checkAgainst()
{
    const auto second = m_second->read(HistoryNames::history, Limits::historyBytes);
    if (!second) {
        m_report.unread.append(u"the second, %1: %2"_s.arg(m_secondPlace, second.error().detail));
        return;
    }
    m_report.against = HistoryReport::Against{m_secondPlace, compareHistories(*m_history, second.value())};
    if (!m_report.against->comparison.isKept())
        found(HistoryNames::history, textOf(m_report.against->comparison));
}

} // namespace Telemetry
