#pragma once

#include "host/simulate/simulation.h"
#include "support/dictionary.h"

#include "contract/canonicaljson.h"
#include "contract/event.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

/// The rows of made-up people, as somebody sees them who has the raw file; and who is who, which the file does not say.
namespace TestSupport {

/// The same number for the same text, everywhere.
inline int numberOf(const QString &text)
{
    static QHash<QString, int> numbers;
    const auto there = numbers.constFind(text);
    return there != numbers.constEnd() ? *there : *numbers.insert(text, int(numbers.size()));
}

inline const Telemetry::Catalog &catalog()
{
    static const Telemetry::Catalog all(publicStrings());
    return all;
}

/// One row, without its reporter.
struct SeenRow
{
    int fact = 0;            ///< topic, period and value
    int withFirstIn = 0;     ///< and `first_in`
    bool hasFirstIn = false; ///< it is of a topic that has it
    int week = 0;            ///< in which it was recorded, from 0; the file does not say it of months' rows

    SeenRow(const QString &topic, const Telemetry::Period &period, const QJsonObject &value,
            std::optional<Telemetry::FirstIn> first, int recorded)
        : hasFirstIn(first.has_value())
        , week(recorded)
    {
        const QString text =
            topic + u'|' + period.toString() + u'|' + QString::fromUtf8(Telemetry::canonicalJson(value));
        fact = numberOf(text);
        withFirstIn = first ? numberOf(text + u'|' + Telemetry::firstInName(*first)) : fact;
    }
};

/// What each person sends, by person. Weeks count from `from`.
inline QList<QList<SeenRow>> simulatedPeople(quint64 seed, int asked, Telemetry::Week from, int weeks)
{
    QList<QList<SeenRow>> people;
    for (int number = 0; number < asked; ++number) {
        const Telemetry::Person person = Telemetry::makePerson(seed, number, catalog());
        QList<SeenRow> rows;
        for (int i = 0; i < weeks; ++i) {
            const Telemetry::Week week = from.plusWeeks(i);
            for (const Telemetry::Fact &fact : Telemetry::factsOf(seed, person, week, catalog(), dictionary()).merged)
                rows.append({fact.topic, dictionary().topic(fact.topic)->periodOf(week), fact.value, fact.firstIn, i});
        }
        people.append(rows);
    }
    return people;
}

/// Which rows are looked at, and how closely.
enum class Look {
    Values,      ///< all, without `first_in`
    WeeksOnly,   ///< those that have `first_in`, without it
    WithFirstIn, ///< those, with it
};

/// Which people have which facts. Rows of one fact are alike but for their reporters.
class FactsOfPeople
{
public:
    /// Of the first so many weeks.
    FactsOfPeople(const QList<QList<SeenRow>> &people, int weeks, Look look)
    {
        for (const QList<SeenRow> &rows : people) {
            QSet<int> facts;
            for (const SeenRow &row : rows) {
                if (row.week < weeks && (look == Look::Values || row.hasFirstIn))
                    facts.insert(look == Look::WithFirstIn ? row.withFirstIn : row.fact);
            }
            if (!facts.isEmpty())
                append(facts.values());
        }
    }
    void append(const QList<int> &facts)
    {
        for (const int fact : facts)
            m_peopleWith[fact].append(people());
        m_factsOf.append(facts);
    }
    [[nodiscard]] int people() const { return int(m_factsOf.size()); }
    [[nodiscard]] const QList<QList<int>> &factsOf() const { return m_factsOf; } ///< by person
    [[nodiscard]] const QHash<int, QList<int>> &peopleWith() const { return m_peopleWith; }
    [[nodiscard]] qint64 rows(int fact) const { return m_peopleWith.value(fact).size(); }
    /// How many people have both.
    [[nodiscard]] qint64 both(int a, int b) const
    {
        const QList<int> one = m_peopleWith.value(a); // rising, as the other is
        const QList<int> other = m_peopleWith.value(b);
        QList<int> common;
        std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
        return common.size();
    }

private:
    QList<QList<int>> m_factsOf;
    QHash<int, QList<int>> m_peopleWith;
};

} // namespace TestSupport
