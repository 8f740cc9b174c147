#include "host/aggregate/datapackage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const FieldDefinition *fieldOf(const TopicDefinition &topic, const QString &name)
{
    const auto found = std::find_if(topic.fields.begin(), topic.fields.end(),
                                    [&](const FieldDefinition &field) { return field.field == name; });
    return found == topic.fields.end() ? nullptr : &*found;
}

QJsonObject withinField()
{
    return {{u"name"_s, u"within"_s},
            {u"type"_s, u"integer"_s},
            {u"title"_s, u"within"_s},
            {u"description"_s, u"How far the number may be from the count, with a probability of 95 %."_s},
            {u"constraints"_s, QJsonObject{{u"required"_s, true}}}};
}

QJsonObject periodField(bool isMonth)
{
    const QString title =
        isMonth ? u"month, as SDMX writes it: the weeks whose Thursdays are in it"_s : u"ISO 8601 week in UTC"_s;
    const QString pattern = isMonth ? u"[0-9]{4}-M[0-9]{2}"_s : u"[0-9]{4}-W[0-9]{2}"_s;
    return {{u"name"_s, u"period"_s},
            {u"type"_s, u"string"_s},
            {u"title"_s, title},
            {u"constraints"_s, QJsonObject{{u"required"_s, true}, {u"pattern"_s, pattern}}}};
}

QJsonObject dimensionField(const FieldDefinition &field, const CsvColumn &column)
{
    QString description = field.description;
    if (const QString prefix = column.prefix(); !prefix.isEmpty())
        description += u" Every value has \u201c%1\u201d in front, so that no program changes it."_s.arg(prefix);
    return {{u"name"_s, field.field},
            {u"type"_s, column.isNumber() ? u"integer"_s : u"string"_s},
            {u"title"_s, field.title},
            {u"description"_s, description},
            {u"constraints"_s, QJsonObject{{u"required"_s, true}}}};
}

QJsonObject numberField()
{
    return {{u"name"_s, countedUnit},
            {u"type"_s, u"integer"_s},
            {u"title"_s, countedUnit},
            {u"description"_s, u"With noise, and rounded. A missing row was not published, which doesn't mean zero."_s},
            {u"constraints"_s, QJsonObject{{u"required"_s, true}, {u"minimum"_s, 1}}}};
}

QJsonObject resourceOf(const TopicDefinition &topic, const TableDefinition &table)
{
    QJsonArray fields{periodField(table.period > FirstIn::Week)};
    QJsonArray key{u"period"_s};
    const QList<CsvColumn> columns = csvColumns(topic, table);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        fields.append(dimensionField(*fieldOf(topic, table.dimensions[i]), columns[i]));
        key.append(table.dimensions[i]);
    }
    fields.append(numberField());
    if (table.isSum())
        fields.append(withinField());
    return {
        {u"name"_s, table.table},
        {u"title"_s, table.title},
        {u"path"_s, u"tables/%1.csv"_s.arg(table.table)},
        {u"profile"_s, u"tabular-data-resource"_s},
        {u"format"_s, u"csv"_s},
        {u"mediatype"_s, u"text/csv"_s},
        {u"encoding"_s, u"utf-8"_s},
        {u"dialect"_s, QJsonObject{{u"delimiter"_s, u","_s}, {u"lineTerminator"_s, u"\r\n"_s}, {u"header"_s, true}}},
        // No text means that something is missing: a plugin may be called "na".
        {u"schema"_s, QJsonObject{{u"fields"_s, fields}, {u"missingValues"_s, QJsonArray()}, {u"primaryKey"_s, key}}}};
}

} // namespace

QList<CsvColumn> csvColumns(const TopicDefinition &topic, const TableDefinition &table)
{
    QList<CsvColumn> columns;
    for (const QString &name : table.dimensions) {
        if (const FieldDefinition *field = fieldOf(topic, name)) // the dictionary was checked for that when it was read
            columns.append(CsvColumn(*field, topic.example));
    }
    return columns;
}

QByteArray dataPackage(const DataDictionary &dictionary)
{
    QJsonArray resources;
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables)
            resources.append(resourceOf(topic, table));
    }
    const QJsonObject package{{u"profile"_s, u"tabular-data-package"_s},
                              {u"name"_s, u"napari-telemetry"_s},
                              {u"title"_s, u"How napari is used: published numbers"_s},
                              {u"resources"_s, resources}};
    return QJsonDocument(package).toJson(QJsonDocument::Indented);
}

} // namespace Telemetry
