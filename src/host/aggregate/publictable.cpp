#include "host/aggregate/publictable.h"

#include "host/aggregate/celltexts.h"
#include "host/aggregate/datapackage.h"
#include "host/aggregate/jsonrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A month as SDMX writes it, 2026-M11: a spreadsheet takes 2026-11 for a day.
QByteArray csvPeriod(const Period &period)
{
    return period.toString().replace(u"-"_s, period.isMonth() ? u"-M"_s : u"-"_s).toLatin1();
}

} // namespace

QJsonArray periodsOf(const QList<Release> &releases, bool months)
{
    QJsonArray periods;
    for (const Release &release : releases) {
        if (release.period.isMonth() == months)
            periods.append(release.period.toString());
    }
    return periods;
}

PublicTable::PublicTable(const TopicDefinition &topic, const TableDefinition &table, const QList<Release> &outlines,
                         const AbstractReleaseStore &store)
    : m_topic(topic)
    , m_table(table)
    , m_outlines(outlines)
    , m_store(store)
{
}

Result<Done> PublicTable::visit(const Take &take) const
{
    for (const Release &release : m_outlines) {
        const auto cells = m_store.cells(release.period, m_table.table);
        if (!cells)
            return cells.error();
        const auto sum = std::find_if(release.sums.begin(), release.sums.end(),
                                      [&](const RunningSum &each) { return each.table == m_table.table; });
        PeriodOfRows period{
            csvPeriod(release.period), ",\"period\":\"" + release.period.toString().toLatin1() + '"', {}};
        if (sum != release.sums.end()) {
            period.within = QByteArray::number(withinOf(m_table.sigma, release.rounding, sum->months));
            period.json += ",\"within\":" + period.within;
        }
        for (const ReleasedCell &cell : cells.value())
            take(period, cell);
    }
    return Done{};
}

Result<QByteArray> PublicTable::csv() const
{
    const QList<CsvColumn> columns = csvColumns(m_topic, m_table);
    QByteArray csv = "period";
    for (const CsvColumn &column : columns)
        csv += ',' + column.heading();
    csv += ',' + QByteArray(countedUnit.data(), countedUnit.size()) + (m_table.isSum() ? ",within\r\n" : "\r\n");
    const auto visited = visit([&](const PeriodOfRows &period, const ReleasedCell &cell) {
        const QStringList key = textsOfJson(cell.key);
        csv += period.csv;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            csv += ',';
            csv += columns[i].cell(key.value(i));
        }
        csv += ',';
        csv += QByteArray::number(cell.reporters);
        csv += period.within.isEmpty() ? "\r\n" : ',' + period.within + "\r\n";
    });
    return visited ? Result<QByteArray>(csv) : visited.error();
}

Result<QByteArray> PublicTable::json() const
{
    JsonRows rows({{u"topic"_s, m_topic.topic},
                   {u"table"_s, m_table.table},
                   {u"title"_s, m_table.title},
                   {u"dimensions"_s, QJsonArray::fromStringList(m_table.dimensions)},
                   {u"period"_s, firstInName(m_table.period)},
                   {u"periods"_s, periodsOf(m_outlines, m_table.period > FirstIn::Week)}});
    const auto visited =
        visit([&](const PeriodOfRows &period, const ReleasedCell &cell) { rows.add(cell, period.json); });
    return visited ? Result<QByteArray>(rows.take() + '\n') : visited.error();
}

} // namespace Telemetry
