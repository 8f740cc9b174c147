#include "client/spool/knownfacts.h"

#include "contract/limits.h"
#include "contract/reporter.h"

#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray factOf(const TopicDefinition &topic, const Event &event, const QByteArray &key)
{
    if (!event.period.isMonth())
        return ""_ba; // not null, which SQL takes for NULL
    const QByteArray fact = event.topic.toUtf8() + '\0' + distinctPart(topic, event.value);
    return QMessageAuthenticationCode::hash(fact, key, QCryptographicHash::Sha256).first(Limits::reporterBytes);
}

Place placeIn(const KnownFacts &known, const TopicDefinition &topic, const Event &event, const QByteArray &fact)
{
    const QByteArray own = fact.isEmpty() ? event.reporter.bytes() : fact;
    QSet<QByteArray> reporters = known.value(own);
    reporters.remove(event.reporter.bytes()); // the same event in another environment
    if (!reporters.isEmpty())
        return Place::Recorded;
    // Without anything distinct the reporter sees to it: two computers on one home folder may have one event each.
    const qsizetype others = known.size() - (known.contains(own) ? 1 : 0);
    return !topic.distinct.isEmpty() && others >= topic.cap ? Place::Full : Place::Free;
}

} // namespace Telemetry
