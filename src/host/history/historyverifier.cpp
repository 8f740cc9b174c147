#include "host/history/historyverifier.h"

#include "contract/limits.h"
#include "host/history/historychecks.h"
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
    const HeadCheck checked = checkHistoryHead(m_chain, *bytes);
    m_report.signedBy = checked.signedBy;
    m_report.problems += checked.problems;
}

void HistoryVerifier::checkKeys()
{
    if (m_chain.keys().all().isEmpty())
        return found(HistoryNames::history, u"no key was ever entered: anybody could have written it"_s);
    const auto bytes = read(HistoryNames::keys, Limits::historyKeysBytes, u"it is missing"_s);
    if (!bytes)
        return;
    const auto keys = HistoryKeys::read(*bytes);
    if (!keys)
        return found(HistoryNames::keys, keys.error().detail);
    m_report.problems += checkHistoryKeys(m_chain, keys.value());
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
