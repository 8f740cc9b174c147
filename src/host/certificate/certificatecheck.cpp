#include "host/certificate/certificatecheck.h"

#include "host/certificate/months.h"

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
                                   const PublishedHistory &history)
{
    const QString month = monthInWords(claimed.period);
    const auto line = history.at(claimed.line, PublishedFigures::fileOf(claimed.period));
    if (!line)
        return wrong(u"%1: line %2 of the history says nothing of this month's numbers"_s.arg(
            month, QString::number(claimed.line)));
    if (line->sha256 != claimed.sha256)
        return wrong(u"%1: line %2 of the history names another file than the certificate does"_s.arg(
            month, QString::number(claimed.line)));
    const auto newest = history.newest(PublishedFigures::fileOf(claimed.period));
    const bool isChanged = newest && newest->line != claimed.line;
    const QString change = isChanged ? u"line %1 of %2 (%3)"_s.arg(QString::number(newest->line),
                                                                   newest->day.toString(Qt::ISODate), newest->kind)
                                     : QString();
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
Finding leftOut(const Certificate &certificate, const QString &month, const PublishedHistory &history)
{
    const auto first = history.first(PublishedFigures::fileOf(month));
    if (first && first->day >= certificate.issued) // a day has many hours
        return {Finding::Kind::Note,
                u"%1: published since, so the certificate doesn't have it"_s.arg(monthInWords(month))};
    return wrong(u"%1: a number was published, and the certificate leaves it out"_s.arg(monthInWords(month)));
}

} // namespace

QList<Finding> checkSignature(const Certificate &certificate, const std::optional<PublicKeys> &keys)
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
    if (const QString fault = keys->faultOf(certificate.publicKey, certificate.issued); !fault.isEmpty())
        return {wrong(fault)};
    const QString holder = keys->holderOf(certificate.publicKey);
    return {{Finding::Kind::Right, holder.isEmpty() ? u"signed by the key %1 of keys.json"_s.arg(name)
                                                    : u"signed by the key %1 of keys.json (%2)"_s.arg(name, holder)}};
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
