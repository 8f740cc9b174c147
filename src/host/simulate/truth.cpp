#include "host/simulate/truth.h"

#include "contract/period.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Telemetry {

void Truth::addWeek(Week week)
{
    m_weeks.append(week.toString());
}

void Truth::addPerson(Week week, const QList<Fact> &merged)
{
    for (const Fact &fact : merged) {
        for (const TableDefinition &table : m_dictionary.topic(fact.topic)->tables) {
            if (fact.firstIn && *fact.firstIn < table.period)
                continue; // counted in an earlier week of the period
            QStringList parts;
            for (const QString &field : table.dimensions) {
                // Nothing in the dictionary's texts needs escaping in JSON.
                parts.append(u'"' + fact.value[field].toVariant().toString() + u'"');
            }
            ++m_counts[table.table][(table.period > FirstIn::Week ? Period::monthOf(week) : Period(week)).toString()]
                      [u'[' + parts.join(u',') + u']'];
        }
    }
}

QByteArray Truth::toJson() const
{
    QJsonObject tables;
    for (auto table = m_counts.begin(); table != m_counts.end(); ++table) {
        QJsonObject weeks;
        for (auto week = table->begin(); week != table->end(); ++week) {
            QJsonObject cells;
            for (auto cell = week->begin(); cell != week->end(); ++cell)
                cells[cell.key()] = cell.value();
            weeks[week.key()] = cells;
        }
        tables[table.key()] = weeks;
    }
    return QJsonDocument(QJsonObject{{u"weeks"_s, QJsonArray::fromStringList(m_weeks)}, {u"tables"_s, tables}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

} // namespace Telemetry
