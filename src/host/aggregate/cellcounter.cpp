#include "host/aggregate/cellcounter.h"

#include "contract/event.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Telemetry {

QString cellKey(const TableDefinition &table, const QJsonObject &value)
{
    QJsonArray key;
    for (const QString &field : table.dimensions)
        key.append(value[field].toVariant().toString());
    return QString::fromUtf8(QJsonDocument(key).toJson(QJsonDocument::Compact));
}

bool CellCounter::add(const QString &topic, const QJsonObject &value, std::optional<FirstIn> firstIn, qint64 people)
{
    const TopicDefinition *definition = m_dictionary.topic(topic);
    if (!definition || refusalOf(*definition, value, firstIn))
        return false;
    for (const TableDefinition &table : definition->tables) {
        if ((table.period > FirstIn::Week) == m_ofMonth
            && (definition->isMonthly || firstIn.value_or(FirstIn::Week) >= table.period))
            m_counts[table.table][cellKey(table, value)] += people;
    }
    return true;
}

} // namespace Telemetry
