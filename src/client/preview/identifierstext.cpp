#include "client/preview/identifierstext.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString line(const Period &period, const QString &topic, const Reporter &reporter, const QString &sentence)
{
    return u"%1 %2 %3  %4"_s.arg(period.toString(), topic, reporter.toString(), sentence);
}

} // namespace

QString IdentifiersText::of(const DataDictionary &dictionary, const QList<SpooledEvent> &events,
                            const QList<Receipt> &erased)
{
    QStringList lines;
    for (const SpooledEvent &spooled : events) {
        const Event &event = spooled.event;
        const TopicDefinition *topic = dictionary.topic(event.topic);
        lines.append(line(event.period, event.topic, event.reporter,
                          topic ? topic->sentenceFor(event.value) : QString::fromUtf8(spooled.bytes)));
    }
    for (const Receipt &mark : erased)
        lines.append(line(mark.period, mark.topic, mark.reporter, tr("erased; kept so that it is not recorded again")));
    if (lines.isEmpty())
        return tr("There are no identifiers: no event of this environment is kept on this computer.");
    return lines.join(u'\n');
}

} // namespace Telemetry
