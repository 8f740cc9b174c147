// bench_utility PEOPLE FIRST_WEEK WEEKS CAP: counts of the people that napari-telemetry-simulate makes up (its seed 1),
// of what its own counts don't have: plugins by week, plugins of a month without a cap, and with one of CAP plugins for
// each person, drawn at random. Also who is new in a month and in a year, which both have, to hold them together.
#include "host/simulate/person.h"
#include "host/simulate/random.h"
#include "host/simulate/weekfacts.h"

#include "contract/period.h"
#include "platform/disk/shippedresources.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 1;
constexpr quint64 stream = 1000; ///< of the draws below; none of the simulation's

using Counts = QMap<QString, QMap<QString, qint64>>; ///< by period and cell

struct Tables
{
    Counts users;   ///< by week
    Counts month;   ///< users by month
    Counts year;    ///< users by the month in which they are the year's first time
    Counts weekly;  ///< plugins by week
    Counts monthly; ///< plugins by month
    Counts capped;  ///< plugins by month, at most CAP of each person
};

QSet<qsizetype> pluginsOf(const Person &person, Week week)
{
    QSet<qsizetype> plugins;
    for (const PersonEnvironment &environment : person.environments) {
        if (environment.since > week)
            continue;
        for (const auto &installed : environment.plugins) {
            if (installed.since <= week)
                plugins.insert(installed.plugin);
        }
    }
    return plugins;
}

/// What one person had in the month of this week.
void addMonth(Tables &tables, Week week, const QSet<qsizetype> &plugins, qint64 person, int cap, const Catalog &catalog)
{
    const QString month = Period::monthOf(week).toString();
    const int number = 12 * week.thursday().year() + week.thursday().month();
    QList<qsizetype> order(plugins.begin(), plugins.end());
    std::sort(order.begin(), order.end()); // a set has another order in every process
    Random({seed, quint64(person), stream, quint64(number)}).shuffle(order);
    for (qsizetype i = 0; i < order.size(); ++i) {
        const QString &name = catalog.plugins()[order[i]].name;
        ++tables.monthly[month][name];
        if (i < cap)
            ++tables.capped[month][name];
    }
}

void addPerson(Tables &tables, qint64 number, Week first, int weeks, int cap, const Catalog &catalog)
{
    const Person person = makePerson(seed, number, catalog);
    if (person.level == Level::None)
        return;
    std::optional<Week> before; // when the person was active
    QSet<qsizetype> plugins;    // of that month
    const auto closeMonth = [&] {
        if (before)
            addMonth(tables, *before, plugins, number, cap, catalog);
        plugins.clear();
    };
    for (Week week = std::min(person.joined, first); week < first.plusWeeks(weeks); week = week.plusWeeks(1)) {
        if (!isActive(seed, person, week))
            continue;
        const QString month = Period::monthOf(week).toString();
        const bool newInMonth = !before || Period::monthOf(*before).toString() != month;
        const bool newInYear = !before || before->thursday().year() != week.thursday().year();
        if (newInMonth)
            closeMonth();
        before = week;
        if (week < first)
            continue;
        const auto total = u"[]"_s;
        ++tables.users[week.toString()][total];
        if (newInMonth)
            ++tables.month[month][total];
        if (newInYear)
            ++tables.year[month][total];
        if (person.level < Level::Middle)
            continue;
        const QSet<qsizetype> now = pluginsOf(person, week);
        for (const qsizetype plugin : now)
            ++tables.weekly[week.toString()][catalog.plugins()[plugin].name];
        plugins += now;
    }
    closeMonth();
}

QJsonObject jsonOf(const Counts &counts)
{
    QJsonObject periods;
    for (auto period = counts.begin(); period != counts.end(); ++period) {
        QJsonObject cells;
        for (auto cell = period->begin(); cell != period->end(); ++cell)
            cells[cell.key()] = cell.value();
        periods[period.key()] = cells;
    }
    return periods;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const auto first = words.size() == 5 ? Week::fromString(words[2]) : std::nullopt;
    const auto names = shippedPublicStrings();
    if (!first || !names)
        return 2;
    const Catalog catalog(names.value());
    Tables tables;
    for (qint64 number = 0; number < words[1].toLongLong(); ++number)
        addPerson(tables, number, *first, words[3].toInt(), words[4].toInt(), catalog);
    const QJsonObject json{{u"users"_s, jsonOf(tables.users)},     {u"users-month"_s, jsonOf(tables.month)},
                           {u"users-year"_s, jsonOf(tables.year)}, {u"plugins by week"_s, jsonOf(tables.weekly)},
                           {u"plugins"_s, jsonOf(tables.monthly)}, {u"plugins capped"_s, jsonOf(tables.capped)}};
    std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    return 0;
}
