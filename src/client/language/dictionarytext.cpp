#include "client/language/dictionarytext.h"

#include <QCoreApplication>

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

QString DictionaryText::sentence(const TopicDefinition &topic, const QJsonObject &value)
{
    return topic.sentenceFor(value, sentence(topic));
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
