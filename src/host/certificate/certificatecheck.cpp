#include "host/certificate/certificatecheck.h"

#include "contract/limits.h"
#include "host/certificate/months.h"
#include "host/history/historychecks.h"
#include "host/history/historynames.h"
#include "host/history/releasedperiods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Finding wrong(const QString &words)
{
    return {Finding::Kind::Wrong, words};
}

const CertifiedMonth *certified(const Certificate &certificate, const QString &month)
{
    const auto found = std::find_if(certificate.months.begin(), certificate.months.end(),
                                    [&](const CertifiedMonth &each) { return each.period == month; });
    return found == certificate.months.end() ? nullptr : &*found;
}

/// Of a number that the certificate has. Nothing: all is as it says.
std::optional<Finding> checkFigure(const CertifiedMonth &claimed, const std::optional<CertifiedMonth> &published,
                                   const HistoryChain &history)
{
    const QString month = monthInWords(claimed.period);
    const QString file = periodFile(claimed.period);
    const FileDigests said =
        claimed.line < history.entries().size() ? history.entries()[claimed.line].said.files : FileDigests();
    if (!said.contains(file))
        return wrong(u"%1: line %2 of the history says nothing of this month's numbers"_s.arg(
            month, QString::number(claimed.line + 1)));
    if (said.value(file) != claimed.sha256)
        return wrong(u"%1: line %2 of the history names another file than the certificate does"_s.arg(
            month, QString::number(claimed.line + 1)));
    const HistoryEntry &newest = *history.newestOf(file);
    const bool isChanged = newest.n != claimed.line;
    const QString change = u"line %1 of %2 (%3)"_s.arg(QString::number(newest.n + 1), newest.day.toString(Qt::ISODate),
                                                       nameOf(newest.said.kind));
    if (!published && isChanged)
        return wrong(
            u"%1: the number was taken out of the public numbers since, by %2 of the history"_s.arg(month, change));
    if (!published)
        return wrong(u"%1: no number of the plugin is published for this month"_s.arg(month));
    if (published->number != claimed.number || published->rounding != claimed.rounding)
        return wrong(u"%1: the certificate says %2 (%3 to %4), and published are %5 (%6 to %7)"_s.arg(
            month, QString::number(claimed.number.people), QString::number(claimed.number.low),
            QString::number(claimed.number.high), QString::number(published->number.people),
            QString::number(published->number.low), QString::number(published->number.high)));
    if (isChanged)
        return Finding{
            Finding::Kind::Note,
            u"%1: the file was changed since, by %2 of the history; the number is the same"_s.arg(month, change)};
    return std::nullopt;
}

/// Of a number that is published and that the certificate doesn't have.
Finding leftOut(const Certificate &certificate, const QString &month, const HistoryChain &history)
{
    const HistoryEntry *first = history.firstOf(periodFile(month));
    if (first && first->day >= certificate.issued) // a day has many hours
        return {Finding::Kind::Note,
                u"%1: published since, so the certificate doesn't have it"_s.arg(monthInWords(month))};
    return wrong(u"%1: a number was published, and the certificate leaves it out"_s.arg(monthInWords(month)));
}

} // namespace

QString faultOfKey(const HistoryKeys &keys, const QByteArray &publicBytes, QDate day)
{
    const QString name = QString::fromLatin1(keyName(publicBytes));
    const HistoryKey *key = keys.find(keyName(publicBytes));
    if (!key || key->publicBytes != publicBytes) // a name is short enough to make another key of it
        return u"the key %1 is none of the public keys"_s.arg(name);
    // Whoever has a revoked key can write any day into what they sign.
    if (key->revoked)
        return u"the key %1 was revoked on %2: what it signed proves nothing any more"_s.arg(
            name, key->revoked->toString(Qt::ISODate));
    if (day < key->from)
        return u"the key %1 was not in use before %2"_s.arg(name, key->from.toString(Qt::ISODate));
    if (key->until && day > *key->until)
        return u"the key %1 was not in use after %2"_s.arg(name, key->until->toString(Qt::ISODate));
    return {};
}

QList<Finding> checkHistory(const AbstractPublicFiles &files, const HistoryChain &history,
                            const std::optional<HistoryKeys> &keys)
{
    const auto head = files.publicFile(HistoryNames::head, Limits::historyHeadBytes);
    if (!head)
        return {wrong(u"the public folder has no %1: nobody signed the history"_s.arg(HistoryNames::head))};
    if (!*head)
        return {wrong(u"%1 can't be read: %2"_s.arg(HistoryNames::head, head->error().detail))};
    const HeadCheck checked = checkHistoryHead(history, head->value());
    QList<HistoryProblem> problems = checked.problems;
    if (keys)
        problems += checkHistoryKeys(history, *keys);
    QList<Finding> findings;
    for (const HistoryProblem &problem : problems)
        findings.append(wrong(u"%1: %2"_s.arg(problem.where, problem.what)));
    QStringList signers;
    for (const HistoryKey &key : checked.signedBy)
        signers.append(u"%1 (%2)"_s.arg(QString::fromLatin1(key.name), key.holder));
    if (findings.isEmpty())
        findings.append(
            {Finding::Kind::Right, u"the history of %1 lines is signed by the key %2"_s.arg(
                                       QString::number(history.entries().size()), signers.join(u" and "_s))});
    return findings;
}

QList<Finding> checkSignature(const Certificate &certificate, const std::optional<HistoryKeys> &keys)
{
    const QString name = QString::fromLatin1(keyName(certificate.publicKey));
    if (!hasSignatureOfItsKey(certificate))
        return {
            wrong(u"the signature is not of the key %1: the certificate was changed, or nobody signed it"_s.arg(name))};
    if (!keys)
        return {{Finding::Kind::Right, u"signed by the key %1"_s.arg(name)},
                {Finding::Kind::Note,
                 u"whose key that is, is not known here: anybody can make one. Compare the name with "
                 "the one on the public page, or give --public"_s}};
    if (const QString fault = faultOfKey(*keys, certificate.publicKey, certificate.issued); !fault.isEmpty())
        return {wrong(fault)};
    return {{Finding::Kind::Right, u"signed by the key %1 of keys.json (%2)"_s.arg(
                                       name, keys->find(keyName(certificate.publicKey))->holder)}};
}

QList<Finding> checkFigures(const Certificate &certificate, const PublishedFigures &figures)
{
    QList<Finding> findings;
    for (const QString &month : monthsBetween(certificate.from, certificate.to)) {
        const auto read = figures.month(certificate.plugin, month);
        if (!read) {
            findings.append(wrong(read.error().detail));
            continue;
        }
        const auto published = read.value() ? read.value()->figure : std::nullopt;
        const CertifiedMonth *claimed = certified(certificate, month);
        if (claimed) {
            if (const auto finding = checkFigure(*claimed, published, figures.history()))
                findings.append(*finding);
        } else if (published) {
            findings.append(leftOut(certificate, month, figures.history()));
        }
    }
    const bool isRight = std::none_of(findings.begin(), findings.end(),
                                      [](const Finding &finding) { return finding.kind == Finding::Kind::Wrong; });
    if (isRight)
        findings.prepend(
            {Finding::Kind::Right,
             u"the %1 numbers are those that are published, and none is left out"_s.arg(certificate.months.size())});
    return findings;
}

} // namespace Telemetry
