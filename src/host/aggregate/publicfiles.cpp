#include "host/aggregate/publicfiles.h"

#include "host/aggregate/csvcolumn.h"
#include "host/aggregate/datapackage.h"
#include "host/aggregate/discretegaussian.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int format = 1;

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonArray weeksOf(const QList<Release> &releases)
{
    QJsonArray weeks;
    for (const Release &release : releases)
        weeks.append(release.week.toString());
    return weeks;
}

/// How far a published number may be from the count, with a probability of 95 %: the noise, and the rounding.
qint64 withinOf(const TableDefinition &table, qint64 rounding)
{
    return Noise::intervalOfDiscreteGaussian(table.sigma) + rounding / 2;
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
            {u"dimensions"_s, dimensions},
            {u"sigma"_s, table.sigma},
            {u"threshold"_s, table.threshold},
            {u"within"_s, withinOf(table, rounding)},
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
        history.append(QJsonObject{{u"week"_s, release.week.toString()},
                                   {u"dictionary"_s, release.dictionary},
                                   {u"rounding"_s, release.rounding}});
    return bytesOf({{u"format"_s, format},
                    {u"dictionary"_s, dictionary.version()},
                    {u"data_as_of"_s, releases.isEmpty() ? QJsonValue() : releases.last().week.toString()},
                    {u"unit"_s, countedUnit},
                    {u"rounding"_s, dictionary.rounding()},
                    {u"weeks"_s, weeksOf(releases)},
                    {u"releases"_s, history},
                    {u"tables"_s, tables}});
}

void addTable(PublicFiles &files, const TopicDefinition &topic, const TableDefinition &table,
              const QList<Release> &releases)
{
    const QList<CsvColumn> columns = csvColumns(topic, table);
    QByteArray csv = "week"_ba;
    for (const CsvColumn &column : columns)
        csv += ',' + column.heading();
    csv += ',' + QByteArray(countedUnit.data(), countedUnit.size()) + "\r\n";
    QJsonArray rows;
    for (const Release &release : releases) {
        const QString week = release.week.toString();
        for (const ReleasedCell &cell : release.cells) {
            if (cell.table != table.table)
                continue;
            const QJsonArray key = QJsonDocument::fromJson(cell.key.toUtf8()).array();
            rows.append(QJsonObject{{u"week"_s, week}, {u"key"_s, key}, {u"people"_s, cell.reporters}});
            csv += week.toUtf8();
            for (qsizetype i = 0; i < columns.size(); ++i)
                csv += ',' + columns[i].cell(key[i].toString());
            csv += ',' + QByteArray::number(cell.reporters) + "\r\n";
        }
    }
    files[u"tables/%1.csv"_s.arg(table.table)] = csv;
    files[u"tables/%1.json"_s.arg(table.table)] =
        bytesOf({{u"topic"_s, topic.topic},
                 {u"table"_s, table.table},
                 {u"title"_s, table.title},
                 {u"dimensions"_s, QJsonArray::fromStringList(table.dimensions)},
                 {u"weeks"_s, weeksOf(releases)},
                 {u"rows"_s, rows}});
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
    return files;
}

Result<QStringList> weeksOfIndex(const QByteArray &index)
{
    const QJsonObject object = QJsonDocument::fromJson(index).object();
    if (!object["weeks"_L1].isArray() || !object["format"_L1].isDouble())
        return Error{Error::Code::Invalid, u"index.json is not one of this program"_s};
    if (object["format"_L1].toInt() != format)
        return Error{Error::Code::Unsupported, u"index.json was made by another version of this program"_s};
    QStringList weeks;
    for (const QJsonValue &week : object["weeks"_L1].toArray())
        weeks.append(week.toString());
    return weeks;
}

} // namespace Telemetry
