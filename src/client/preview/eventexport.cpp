#include "client/preview/eventexport.h"

#include "client/language/dictionarytext.h"
#include "contract/canonicaljson.h"

using namespace Qt::StringLiterals;

namespace Telemetry::EventExport {

namespace {

QString sentenceOf(const SpooledEvent &event, const DataDictionary &dictionary)
{
    const TopicDefinition *topic = dictionary.topic(event.event.topic);
    return topic ? DictionaryText::sentence(*topic, event.event) : event.event.topic;
}

QString answerOf(const SpooledEvent &event)
{
    return event.receipt.isEmpty() ? u""_s : event.receiptAccepted ? u"accepted"_s : u"none"_s;
}

QString dayOf(const SpooledEvent &event)
{
    return event.sentOn.isValid() ? event.sentOn.toString(Qt::ISODate) : u""_s;
}

/// A cell in quotation marks. What looks like a formula gets an apostrophe: a reason comes from outside, and a
/// spreadsheet would calculate it.
QByteArray cell(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return '"' + text.replace(u'"', u"\"\""_s).toUtf8() + '"';
}

} // namespace

QByteArray toJson(const QList<SpooledEvent> &events, const DataDictionary &dictionary)
{
    QByteArrayList lines;
    for (const SpooledEvent &event : events) {
        QByteArray object = canonicalJson({{u"level"_s, levelName(event.level)},
                                           {u"state"_s, stateName(event.state)},
                                           {u"reason"_s, event.reason},
                                           {u"sent_on"_s, dayOf(event)},
                                           {u"answer"_s, answerOf(event)},
                                           {u"sentence"_s, sentenceOf(event, dictionary)}});
        object.chop(1);
        lines.append(object + ",\"event\":" + event.bytes + '}');
    }
    return "{\"dictionary\":" + QByteArray::number(dictionary.version()) + ",\"events\":[\n" + lines.join(",\n")
           + "\n]}\n";
}

QByteArray toCsv(const QList<SpooledEvent> &events, const DataDictionary &dictionary)
{
    QByteArray csv = "level,topic,period,reporter,state,reason,sent_on,answer,sentence,event\r\n";
    for (const SpooledEvent &event : events) {
        const QList<QString> cells{levelName(event.level),
                                   event.event.topic,
                                   event.event.period.toString(),
                                   event.event.reporter.toString(),
                                   stateName(event.state),
                                   event.reason,
                                   dayOf(event),
                                   answerOf(event),
                                   sentenceOf(event, dictionary),
                                   QString::fromUtf8(event.bytes)};
        QByteArrayList line;
        for (const QString &text : cells)
            line.append(cell(text));
        csv += line.join(',') + "\r\n";
    }
    return csv;
}

} // namespace Telemetry::EventExport
