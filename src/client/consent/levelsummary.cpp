#include "client/consent/levelsummary.h"

#include "client/language/dictionarytext.h"
#include "contract/limits.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// "operating system (system version)": the topic, and those of its fields that its title does not name.
QString topicWithFields(const TopicDefinition &topic, const QList<const FieldDefinition *> &fields)
{
    QStringList more;
    for (const FieldDefinition *field : fields) {
        if (!topic.title.contains(field->title, Qt::CaseInsensitive))
            more.append(DictionaryText::title(*field));
    }
    const QString title = DictionaryText::title(topic);
    return more.isEmpty() ? title : u"%1 (%2)"_s.arg(title, more.join(u", "_s));
}

QString joinedTopics(const DataDictionary &dictionary, Level level)
{
    QStringList topics;
    for (const TopicDefinition *topic : dictionary.topicsOfLevel(level)) {
        QList<const FieldDefinition *> fields;
        for (const FieldDefinition &field : topic->fields)
            fields.append(&field);
        topics.append(topicWithFields(*topic, fields));
    }
    return topics.join(u"; "_s);
}

} // namespace

QString LevelSummary::name(Level level)
{
    switch (level) {
    case Level::None:
        return tr("No telemetry");
    case Level::Basic:
        return tr("Basic");
    case Level::Middle:
        return tr("Middle");
    case Level::Full:
        return tr("Full");
    }
    return {};
}

QString LevelSummary::nameInSentence(Level level)
{
    // Not the lower case of name(): German nouns keep their capital.
    switch (level) {
    case Level::None:
        return tr("no telemetry", "level, in a sentence");
    case Level::Basic:
        return tr("basic", "level, in a sentence");
    case Level::Middle:
        return tr("middle", "level, in a sentence");
    case Level::Full:
        return tr("full", "level, in a sentence");
    }
    return {};
}

QString LevelSummary::description(const DataDictionary &dictionary, Level level)
{
    switch (level) {
    case Level::None:
        return tr("Nothing is sent. napari works just the same.");
    case Level::Basic:
        return tr("%1.").arg(joinedTopics(dictionary, level));
    case Level::Middle:
        return tr("All of Basic, and: %1.").arg(joinedTopics(dictionary, level));
    case Level::Full:
        return tr("All of Middle, and: %1.").arg(joinedTopics(dictionary, level));
    }
    return {};
}

QString LevelSummary::handling(const Endpoints &endpoints)
{
    QStringList hosts;
    for (const Level level : sendingLevels()) {
        if (!hosts.contains(endpoints.displayHost(level)))
            hosts.append(endpoints.displayHost(level));
    }
    return tr("Never sent: file and layer names, paths, images, your name, free text, or a time finer than the week. "
              "You see every event before it is sent to %1. It is kept there for %n day(s) at most, without your "
              "network address; after that only counts of people remain.",
              nullptr, Limits::rawDays)
        .arg(hosts.join(u", "_s));
}

QString LevelSummary::additions(const DataDictionary &dictionary, int since, Level level)
{
    QStringList topics;
    for (const Level each : sendingLevels()) {
        if (each > level)
            break;
        for (const Addition &addition : dictionary.additions(since, each))
            topics.append(topicWithFields(*addition.topic, addition.fields));
    }
    return topics.join(u"; "_s);
}

} // namespace Telemetry
