#include "client/preview/eventstore.h"

#include "client/language/dictionarytext.h"

#include <QByteArrayMatcher>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Telemetry {

EventStore::EventStore(Kind kind)
    : m_kind(kind)
{
    for (Texts *texts : {&m_topics, &m_periods, &m_weeks, &m_details})
        texts->index({});
}

quint16 EventStore::Texts::index(const QString &text)
{
    const auto known = numbers.constFind(text);
    if (known != numbers.constEnd())
        return *known;
    if (list.size() > std::numeric_limits<quint16>::max())
        return 0; // the empty text: more than anybody reads
    numbers.insert(text, static_cast<quint16>(list.size()));
    list.append(text);
    return numbers.value(text);
}

const EventStore::Topic &EventStore::topicOf(const QString &name, const DataDictionary &dictionary)
{
    auto known = m_known.find(name);
    if (known == m_known.end()) {
        const TopicDefinition *definition = dictionary.topic(name);
        known = m_known.insert(
            name, {definition, definition ? DictionaryText::sentence(*definition) : QString(), m_topics.index(name)});
    }
    return *known;
}

quint16 EventStore::weekIndex(Week week)
{
    const qint64 day = week.monday().toJulianDay();
    auto known = m_knownWeeks.find(day);
    if (known == m_knownWeeks.end())
        known = m_knownWeeks.insert(day, m_weeks.index(week.toString()));
    return *known;
}

quint16 EventStore::periodIndex(const Period &period)
{
    auto &known = period.isMonth() ? m_knownMonths : m_knownPeriods;
    const qint64 day = period.firstWeek().monday().toJulianDay();
    auto found = known.find(day);
    if (found == known.end())
        found = known.insert(day, m_periods.index(period.toString()));
    return *found;
}

void EventStore::append(const SpooledEvent &event, const DataDictionary &dictionary)
{
    const Topic &topic = topicOf(event.event.topic, dictionary);
    const QString sentence = topic.definition ? DictionaryText::withFirstIn(
                                 topic.definition->sentenceFor(event.event.value, topic.sentence), event.event.firstIn)
                                              : event.event.topic;
    const QByteArray text = sentence.toUtf8().left(std::numeric_limits<quint16>::max());
    const QByteArray folded = sentence.toCaseFolded().toUtf8().left(std::numeric_limits<quint16>::max());
    Row row{};
    const QByteArray &reporter = event.event.reporter.bytes();
    std::copy_n(reporter.cbegin(), std::min<qsizetype>(reporter.size(), row.reporter.size()), row.reporter.begin());
    row.text = static_cast<quint32>(m_text.size());
    row.textLength = static_cast<quint16>(text.size());
    m_text += text;
    row.folded = folded == text ? row.text : static_cast<quint32>(m_text.size());
    row.foldedLength = static_cast<quint16>(folded.size());
    if (folded != text)
        m_text += folded;
    row.topic = topic.index;
    row.period = periodIndex(event.event.period);
    row.week = weekIndex(event.event.week());
    row.detail = m_details.index(m_kind == Kind::Sent ? event.sentOn.toString(Qt::ISODate) : event.reason);
    row.level = static_cast<quint8>(event.level);
    row.state = event.state;
    row.accepted = event.receiptAccepted;
    m_rows.push_back(row);
}

void EventStore::sort()
{
    std::sort(m_rows.begin(), m_rows.end(), [this](const Row &one, const Row &other) {
        if (one.level != other.level)
            return one.level < other.level;
        if (one.topic != other.topic)
            return m_topics.list[one.topic] < m_topics.list[other.topic];
        if (one.period != other.period)
            return m_periods.list[one.period] > m_periods.list[other.period];
        return sentenceBytes(one) < sentenceBytes(other);
    });
}

EventKey EventStore::key(int index) const
{
    const Row &found = row(index);
    return {topic(found), QByteArray(found.reporter.data(), static_cast<qsizetype>(found.reporter.size()))};
}

QString EventStore::sentence(const Row &row) const
{
    return QString::fromUtf8(sentenceBytes(row));
}

QByteArrayView EventStore::sentenceBytes(const Row &row) const
{
    return QByteArrayView(m_text).sliced(row.text, row.textLength);
}

std::vector<int> EventStore::matching(const QString &search,
                                      const std::function<QString(const QString &topic)> &topicWords) const
{
    struct Word
    {
        QByteArrayMatcher inSentence;
        std::vector<bool> topics, periods, details; ///< by index: whether it has the word
    };
    std::vector<Word> words;
    for (const QString &word : search.toCaseFolded().split(u' ', Qt::SkipEmptyParts)) {
        const auto having = [&word](const QStringList &texts, const std::function<QString(const QString &)> &more) {
            std::vector<bool> has;
            for (const QString &text : texts)
                has.push_back((more ? text + u' ' + more(text) : text).toCaseFolded().contains(word));
            return has;
        };
        words.push_back({QByteArrayMatcher(word.toUtf8()), having(m_topics.list, topicWords),
                         having(m_periods.list, {}), having(m_details.list, {})});
    }
    std::vector<int> found;
    found.reserve(m_rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        const char *folded = m_text.constData() + row.folded;
        const bool all = std::all_of(words.begin(), words.end(), [&](const Word &word) {
            return word.topics[row.topic] || word.periods[row.period] || word.details[row.detail]
                   || word.inSentence.indexIn(folded, row.foldedLength) >= 0;
        });
        if (all)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

} // namespace Telemetry
