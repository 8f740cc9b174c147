#include "host/certificate/publishedfigures.h"

#include "contract/limits.h"
#include "host/history/historynames.h"
#include "host/history/releasedperiods.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error damaged(const QString &file, const QString &why)
{
    return Error{Error::Code::Damaged, u"%1 of the public folder %2"_s.arg(file, why)};
}

Result<QByteArray> required(const AbstractPublicFiles &files, const QString &name, qsizetype most)
{
    const auto bytes = files.publicFile(name, most);
    if (!bytes)
        return Error{Error::Code::NotFound, u"the public folder has no %1"_s.arg(name)};
    if (!*bytes)
        return Error{bytes->error().code, u"%1 can't be read: %2"_s.arg(name, bytes->error().detail)};
    return *bytes;
}

/// The table that counts the people of each plugin; null: there is none.
const PublishedTable *pluginTable(const PublishedPeriod &period)
{
    const auto found = std::find_if(period.tables.begin(), period.tables.end(), [](const PublishedTable &table) {
        return table.topic == "plugin"_L1 && table.dimensions == QStringList(u"name"_s);
    });
    return found == period.tables.end() ? nullptr : &*found;
}

} // namespace

PublishedFigures::PublishedFigures(const AbstractPublicFiles &files, QStringList periods, HistoryChain history)
    : m_files(&files)
    , m_periods(std::move(periods))
    , m_history(std::move(history))
{
}

Result<PublishedFigures> PublishedFigures::open(const AbstractPublicFiles &files)
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

Result<std::optional<PublishedPeriod>> PublishedFigures::period(const QString &period) const
{
    const QString file = periodFile(period);
    const HistoryEntry *line = m_history.newestOf(file);
    if ((line != nullptr) != m_periods.contains(period))
        return damaged(file, line ? u"is named by the history, but index.json doesn't list the period"_s
                                  : u"is listed by index.json, but the history doesn't name it"_s);
    if (!line)
        return std::optional<PublishedPeriod>();
    const auto bytes = required(*m_files, file, Limits::periodFileBytes);
    if (!bytes)
        return bytes.error();
    if (sha256Of(bytes.value()) != line->said.files.value(file))
        return damaged(
            file, u"isn't what line %1 of the history says it is: somebody or something changed it"_s.arg(line->n + 1));
    auto read = readPublishedPeriod(bytes.value(), period);
    if (!read)
        return damaged(file, u"is damaged: "_s + read.error().detail);
    return std::optional(std::move(read).value());
}

Result<std::optional<PublishedMonth>> PublishedFigures::month(const QString &plugin, const QString &month) const
{
    const auto published = period(month);
    if (!published)
        return published.error();
    if (!published.value())
        return std::optional<PublishedMonth>();
    const PublishedTable *table = pluginTable(*published.value());
    if (!table)
        return std::optional(PublishedMonth{});
    const auto row = std::find_if(table->rows.begin(), table->rows.end(),
                                  [&](const PublishedRow &each) { return each.key == QStringList(plugin); });
    if (row == table->rows.end())
        return std::optional(PublishedMonth{table->threshold, std::nullopt});
    const QString file = periodFile(month);
    const HistoryEntry &line = *m_history.newestOf(file);
    const CertifiedMonth figure{month, row->number, published.value()->rounding, line.n, line.said.files.value(file)};
    return std::optional(PublishedMonth{table->threshold, figure});
}

} // namespace Telemetry
