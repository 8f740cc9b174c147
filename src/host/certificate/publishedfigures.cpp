#include "host/certificate/publishedfigures.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/jsonfields.h"
#include "host/history/historynames.h"
#include "host/history/releasedperiods.h"

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

PublishedFigures::PublishedFigures(const AbstractCertificateFiles &files, QStringList periods, HistoryChain history)
    : m_files(&files)
    , m_periods(std::move(periods))
    , m_history(std::move(history))
{
}

Result<PublishedFigures> PublishedFigures::open(const AbstractCertificateFiles &files)
{
    const QString name = u"index.json"_s;
    const auto index = required(files, name, Limits::publicIndexBytes);
    if (!index)
        return index.error();
    auto periods = releasedPeriods(index.value());
    if (!periods)
        return damaged(name, u"is damaged: "_s + periods.error().detail);
    const auto lines = required(files, HistoryNames::history, Limits::historyBytes);
    if (!lines)
        return lines.error();
    HistoryChain history;
    if (const auto taken = history.takeAll(lines.value()); !taken)
        return Error{Error::Code::Damaged,
                     u"%1, line %2: %3"_s.arg(HistoryNames::history, QString::number(history.entries().size() + 1),
                                              taken.error().detail)};
    return PublishedFigures(files, std::move(periods).value(), std::move(history));
}

Result<std::optional<PublishedMonth>> PublishedFigures::month(const QString &plugin, const QString &month) const
{
    const QString file = periodFile(month);
    const HistoryEntry *line = m_history.newestOf(file);
    if ((line != nullptr) != m_periods.contains(month))
        return damaged(file, line ? u"is named by the history, but index.json doesn't list the month"_s
                                  : u"is listed by index.json, but the history doesn't name it"_s);
    if (!line)
        return std::optional<PublishedMonth>();
    const auto bytes = required(*m_files, file, Limits::periodFileBytes);
    if (!bytes)
        return bytes.error();
    const QByteArray sha256 = line->said.files.value(file);
    if (sha256Of(bytes.value()) != sha256)
        return damaged(
            file, u"isn't what line %1 of the history says it is: somebody or something changed it"_s.arg(line->n + 1));
    const auto object = parseJsonObject(bytes.value(), Limits::periodFileBytes);
    if (!object || object.value().value(u"period"_s) != month || !object.value().value(u"tables"_s).isArray())
        return damaged(file, u"is no file of the numbers of its month"_s);
    const QJsonObject table = pluginTable(object.value());
    if (table.isEmpty())
        return std::optional(PublishedMonth{});
    JsonFields whole(object.value());
    JsonFields fields(table);
    CertifiedMonth figure{month, {}, whole.count(u"rounding"_s), line->n, sha256};
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
