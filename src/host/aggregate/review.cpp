#include "host/aggregate/review.h"

#include "contract/limits.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Of a normal distribution the standard deviation is so many median absolute deviations.
constexpr double deviationsOfMad = 1.4826;

using Counts = QMap<QString, qint64>; // by key

Counts countsOf(const Release &release, const QString &table)
{
    Counts counts;
    for (const ReleasedCell &cell : release.cells) {
        if (cell.table == table)
            counts.insert(cell.key, cell.reporters);
    }
    return counts;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    const qsizetype half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// The releases of the same kind of period in the year before, the last one last.
QList<const Release *> yearBefore(const Release &release, const QList<Release> &all)
{
    QList<const Release *> before;
    for (const Release &each : all) {
        if (each.period.isMonth() == release.period.isMonth() && each.period < release.period
            && each.period.lastWeek().weeksTo(release.period.lastWeek()) <= Limits::reviewWeeks)
            before.append(&each);
    }
    return before;
}

/// A total of the same topic and kind of period, where nobody is in two cells of the table.
std::optional<qint64> wholeOf(const TopicDefinition &ofTable, const TableDefinition &table, const Release &release,
                              const DataDictionary &dictionary)
{
    const auto isTotal = [&](const TableDefinition &each) {
        return each.dimensions.isEmpty() && each.period == table.period;
    };
    if (table.dimensions.isEmpty() || ofTable.cap > 1) // of plugins, commands and layers a person has several
        return std::nullopt;
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &each : topic.tables) {
            const Counts counts = isTotal(each) ? countsOf(release, each.table) : Counts();
            if (!counts.isEmpty())
                return counts.first();
        }
    }
    return std::nullopt;
}

struct Reviewer
{
    const DataDictionary &dictionary;
    Review &review;

    void jumpsOf(const Release &release, const TableDefinition &table, const QList<const Release *> &before) const
    {
        const Counts now = countsOf(release, table.table);
        QHash<QString, QList<double>> past;
        for (const Release *each : before) {
            const Counts then = countsOf(*each, table.table);
            for (auto cell = then.begin(); cell != then.end(); ++cell)
                past[cell.key()].append(double(cell.value()));
        }
        for (auto cell = now.begin(); cell != now.end(); ++cell) {
            const QList<double> values = past.value(cell.key());
            if (values.size() < Limits::reviewLeastValues)
                continue;
            const double usual = median(values);
            QList<double> deviations;
            for (const double value : values)
                deviations.append(std::abs(value - usual));
            // Two numbers differ by their noise and their rounding alone, and grow by a tenth without being suspicious.
            const double least = std::max(double(table.sigma) * std::sqrt(2.0) + double(release.rounding), usual / 10);
            const double spread = std::max(deviationsOfMad * median(deviations), least);
            const double z = (double(cell.value()) - usual) / spread;
            if (std::abs(z) >= Limits::reviewSuspiciousZ)
                review.jumps.append({release.period.toString(), table.table, cell.key(), cell.value(), usual, z});
        }
    }

    ReviewedTable tableOf(const Release &release, const TopicDefinition &topic, const TableDefinition &table,
                          const QList<const Release *> &before) const
    {
        const Counts now = countsOf(release, table.table);
        ReviewedTable reviewed{table.table, now.size(), 0, wholeOf(topic, table, release, dictionary)};
        QSet<QString> past;
        for (const Release *each : before) {
            for (const QString &key : countsOf(*each, table.table).keys())
                past.insert(key);
        }
        for (auto cell = now.begin(); cell != now.end(); ++cell) {
            reviewed.people += cell.value();
            if (!before.isEmpty() && !past.contains(cell.key()))
                reviewed.appeared.append(cell.key());
        }
        if (!before.isEmpty()) {
            for (const QString &key : countsOf(*before.last(), table.table).keys()) {
                if (!now.contains(key))
                    reviewed.vanished.append(key);
            }
        }
        return reviewed;
    }

    void lookAtSums(const QString &period, const ReviewedTable &table, const TableDefinition &definition,
                    qint64 rounding) const
    {
        if (!table.whole)
            return;
        // Each cell may be off by its noise, and the total as well.
        const double off = 4 * (definition.sigma * std::sqrt(double(table.cells + 1)) + double(rounding));
        if (double(table.people) > double(*table.whole) + off)
            review.suspicions.append(u"%1, %2: the parts are %3 people together, the whole %4"_s.arg(
                period, table.table, QString::number(table.people), QString::number(*table.whole)));
    }
};

