#include "host/certificate/publishedperiod.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/jsonfields.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error invalid(const QString &detail)
{
    return {Error::Code::Invalid, detail};
}

/// Nothing: it is no list of so many texts.
std::optional<QStringList> textsOf(const QJsonValue &value, qsizetype most)
{
    const QJsonArray list = value.toArray();
    QStringList texts;
    for (const QJsonValue &text : list) {
        const QString found = text.toString();
        if (!text.isString() || found.size() > Limits::publishedTextChars || !found.isValidUtf16()
            || found.contains(QChar(0)))
            return std::nullopt;
        texts.append(found);
    }
    return value.isArray() && texts.size() <= most ? std::optional(texts) : std::nullopt;
}

Result<PublishedRow> readRow(const QJsonObject &row, const PublishedTable &table)
{
    const auto key = textsOf(row.value(u"key"_s), table.dimensions.size());
    if (!key || key->size() != table.dimensions.size())
        return invalid(u"a row of %1 has no text for each dimension"_s.arg(table.table));
    JsonFields fields(row);
    const qint64 people = fields.count(u"people"_s);
    const qint64 within = fields.has(u"within"_s) ? fields.count(u"within"_s) : table.within;
    if (!fields.fault().isEmpty())
        return invalid(fields.fault());
    return PublishedRow{*key, {people, std::max<qint64>(0, people - within), people + within}};
}

Result<PublishedTable> readTable(const QJsonObject &object)
{
    JsonFields fields(object);
    PublishedTable table;
    table.table = fields.text(u"table"_s, Limits::publicNameChars);
    table.topic = fields.text(u"topic"_s, Limits::publicNameChars);
    table.threshold = fields.count(u"threshold"_s);
    table.within = fields.count(u"within"_s);
    const auto dimensions = textsOf(object.value(u"dimensions"_s), Limits::publishedDimensions);
    fields.require(dimensions.has_value(), u"\"dimensions\" is no list of texts"_s);
    fields.require(object.value(u"rows"_s).isArray(), u"\"rows\" is no list"_s);
    if (!fields.fault().isEmpty())
        return invalid(fields.fault());
    table.dimensions = *dimensions;
    QSet<QStringList> seen;
    for (const QJsonValue &value : object.value(u"rows"_s).toArray()) {
        auto row = readRow(value.toObject(), table);
        if (!row)
            return row.error();
        if (seen.contains(row.value().key))
            return invalid(u"it has %1 twice"_s.arg(row.value().key.join(u' ')));
        seen.insert(row.value().key);
        table.rows.append(std::move(row).value());
    }
    return table;
}

} // namespace

const PublishedTable *PublishedPeriod::find(const QString &table) const
{
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const PublishedTable &each) { return each.table == table; });
    return found == tables.end() ? nullptr : &*found;
}

Result<PublishedPeriod> readPublishedPeriod(const QByteArray &bytes, const QString &period)
{
    const auto read = parseJsonObject(bytes, Limits::periodFileBytes);
    if (!read)
        return read.error();
    const QJsonObject &object = read.value();
    if (object.value(u"period"_s) != period || !object.value(u"tables"_s).isArray())
        return invalid(u"it is no file of the numbers of its period"_s);
    JsonFields fields(object);
    PublishedPeriod published{period, fields.count(u"rounding"_s), {}};
    if (!fields.fault().isEmpty())
        return invalid(fields.fault());
    for (const QJsonValue &value : object.value(u"tables"_s).toArray()) {
        auto table = readTable(value.toObject());
        if (!table)
            return table.error();
        if (published.find(table.value().table))
            return invalid(u"it has the table %1 twice"_s.arg(table.value().table));
        published.tables.append(std::move(table).value());
    }
    return published;
}

} // namespace Telemetry
