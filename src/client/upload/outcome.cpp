#include "client/upload/outcome.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

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

BatchVerdict later(const QString &detail, const QByteArray &retryAfter = {})
{
    return {UploadOutcome::Kind::RetryLater, {}, detail, retryAfter};
}

/// A filter's, a proxy's or a portal's answer, whatever its number.
BatchVerdict somebodyElses(int status)
{
    return later(translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict",
                                              "Somebody else answered, not the collector (HTTP %1): a filter, a proxy, "
                                              "or a network that one has to sign in to."))
                     .arg(status));
}

BatchVerdict accepted(const QByteArray &body, qsizetype events)
{
    auto refused = BatchCodec::decodeAnswer(body, events);
    if (!refused)
        return somebodyElses(202);
    QList<Refusal> list = std::move(refused).value();
    for (Refusal &refusal : list)
        refusal.reason = harmless(refusal.reason);
    return {UploadOutcome::Kind::Accepted, list, {}};
}

bool isTemporary(int status)
{
    return status == 408 || status == 425 || status == 429 || status >= 500;
}

/// Numbers that the collector never says: sign in (to it, a proxy, the network), pay, forbidden, also by law.
bool isNeverTheCollectors(int status)
{
    return status == 401 || status == 402 || status == 403 || status == 407 || status == 451 || status == 511;
}

/// Whether this is how our collector refuses. A filter's or a portal's page comes with the same numbers, and must not
/// set events aside for good.
bool isCollectorsRefusal(const QByteArray &body)
{
    const auto answer = parseJsonObject(body, Limits::responseBytes);
    return answer && answer.value().size() == 1 && answer.value()[QLatin1StringView("error")].isString();
}

/// Any answer but 202.
BatchVerdict notTaken(const TransportReply &reply)
{
    if (reply.failure != TransportReply::Failure::None)
        return later(reply.detail);
    if (isNeverTheCollectors(reply.status))
        return somebodyElses(reply.status);
    if (reply.status >= 300 && reply.status < 400 && reply.status != 304)
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict",
                                         "Somebody answered with another address (HTTP %1), which is never followed."))
                .arg(reply.status));
    if (isTemporary(reply.status))
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector is not available now (HTTP %1)."))
                .arg(reply.status),
            reply.retryAfter);
    if (reply.status >= 400 && isCollectorsRefusal(reply.body))
        return {UploadOutcome::Kind::Rejected,
                {},
                translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector refused the request (HTTP %1)."))
                    .arg(reply.status)};
    return somebodyElses(reply.status);
}

bool isAnswer202(const TransportReply &reply)
{
    return reply.failure == TransportReply::Failure::None && reply.status == 202;
}

} // namespace

BatchVerdict judge(const TransportReply &reply, qsizetype events)
{
    return isAnswer202(reply) ? accepted(reply.body, events) : notTaken(reply);
}

BatchVerdict judgeErasing(const TransportReply &reply)
{
    if (!isAnswer202(reply))
        return notTaken(reply);
    // The receipts go after it: nothing but the collector's own words, `{}`, may pass for an erasing.
    const auto answer = parseJsonObject(reply.body, Limits::responseBytes);
    if (!answer || !answer.value().isEmpty())
        return somebodyElses(reply.status);
    return {UploadOutcome::Kind::Accepted, {}, {}};
}

} // namespace Telemetry
