#include "host/pages/pagedata.h"

#include "contract/limits.h"
#include "host/certificate/months.h"
#include "host/history/historychecks.h"
#include "host/history/historynames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Result<QByteArray> required(const AbstractPublicFiles &files, const QString &name, qsizetype most)
{
    const auto bytes = files.publicFile(name, most);
    if (!bytes)
        return Error{Error::Code::NotFound, u"the public folder has no %1"_s.arg(name)};
    if (!*bytes)
        return Error{bytes->error().code, u"%1 can't be read: %2"_s.arg(name, bytes->error().detail)};
    return *bytes;
}

Result<DataDictionary> readDictionary(const AbstractPublicFiles &files, const HistoryChain &history)
{
    const QString name = u"dictionary.json"_s;
    const auto bytes = required(files, name, Limits::dictionaryBytes);
    if (!bytes)
        return bytes.error();
    const QByteArray said = history.files().value(name);
    if (!said.isEmpty() && sha256Of(bytes.value()) != said)
        return Error{Error::Code::Damaged, u"%1 isn't what the history says it is"_s.arg(name)};
    auto dictionary = DataDictionary::load(bytes.value());
    if (!dictionary)
        return Error{dictionary.error().code, u"%1 can't be read: %2"_s.arg(name, dictionary.error().detail)};
    return dictionary;
}

/// Without any key it is published unsigned, which the pages say.
Result<QList<HistoryKey>> readSigners(const AbstractPublicFiles &files, const HistoryChain &history)
{
    if (history.keys().all().isEmpty())
        return QList<HistoryKey>();
    const auto head = required(files, HistoryNames::head, Limits::historyHeadBytes);
    if (!head)
        return head.error();
    const HeadCheck checked = checkHistoryHead(history, head.value());
    if (!checked.problems.isEmpty())
        return Error{Error::Code::Damaged,
                     u"%1: %2"_s.arg(checked.problems.first().where, checked.problems.first().what)};
    return checked.signedBy;
}

QStringList axisOf(const QStringList &released)
{
    if (released.isEmpty())
        return {};
    if (isMonthName(released.first()))
        return monthsBetween(released.first(), released.last());
    QStringList weeks;
    const auto last = Week::fromString(released.last());
    for (auto week = Week::fromString(released.first()); week && last && *week <= *last; week = week->plusWeeks(1))
        weeks.append(week->toString());
    return weeks;
}

} // namespace

std::optional<PeopleWithin> TableSeries::number(const QString &period, const QStringList &key) const
{
    const auto found = numbers.constFind(period);
    if (found == numbers.constEnd())
        return std::nullopt;
    const auto number = found->constFind(key);
    return number == found->constEnd() ? std::nullopt : std::optional(*number);
}

QString TableSeries::titleOf(const QString &dimension) const
{
    const auto field = std::find_if(topic->fields.begin(), topic->fields.end(),
                                    [&](const FieldDefinition &each) { return each.field == dimension; });
    return field == topic->fields.end() ? dimension : field->title;
}

QString TableSeries::file(const QString &suffix) const
{
    return u"data/tables/%1.%2"_s.arg(table->table, suffix);
}

PageData::PageData(DataDictionary dictionary)
    : m_dictionary(std::move(dictionary))
{
    for (const TopicDefinition &topic : m_dictionary.topics()) {
        for (const TableDefinition &table : topic.tables)
            m_tables.append({&topic, &table, {}, {}, {}, {}});
    }
}

void PageData::add(const PublishedPeriod &period)
{
    const bool isMonth = isMonthName(period.period);
    (isMonth ? m_months : m_weeks).append(period.period);
    for (TableSeries &series : m_tables) {
        const PublishedTable *table = period.find(series.table->table);
        // A table of an older dictionary may have had other dimensions.
        if (!table || table->dimensions != series.table->dimensions
            || isMonth == (series.table->period == FirstIn::Week))
            continue;
        series.released.append(period.period);
        QList<PublishedRow> rows = table->rows;
        QHash<QStringList, PeopleWithin> &numbers = series.numbers[period.period];
        numbers.reserve(rows.size());
        for (PublishedRow &row : rows) {
            // The same key in all its periods: of five years that is most of the memory.
            row.key = *m_keys.insert(row.key);
            numbers.insert(row.key, row.number);
        }
        series.rows.insert(period.period, rows);
    }
}

Result<std::shared_ptr<const PageData>> PageData::read(const AbstractPublicFiles &files)
{
    const auto figures = PublishedFigures::open(files);
    if (!figures)
        return figures.error();
    auto dictionary = readDictionary(files, figures.value().history());
    if (!dictionary)
        return dictionary.error();
    auto signers = readSigners(files, figures.value().history());
    if (!signers)
        return signers.error();
    const std::shared_ptr<PageData> data(new PageData(std::move(dictionary).value()));
    data->m_history = figures.value().history();
    data->m_signedBy = std::move(signers).value();
    for (const QString &name : figures.value().periods()) {
        const auto period = figures.value().period(name);
        if (!period)
            return period.error();
        if (period.value())
            data->add(*period.value());
    }
    for (TableSeries &series : data->m_tables)
        series.axis = axisOf(series.released);
    return std::shared_ptr<const PageData>(data);
}

const TableSeries *PageData::table(const QString &topic, FirstIn period, qsizetype dimensions) const
{
    for (const TableSeries &series : m_tables) {
        if (series.topic->topic == topic && series.table->period == period
            && series.table->dimensions.size() == dimensions)
            return &series;
    }
    return nullptr;
}

QStringList PageData::missingMonths() const
{
    QStringList missing = axisOf(m_months);
    missing.removeIf([&](const QString &month) { return m_months.contains(month); });
    return missing;
}

QDate PageData::asOf() const
{
    return m_history.entries().isEmpty() ? QDate() : m_history.entries().last().day;
}

} // namespace Telemetry
