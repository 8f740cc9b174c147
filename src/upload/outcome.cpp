#include "upload/outcome.h"

#include <QCoreApplication>

namespace Telemetry {

namespace {

/// Reasons come from outside and are shown to people: one short line.
QString harmless(const QString &reason)
{
    constexpr qsizetype longest = 200;
    QString line;
    for (const QChar c : reason.left(longest))
        line += c.isPrint() ? c : QChar(u' ');
    return line.trimmed();
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Telemetry::BatchVerdict", text);
}

BatchVerdict later(const QString &detail)
{
    return {UploadOutcome::Kind::RetryLater, {}, detail};
}

BatchVerdict accepted(const QByteArray &body, qsizetype events)
{
    auto refused = BatchCodec::decodeAnswer(body, events);
    if (!refused)
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector's answer could not be read.")));
    QList<Refusal> list = std::move(refused).value();
    for (Refusal &refusal : list)
        refusal.reason = harmless(refusal.reason);
    return {UploadOutcome::Kind::Accepted, list, {}};
}

bool isTemporary(int status)
{
    // 407 is a proxy's word, not the collector's.
    return status == 407 || status == 408 || status == 425 || status == 429 || status >= 500;
}

} // namespace

BatchVerdict judge(const TransportReply &reply, qsizetype events)
{
    if (reply.failure != TransportReply::Failure::None)
        return later(reply.detail);
    if (reply.status == 202)
        return accepted(reply.body, events);
    if (reply.status >= 300 && reply.status < 400)
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict",
                                         "The answer points to another address (HTTP %1), which is never followed."))
                .arg(reply.status));
    if (isTemporary(reply.status))
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector is not available now (HTTP %1)."))
                .arg(reply.status));
    if (reply.status >= 400)
        return {UploadOutcome::Kind::Rejected,
                {},
                translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector refused the request (HTTP %1)."))
                    .arg(reply.status)};
    return later(
        translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The answer is not the collector's (HTTP %1)."))
            .arg(reply.status));
}

} // namespace Telemetry