/// The number of the one cell of the first table that counts people of this period.
std::optional<qint64> peopleOf(const Release &release, const DataDictionary &dictionary, FirstIn period)
{
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables) {
            const Counts counts =
                table.dimensions.isEmpty() && table.period == period ? countsOf(release, table.table) : Counts();
            if (!counts.isEmpty())
                return counts.first();
        }
    }
    return std::nullopt;
}

/// Made-up people are all new: where people ever grow as much as people of the month do, and by many.
void lookAtGrowth(const Release &release, const QList<const Release *> &before, const DataDictionary &dictionary,
                  Review &review)
{
    if (!release.period.isMonth() || before.isEmpty())
        return;
    const auto month = peopleOf(release, dictionary, FirstIn::Month);
    const auto monthBefore = peopleOf(*before.last(), dictionary, FirstIn::Month);
    const auto ever = peopleOf(release, dictionary, FirstIn::Ever);
    const auto everBefore = peopleOf(*before.last(), dictionary, FirstIn::Ever);
    if (!month || !monthBefore || !ever || !everBefore)
        return;
    const qint64 more = *month - *monthBefore;
    const qint64 newPeople = *ever - *everBefore;
    if (double(more) > Limits::reviewGrowth * double(*monthBefore) && 2 * newPeople > *month)
        review.suspicions.append(
            u"%1: %2 people more than the month before, and %3 of the month's %4 were never there before: made-up "
            "reports look like that"_s.arg(release.period.toString(), QString::number(more), QString::number(newPeople),
                                           QString::number(*month)));
}

QSet<QString> pluginsOf(const Release &release, const DataDictionary &dictionary)
{
    QSet<QString> names;
    const TopicDefinition *topic = dictionary.topicWith(PublicRule::Kind::Plugin);
    if (!topic)
        return names;
    for (const TableDefinition &table : topic->tables) {
        const qsizetype place = table.dimensions.indexOf(topic->publicRule.nameField);
        const Counts counts = countsOf(release, table.table);
        for (auto cell = counts.begin(); place >= 0 && cell != counts.end(); ++cell)
            names.insert(QJsonDocument::fromJson(cell.key().toUtf8()).array()[place].toString());
    }
    return names;
}

} // namespace

Review reviewOf(const QList<Release> &releases, const QList<Candidate> &candidates, const DataDictionary &dictionary)
{
    Review review;
    review.digest = digestOf(candidates);
    QList<Release> all = releases;
    QSet<QString> plugins;
    for (const Release &release : releases)
        plugins += pluginsOf(release, dictionary);
    const Reviewer reviewer{dictionary, review};
    qint64 undefined = 0;
    for (const Candidate &candidate : candidates) {
        const Release &release = candidate.release;
        const auto before = yearBefore(release, all);
        review.isComparable = review.isComparable && before.size() >= Limits::reviewLeastValues;
        ReviewedPeriod reviewed{
            release.period.toString(), candidate.drawn.toString(Qt::ISODate), candidate.undefined, {}};
        for (const TopicDefinition &topic : dictionary.topics()) {
            for (const TableDefinition &table : topic.tables) {
                if ((table.period > FirstIn::Week) != release.period.isMonth())
                    continue;
                reviewed.tables.append(reviewer.tableOf(release, topic, table, before));
                reviewer.lookAtSums(reviewed.period, reviewed.tables.last(), table, release.rounding);
                if (!table.isSum())
                    reviewer.jumpsOf(release, table, before);
            }
        }
        review.periods.append(reviewed);
        lookAtGrowth(release, before, dictionary, review);
        const QSet<QString> named = pluginsOf(release, dictionary);
        for (const QString &name : named - plugins)
            review.newPlugins.append(name);
        plugins += named;
        undefined = std::max(undefined, candidate.undefined);
        all.append(release);
    }
    review.newPlugins.sort();
    std::stable_sort(review.jumps.begin(), review.jumps.end(),
                     [](const Jump &a, const Jump &b) { return std::abs(a.z) > std::abs(b.z); });
    for (const Jump &jump : std::as_const(review.jumps))
        review.suspicions.append(u"%1, %2 %3: %4 people, usually %5"_s.arg(
            jump.period, jump.table, jump.key, QString::number(jump.people), QString::number(jump.usual, 'f', 0)));
    if (undefined > 0)
        review.suspicions.append(u"%1 event(s) are not what the data dictionary defines"_s.arg(undefined));
    return review;
}

} // namespace Telemetry
