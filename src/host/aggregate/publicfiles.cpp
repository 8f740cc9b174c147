#include "host/aggregate/publicfiles.h"

#include "host/aggregate/datapackage.h"
#include "host/aggregate/publicperiod.h"
#include "host/aggregate/publictable.h"

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
                                   {u"file"_s, publicPeriodPath(release.period)},
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

/// Bytes that are in memory already.
PublicFile made(const QString &path, const QByteArray &bytes)
{
    return {path, [bytes] { return Result<QByteArray>(bytes); }};
}

} // namespace

QList<PublicFile> publicFiles(const DataDictionary &dictionary, const QList<Release> &outlines,
                              const AbstractReleaseStore &store)
{
    QList<PublicFile> files{made(u"index.json"_s, indexOf(dictionary, outlines)),
                            made(u"dictionary.json"_s, dictionary.source()),
                            made(u"datapackage.json"_s, dataPackage(dictionary))};
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables) {
            const PublicTable all(topic, table, outlines, store);
            files.append({u"tables/%1.csv"_s.arg(table.table), [all] { return all.csv(); }});
            files.append({u"tables/%1.json"_s.arg(table.table), [all] { return all.json(); }});
        }
    }
    for (const Release &outline : outlines) {
        files.append({publicPeriodPath(outline.period), [&store, period = outline.period] {
                          const auto release = store.release(period);
                          return release ? Result<QByteArray>(publicPeriod(release.value())) : release.error();
                      }});
    }
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
