#include "client/language/dictionarytext.h"

namespace Telemetry {

namespace {

QString translated(const QString &english)
{
    return QCoreApplication::translate("Telemetry::DataDictionary", english.toUtf8().constData());
}

} // namespace

QString DictionaryText::title(const TopicDefinition &topic)
{
    return translated(topic.title);
}

QString DictionaryText::why(const TopicDefinition &topic)
{
    return translated(topic.why);
}

QString DictionaryText::sentence(const TopicDefinition &topic)
{
    return translated(topic.sentence);
}

QString DictionaryText::sentence(const TopicDefinition &topic, const Event &event)
{
    return withFirstIn(topic.sentenceFor(event.value, sentence(topic)), event.firstIn);
}

QString DictionaryText::withFirstIn(const QString &sentence, std::optional<FirstIn> firstIn)
{
    switch (firstIn.value_or(FirstIn::Week)) {
    case FirstIn::Week:
        break;
    case FirstIn::Month:
        return tr("%1 (the first report of this month)").arg(sentence);
    case FirstIn::Year:
        return tr("%1 (the first report of this year)").arg(sentence);
    case FirstIn::Ever:
        return tr("%1 (the first report ever)").arg(sentence);
    }
    return sentence;
}

QString DictionaryText::title(const FieldDefinition &field)
{
    return translated(field.title);
}

QString DictionaryText::description(const FieldDefinition &field)
{
    return translated(field.description);
}

QString DictionaryText::title(const TableDefinition &table)
{
    return translated(table.title);
}

} // namespace Telemetry
