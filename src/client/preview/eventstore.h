#pragma once

#include "client/spool/abstractspool.h"
#include "client/spool/eventkey.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <array>
#include <functional>
#include <vector>

namespace Telemetry {

class DataDictionary;
struct TopicDefinition;

/// Many events in little memory (about 80 bytes each): a sentence for people and what is sorted and searched by. The
/// bytes that are sent are not here; they are read for what is chosen. Made in the worker thread, read-only afterwards:
/// then any thread.
class EventStore
{
public:
    /// What the rows of a store are.
    enum class Kind {
        Unsent, ///< pending or refused
        Sent,   ///< receipts
    };
    struct Row
    {
        std::array<char, 16> reporter;
        quint32 text;         ///< where the sentence begins
        quint32 folded;       ///< where its form for searching begins; the same where they do not differ
        quint16 textLength;   ///< bytes
        quint16 foldedLength; ///< bytes
        quint16 topic;        ///< index
        quint16 period;       ///< index
        quint16 week;         ///< index: in which it was recorded
        quint16 detail;       ///< index: why it was refused, or the day on which it was sent
        quint8 level;
        SpooledEvent::State state;
        bool accepted; ///< of a receipt: the collector said so
    };

    explicit EventStore(Kind kind = Kind::Unsent);

    void append(const SpooledEvent &event, const DataDictionary &dictionary);
    /// Sorts by level, topic and sentence, latest period first: how the rows are first shown.
    void sort();

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] int size() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const Row &row(int index) const { return m_rows[static_cast<size_t>(index)]; }
    [[nodiscard]] EventKey key(int index) const;
    [[nodiscard]] QString sentence(const Row &row) const;
    [[nodiscard]] QByteArrayView sentenceBytes(const Row &row) const;
    [[nodiscard]] const QString &topic(const Row &row) const { return m_topics.list[row.topic]; }
    [[nodiscard]] const QString &period(const Row &row) const { return m_periods.list[row.period]; }
    [[nodiscard]] const QString &week(const Row &row) const { return m_weeks.list[row.week]; }
    [[nodiscard]] const QString &detail(const Row &row) const { return m_details.list[row.detail]; }
    /// Those rows, as indexes in rising order, that have every word of the search somewhere: in the sentence, the
    /// period, the detail, or the words of their topic (its name and `topicWords` of it). Upper and lower case are the
    /// same.
    [[nodiscard]] std::vector<int> matching(const QString &search,
                                            const std::function<QString(const QString &topic)> &topicWords) const;

private:
    /// Each text once; the first one is empty.
    struct Texts
    {
        QStringList list;
        QHash<QString, quint16> numbers;
        quint16 index(const QString &text);
    };

    /// What is the same for all events of a topic.
    struct Topic
    {
        const TopicDefinition *definition; ///< null: this dictionary does not have it
        QString sentence;                  ///< translated
        quint16 index;
    };
    [[nodiscard]] const Topic &topicOf(const QString &name, const DataDictionary &dictionary);
    [[nodiscard]] quint16 periodIndex(const Period &period);
    [[nodiscard]] quint16 weekIndex(Week week);

    Kind m_kind;
    QHash<QString, Topic> m_known;
    QHash<qint64, quint16> m_knownWeeks;   ///< by the Julian day of its Monday
    QHash<qint64, quint16> m_knownMonths;  ///< of its first Monday
    QHash<qint64, quint16> m_knownPeriods; ///< of a week's Monday
    QByteArray m_text;
    std::vector<Row> m_rows;
    Texts m_topics;
    Texts m_periods;
    Texts m_weeks;
    Texts m_details;
};

} // namespace Telemetry
