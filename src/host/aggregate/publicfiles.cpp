#include "host/aggregate/publicfiles.h"

#include "host/aggregate/celltexts.h"
#include "host/aggregate/csvcolumn.h"
#include "host/aggregate/datapackage.h"
#include "host/aggregate/discretegaussian.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int format = 1;

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// A row as JSON, behind those that there are. By hand, as there may be hundreds of thousands: the key is JSON already.
void addRow(QByteArray &rows, const ReleasedCell &cell, const QByteArray &more = {})
{
    rows += (rows.isEmpty() ? "{\"key\":" : ",{\"key\":") + cell.key.toUtf8()
            + ",\"people\":" + QByteArray::number(cell.reporters) + more + '}';
}

/// The object with these rows among its keys, in their order.
QByteArray withRows(QJsonObject object, const QByteArray &rows)
{
    static const QByteArray none = "\"rows\":[]"; // in no text: there quotation marks have a backslash in front
    object.insert(u"rows"_s, QJsonArray());
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const qsizetype place = bytes.indexOf(none) + none.size() - 1;
    return bytes.first(place) + rows + bytes.sliced(place);
}

QJsonArray periodsOf(const QList<Release> &releases, bool months)
{
    QJsonArray periods;
    for (const Release &release : releases) {
        if (release.period.isMonth() == months)
            periods.append(release.period.toString());
    }
    return periods;
}

/// How far a published number may be from the count, with a probability of 95 %: the noise of so many months (one, of
/// what is not summed up), and the rounding.
qint64 withinOf(int sigma, qint64 rounding, int months = 1)
{
    const double one = double(Noise::intervalOfDiscreteGaussian(sigma));
    return static_cast<qint64>(std::ceil(one * std::sqrt(double(months)))) + rounding / 2;
}

/// A month as SDMX writes it, 2026-M11: a spreadsheet takes 2026-11 for a day.
QByteArray csvPeriod(const Period &period)
{
    return period.toString().replace(u"-"_s, period.isMonth() ? u"-M"_s : u"-"_s).toLatin1();
}

QJsonObject entryOf(const TopicDefinition &topic, const TableDefinition &table, qint64 rounding)
{
    QJsonArray dimensions;
    for (const QString &name : table.dimensions) {
        for (const FieldDefinition &field : topic.fields) {
            if (field.field == name)
                dimensions.append(QJsonObject{{u"field"_s, name}, {u"title"_s, field.title}});
        }
    }
    return {{u"topic"_s, topic.topic},
            {u"level"_s, levelName(topic.level)},
            {u"table"_s, table.table},
            {u"title"_s, table.title},
            {u"period"_s, firstInName(table.period)},
            {u"dimensions"_s, dimensions},
            {u"sigma"_s, table.sigma},
            {u"threshold"_s, table.threshold},
            {u"within"_s, withinOf(table.sigma, rounding)},
            {u"json"_s, u"tables/%1.json"_s.arg(table.table)},
            {u"csv"_s, u"tables/%1.csv"_s.arg(table.table)}};
}

QByteArray indexOf(const DataDictionary &dictionary, const QList<Release> &releases)
{
    QJsonArray tables;
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables)
            tables.append(entryOf(topic, table, dictionary.rounding()));
    }
    QJsonArray history;
    for (const Release &release : releases)
        history.append(QJsonObject{{u"period"_s, release.period.toString()},
                                   {u"file"_s, u"periods/%1.json"_s.arg(release.period.toString())},
                                   {u"dictionary"_s, release.dictionary},
                                   {u"rounding"_s, release.rounding}});
    const QJsonArray weeks = periodsOf(releases, false);
    return bytesOf({{u"format"_s, format},
                    {u"dictionary"_s, dictionary.version()},
                    {u"data_as_of"_s, weeks.isEmpty() ? QJsonValue() : weeks.last()},
                    {u"unit"_s, countedUnit},
                    {u"rounding"_s, dictionary.rounding()},
                    {u"weeks"_s, weeks},
                    {u"months"_s, periodsOf(releases, true)},
                    {u"releases"_s, history},
                    {u"tables"_s, tables}});
}

