#include "host/certificate/certificaterun.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/certificatecheck.h"
#include "host/certificate/certificatedraft.h"
#include "host/certificate/months.h"
#include "host/history/historynames.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int exitFailed = 1;
constexpr int exitNothingPublished = 3;

QString line(const QJsonObject &object)
{
    return QString::fromUtf8(canonicalJson(object)) + u'\n';
}

CertificateOutcome failed(const CertificateOptions &options, const QString &why, int exitCode = exitFailed)
{
    if (options.json)
        return {exitCode, line({{u"made"_s, false}, {u"why"_s, why}})};
    return {exitCode, why + u'\n'};
}

/// Nothing: the public folder has no keys.json.
Result<std::optional<HistoryKeys>> publicKeys(const AbstractCertificateFiles &files)
{
    const auto bytes = files.publicFile(HistoryNames::keys, Limits::historyKeysBytes);
    if (!bytes)
        return std::optional<HistoryKeys>();
    auto keys = *bytes ? HistoryKeys::read(bytes->value()) : bytes->error();
    if (!keys)
        return Error{keys.error().code, u"%1 can't be read: %2"_s.arg(HistoryNames::keys, keys.error().detail)};
    return std::optional(std::move(keys).value());
}

/// What a reader would refuse later must not be handed out.
Result<Done> checkSources(const AbstractCertificateFiles &files, const HistoryChain &history, const SigningKeys &signer,
                          QDate day)
{
    const auto keys = publicKeys(files);
    if (!keys)
        return keys.error();
    const QString fault = keys.value() ? faultOfKey(*keys.value(), signer.publicBytes, day) : QString();
    if (!fault.isEmpty())
        return Error{Error::Code::Invalid,
                     u"nobody could verify the certificate: %1. Sign with another key"_s.arg(fault)};
    for (const Finding &finding : checkHistory(files, history, keys.value())) {
        if (finding.kind == Finding::Kind::Wrong)
            return Error{Error::Code::Damaged, u"nobody could verify the certificate: %1"_s.arg(finding.words)};
    }
    return Done{};
}

QString summary(const Certificate &certificate, const QString &name, const QString &folder, const QByteArray &sha256)
{
    return u"%1.json and %1.pdf are in %2: %3 of %4 months were published. Signed by the key %5.\nSHA-256 %6\n"_s.arg(
        name, folder, QString::number(certificate.months.size()),
        QString::number(monthsBetween(certificate.from, certificate.to).size()),
        QString::fromLatin1(keyName(certificate.publicKey)), QString::fromLatin1(sha256));
}

} // namespace

CertificateOutcome runCertificate(const CertificateOptions &options, const QDateTime &now,
                                  AbstractCertificateFiles &files, const CertificatePainter &paint)
{
    const QDate today = options.now.value_or(now).toUTC().date();
    const auto keys = files.secretKey(options.key);
    if (!keys)
        return failed(options, u"the secret key can't be used: %1"_s.arg(keys.error().detail));
    const auto figures = PublishedFigures::open(files);
    if (!figures)
        return failed(options, figures.error().detail);
    if (const auto checked = checkSources(files, figures.value().history(), keys.value(), today); !checked)
        return failed(options, checked.error().detail);
    const auto draft = draftCertificate(figures.value(), options.plugin, options.from, options.to, today);
    if (!draft)
        return failed(options, draft.error().detail + u". No certificate was made"_s);
    if (draft.value().certificate.months.isEmpty())
        return failed(options, wordsForNothingPublished(draft.value()), exitNothingPublished);
    const auto certificate = signedBy(draft.value().certificate, keys.value());
    if (!certificate)
        return failed(options, certificate.error().detail);
    const QByteArray bytes = certificateBytes(certificate.value());
    const QByteArray sha256 = sha256Of(bytes);
    const auto page = paint(certificate.value(), sha256);
    if (!page)
        return failed(options, u"the page can't be drawn: %1. No certificate was made"_s.arg(page.error().detail));
    const QString name = u"%1-%2-%3"_s.arg(options.plugin, options.from, options.to);
    const auto written = files.write(options.out, {{name + u".json"_s, bytes}, {name + u".pdf"_s, page.value()}});
    if (!written)
        return failed(options, u"the certificate can't be written: %1"_s.arg(written.error().detail));
    if (options.json)
        return {0, line({{u"made"_s, true},
                         {u"certificate"_s, name + u".json"_s},
                         {u"page"_s, name + u".pdf"_s},
                         {u"months"_s, certificate.value().months.size()},
                         {u"key"_s, QString::fromLatin1(keyName(keys.value().publicBytes))},
                         {u"sha256"_s, QString::fromLatin1(sha256)}})};
    return {0, summary(certificate.value(), name, options.out, sha256)};
}

CertificateOutcome runVerifyCertificate(const VerifyCertificateOptions &options, const AbstractCertificateFiles &files)
{
    const auto bytes = files.file(options.file, Limits::certificateBytes);
    if (!bytes)
        return {exitFailed, u"%1 can't be read: %2\n"_s.arg(options.file, bytes.error().detail)};
    const auto certificate = readCertificate(bytes.value());
    if (!certificate)
        return {exitFailed, u"WRONG: %1\n"_s.arg(certificate.error().detail)};
    const bool hasFolder = !options.publicFolder.isEmpty();
    const auto keys = hasFolder ? publicKeys(files) : Result<std::optional<HistoryKeys>>(std::nullopt);
    if (!keys)
        return {exitFailed, keys.error().detail + u'\n'};
    QList<Finding> findings = checkSignature(certificate.value(), keys.value());
    if (hasFolder && !keys.value())
        findings.append({Finding::Kind::Note, u"the public folder has no keys.json"_s});
    if (hasFolder) {
        const auto figures = PublishedFigures::open(files);
        if (!figures)
            findings.append({Finding::Kind::Wrong, figures.error().detail});
        else
            findings += checkHistory(files, figures.value().history(), keys.value())
                        + checkFigures(certificate.value(), figures.value());
    } else {
        findings.append({Finding::Kind::Note, u"the numbers were not held against the public ones; --public does"_s});
    }
    CertificateOutcome outcome{0, u"%1, %2 to %3, issued on %4\nSHA-256 %5\n"_s.arg(
                                      certificate.value().plugin, certificate.value().from, certificate.value().to,
                                      certificate.value().issued.toString(Qt::ISODate),
                                      QString::fromLatin1(sha256Of(bytes.value())))};
    for (const Finding &finding : findings) {
        const bool isWrong = finding.kind == Finding::Kind::Wrong;
        outcome.exitCode = isWrong ? exitFailed : outcome.exitCode;
        outcome.text += (isWrong                                ? u"WRONG: %1\n"_s
                         : finding.kind == Finding::Kind::Right ? u"right: %1\n"_s
                                                                : u"note: %1\n"_s)
                            .arg(finding.words);
    }
    return outcome;
}

} // namespace Telemetry
