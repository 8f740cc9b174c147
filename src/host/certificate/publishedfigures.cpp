#include "host/certificate/publishedfigures.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/jsonfields.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error damaged(const QString &file, const QString &why)
{
    return Error{Error::Code::Damaged, u"%1 of the public folder %2"_s.arg(file, why)};
}

Result<QByteArray> required(const AbstractCertificateFiles &files, const QString &name, qsizetype most)
{
    const auto bytes = files.publicFile(name, most);
    if (!bytes)
        return Error{Error::Code::NotFound, u"the public folder has no %1"_s.arg(name)};
    if (!*bytes)
        return Error{bytes->error().code, u"%1 can't be read: %2"_s.arg(name, bytes->error().detail)};
    return *bytes;
}

Result<QStringList> monthsOfIndex(const QByteArray &bytes)
{
    const auto index = parseJsonObject(bytes, Limits::publicIndexBytes);
    if (!index || !index.value().value(u"months"_s).isArray())
        return damaged(u"index.json"_s, u"is damaged"_s);
    QStringList months;
    for (const QJsonValue &month : index.value().value(u"months"_s).toArray())
        months.append(month.toString());
    return months;
}

/// The table that counts the people of each plugin.
QJsonObject pluginTable(const QJsonObject &period)
{
    for (const QJsonValue &value : period.value(u"tables"_s).toArray()) {
        const QJsonObject table = value.toObject();
        if (table.value(u"topic"_s) == "plugin"_L1 && table.value(u"dimensions"_s) == QJsonArray{u"name"_s})
            return table;
    }
    return {};
}

/// The plugin's number; nothing where there is no row. `fields` keep what is wrong.
std::optional<PeopleWithin> numberOf(const QString &plugin, const QJsonObject &table, JsonFields &fields)
{
    std::optional<PeopleWithin> number;
    for (const QJsonValue &value : table.value(u"rows"_s).toArray()) {
        const QJsonObject row = value.toObject();
        if (row.value(u"key"_s) != QJsonArray{plugin})
            continue;
        fields.require(!number, u"it has %1 twice"_s.arg(plugin));
        JsonFields numbers(row);
        const qint64 people = numbers.count(u"people"_s);
        const qint64 within = numbers.has(u"within"_s) ? numbers.count(u"within"_s) : fields.count(u"within"_s);
        fields.require(numbers.fault().isEmpty(), numbers.fault());
        number = PeopleWithin{people, std::max<qint64>(0, people - within), people + within};
    }
    return number;
}

} // namespace

PublishedFigures::PublishedFigures(const AbstractCertificateFiles &files, QStringList months, PublishedHistory history)
    : m_files(&files)
    , m_months(std::move(months))
    , m_history(std::move(history))
{
}

Result<PublishedFigures> PublishedFigures::open(const AbstractCertificateFiles &files)
{
    const auto index = required(files, u"index.json"_s, Limits::publicIndexBytes);
    if (!index)
        return index.error();
    auto months = monthsOfIndex(index.value());
    if (!months)
        return months.error();
    const auto lines = required(files, u"history.jsonl"_s, Limits::historyBytes);
    if (!lines)
        return lines.error();
    auto history = PublishedHistory::read(lines.value());
    if (!history)
        return history.error();
    return PublishedFigures(files, std::move(months).value(), std::move(history).value());
}

QString PublishedFigures::fileOf(const QString &period)
{
    return u"periods/%1.json"_s.arg(period);
}

Result<std::optional<PublishedMonth>> PublishedFigures::month(const QString &plugin, const QString &month) const
{
    const QString file = fileOf(month);
    const auto mention = m_history.newest(file);
    if (mention.has_value() != m_months.contains(month))
        return damaged(file, mention ? u"is named by the history, but index.json doesn't list the month"_s
                                     : u"is listed by index.json, but the history doesn't name it"_s);
    if (!mention)
        return std::optional<PublishedMonth>();
    const auto bytes = required(*m_files, file, Limits::periodFileBytes);
    if (!bytes)
        return bytes.error();
    if (QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex() != mention->sha256)
        return damaged(file, u"isn't what line %1 of the history says it is: somebody or something changed it"_s.arg(
                                 mention->line));
    const auto object = parseJsonObject(bytes.value(), Limits::periodFileBytes);
    if (!object || object.value().value(u"period"_s) != month || !object.value().value(u"tables"_s).isArray())
        return damaged(file, u"is no file of the numbers of its month"_s);
    const QJsonObject table = pluginTable(object.value());
    if (table.isEmpty())
        return std::optional(PublishedMonth{});
    JsonFields whole(object.value());
    JsonFields fields(table);
    CertifiedMonth figure{month, {}, whole.count(u"rounding"_s), mention->line, mention->sha256};
    const PublishedMonth without{fields.count(u"threshold"_s), std::nullopt};
    const auto number = numberOf(plugin, table, fields);
    for (const QString &fault : {whole.fault(), fields.fault()}) {
        if (!fault.isEmpty())
            return damaged(file, u"is damaged: "_s + fault);
    }
    figure.number = number.value_or(PeopleWithin());
    return std::optional(PublishedMonth{without.threshold, number ? std::optional(figure) : std::nullopt});
}

} // namespace Telemetry