void addTable(PublicFiles &files, const TopicDefinition &topic, const TableDefinition &table,
              const QList<Release> &releases)
{
    const QList<CsvColumn> columns = csvColumns(topic, table);
    const bool ofMonths = table.period > FirstIn::Week;
    QByteArray csv = "period";
    for (const CsvColumn &column : columns)
        csv += ',' + column.heading();
    csv += ',' + QByteArray(countedUnit.data(), countedUnit.size()) + (table.isSum() ? ",within\r\n" : "\r\n");
    QByteArray rows;
    for (const Release &release : releases) {
        const QByteArray period = release.period.toString().toLatin1();
        const auto sum = std::find_if(release.sums.begin(), release.sums.end(),
                                      [&](const RunningSum &each) { return each.table == table.table; });
        for (const ReleasedCell &cell : release.cells) {
            if (cell.table != table.table)
                continue;
            const QStringList key = textsOfJson(cell.key);
            csv += csvPeriod(release.period);
            for (qsizetype i = 0; i < columns.size(); ++i)
                csv += ',' + columns[i].cell(key.value(i));
            csv += ',' + QByteArray::number(cell.reporters);
            QByteArray more = ",\"period\":\"" + period + '"';
            if (sum != release.sums.end()) {
                const QByteArray within = QByteArray::number(withinOf(table.sigma, release.rounding, sum->months));
                more += ",\"within\":" + within;
                csv += ',' + within;
            }
            csv += "\r\n";
            addRow(rows, cell, more);
        }
    }
    files[u"tables/%1.csv"_s.arg(table.table)] = csv;
    files[u"tables/%1.json"_s.arg(table.table)] =
        withRows({{u"topic"_s, topic.topic},
                  {u"table"_s, table.table},
                  {u"title"_s, table.title},
                  {u"dimensions"_s, QJsonArray::fromStringList(table.dimensions)},
                  {u"period"_s, firstInName(table.period)},
                  {u"periods"_s, periodsOf(releases, ofMonths)}},
                 rows)
        + '\n';
}

/// What a period published of one table, from what was kept of it alone: a table that a newer dictionary renames or
/// drops has its numbers still, and the bytes stay the same.
QByteArray tableOfPeriod(const Release &release, const Drawing &drawing)
{
    const auto sum = std::find_if(release.sums.begin(), release.sums.end(),
                                  [&](const RunningSum &each) { return each.table == drawing.table; });
    const int months = sum != release.sums.end() ? sum->months : 1;
    QByteArray rows;
    for (const ReleasedCell &cell : release.cells) {
        if (cell.table == drawing.table)
            addRow(rows, cell);
    }
    return withRows({{u"table"_s, drawing.table},
                     {u"topic"_s, drawing.topic},
                     {u"dimensions"_s, QJsonArray::fromStringList(drawing.dimensions)},
                     {u"sigma"_s, drawing.sigma},
                     {u"threshold"_s, drawing.threshold},
                     {u"within"_s, withinOf(drawing.sigma, release.rounding, months)}},
                    rows);
}

QByteArray periodOf(const Release &release)
{
    QByteArray tables;
    for (const Drawing &drawing : release.drawings)
        tables += (tables.isEmpty() ? "" : ",") + tableOfPeriod(release, drawing);
    return "{\"dictionary\":" + QByteArray::number(release.dictionary) + ",\"period\":\""
           + release.period.toString().toLatin1() + "\",\"rounding\":" + QByteArray::number(release.rounding)
           + ",\"tables\":[" + tables + "]}\n";
}

} // namespace

PublicFiles publicFiles(const DataDictionary &dictionary, const QList<Release> &releases)
{
    PublicFiles files;
    files[u"index.json"_s] = indexOf(dictionary, releases);
    files[u"dictionary.json"_s] = dictionary.source();
    files[u"datapackage.json"_s] = dataPackage(dictionary);
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables)
            addTable(files, topic, table, releases);
    }
    for (const Release &release : releases)
        files[u"periods/%1.json"_s.arg(release.period.toString())] = periodOf(release);
    return files;
}

Result<QStringList> periodsOfIndex(const QByteArray &index)
{
    const QJsonObject object = QJsonDocument::fromJson(index).object();
    if (!object["weeks"_L1].isArray() || !object["format"_L1].isDouble())
        return Error{Error::Code::Invalid, u"index.json is not one of this program"_s};
    if (object["format"_L1].toInt() != format)
        return Error{Error::Code::Unsupported, u"index.json was made by another version of this program"_s};
    QStringList periods;
    for (const auto unit : {"weeks"_L1, "months"_L1}) {
        for (const QJsonValue &period : object[unit].toArray())
            periods.append(period.toString());
    }
    return periods;
}

} // namespace Telemetry
