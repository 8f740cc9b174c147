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

BatchVerdict later(const QString &detail)
{
    return {UploadOutcome::Kind::RetryLater, {}, detail};
}

BatchVerdict unreadable()
{
    return later(translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector's answer could not be read.")));
}

BatchVerdict accepted(const QByteArray &body, qsizetype events)
{
    auto refused = BatchCodec::decodeAnswer(body, events);
    if (!refused)
        return unreadable();
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

/// Whether this is how our collector refuses. A filter's or a portal's page comes with the same numbers, and must not
/// set events aside for good.
bool isCollectorsRefusal(const QByteArray &body)
{
    const auto answer = parseJsonObject(body, Limits::responseBytes);
    return answer && answer.value()[QLatin1StringView("error")].isString();
}

/// Any answer but 202.
BatchVerdict notTaken(const TransportReply &reply)
{
    if (reply.failure != TransportReply::Failure::None)
        return later(reply.detail);
    if (reply.status >= 300 && reply.status < 400)
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict",
                                         "The answer points to another address (HTTP %1), which is never followed."))
                .arg(reply.status));
    if (isTemporary(reply.status))
        return later(
            translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector is not available now (HTTP %1)."))
                .arg(reply.status));
    if (reply.status >= 400 && isCollectorsRefusal(reply.body))
        return {UploadOutcome::Kind::Rejected,
                {},
                translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The collector refused the request (HTTP %1)."))
                    .arg(reply.status)};
    return later(
        translated(QT_TRANSLATE_NOOP("Telemetry::BatchVerdict", "The answer is not the collector's (HTTP %1)."))
            .arg(reply.status));
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
    // A page of somebody else's, such as a sign-in to the network, must not pass for an erasing.
    if (!parseJsonObject(reply.body, Limits::responseBytes))
        return unreadable();
    return {UploadOutcome::Kind::Accepted, {}, {}};
}

} // namespace Telemetry
