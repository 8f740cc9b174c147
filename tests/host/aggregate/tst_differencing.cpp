#include "host/aggregate/budget.h"
#include "host/aggregate/cellcounter.h"
#include "support/publishedworlds.h"

#include <numeric>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

using namespace TestSupport;

Worlds oneCell(const QString &table, qint64 people, const DataDictionary &rules = dictionary())
{
    return [=, &rules](qint64 person, int drawing) {
        const QString when = tableOf(table).period == FirstIn::Week ? u"2026-W46"_s : u"2026-11"_s;
        const auto seen = draw(when, {{table, cells(people + person)}}, keyOf(drawing), rules);
        return forEach([&](int i) { return QList<Seen>{{seen.of(table, cell(i))}}; });
    };
}

const auto inWeek = u"napari-versions"_s;
const auto inMonth = u"napari-versions-month"_s;

/// What is seen of a month and two of its weeks.
QList<Seen> comparedWithWeeks(qint64 month, qint64 one, qint64 other)
{
    return {{month, one}, {month, other}, {month - one}, {month + other}, {one, other}};
}

/// The person is new in the second week.
QList<QList<Seen>> monthAndWeeks(qint64 person, int drawing)
{
    const QByteArray key = keyOf(drawing); // as a run that releases all three has it
    const auto month = draw(u"2026-11", {{inMonth, cells(others + person)}}, key);
    const auto one = draw(u"2026-W45", {{inWeek, cells(others)}}, key);
    const auto other = draw(u"2026-W46", {{inWeek, cells(others + person)}}, key);
    return forEach([&](int i) {
        return comparedWithWeeks(month.of(inMonth, cell(i)), one.of(inWeek, cell(i)), other.of(inWeek, cell(i)));
    });
}

QList<QList<Seen>> monthWithTheNoiseOfItsWeek(qint64 person, int drawing)
{
    const QByteArray key = keyOf(drawing);
    return forEach([&](int i) {
        const auto count = [&](qint64 people, const QString &stream) {
            return publishedOf(noisy(people, inWeek, stream, i, key), inWeek);
        };
        return comparedWithWeeks(count(others + person, u"2026-W45"_s), count(others, u"2026-W45"_s),
                                 count(others + person, u"2026-W46"_s));
    });
}

/// The person is in every week, and in the month.
QList<QList<Seen>> everyWeek(qint64 person, int drawing)
{
    const QByteArray key = keyOf(drawing);
    QList<Published> seen{draw(u"2026-11", {{inMonth, cells(others + person)}}, key)};
    for (const auto &week : {u"2026-W45"_s, u"2026-W46"_s, u"2026-W47"_s, u"2026-W48"_s})
        seen.append(draw(week, {{inWeek, cells(others + person)}}, key));
    return forEach([&](int i) {
        qint64 sum = 0;
        for (const Published &each : seen)
            sum += std::max(each.of(inMonth, cell(i)), each.of(inWeek, cell(i)));
        return QList<Seen>{{sum}};
    });
}

const auto total = u"systems"_s;
const auto part = u"system-versions"_s;

QList<Seen> comparedWithParts(qint64 all, qint64 one, qint64 other)
{
    return {{all, other}, {all - one}, {all - one - other}, {all - one, other}, {all + other}};
}

TableCounts totalAndParts(qint64 one, qint64 other)
{
    TableCounts counts{{total, cells(one + other)}};
    for (int i = 0; i < together; ++i) {
        counts[part][cell(i, u"a"_s)] = one;
        counts[part][cell(i, u"b"_s)] = other;
    }
    return counts;
}

QList<QList<Seen>> totalsAndParts(qint64 person, int drawing)
{
    const auto seen = draw(u"2026-11", totalAndParts(others - 2, others + person), keyOf(drawing));
    return forEach([&](int i) {
        return comparedWithParts(seen.of(total, cell(i)), seen.of(part, cell(i, u"a"_s)),
                                 seen.of(part, cell(i, u"b"_s)));
    });
}

QList<QList<Seen>> totalWithoutNoise(qint64 person, int drawing)
{
    const auto seen = draw(u"2026-11", totalAndParts(others - 2, others + person), keyOf(drawing));
    return forEach([&](int i) {
        return comparedWithParts(publishedOf(2 * others - 2 + person, total), seen.of(part, cell(i, u"a"_s)),
                                 seen.of(part, cell(i, u"b"_s)));
    });
}

QList<Seen> beforeAndAfter(qint64 before, qint64 after)
{
    return {{before, after}, {before - after}, {after}};
}

const auto plugins = u"plugins"_s;

/// Drawn twice, because the person erased between; without the person's wish it is drawn twice all the same.
Worlds erasing(bool keyIsKept)
{
    return [=](qint64 person, int drawing) {
        const auto before = draw(u"2026-11", {{plugins, cells(others + 1)}}, keyOf(drawing));
        const auto after =
            draw(u"2026-11", {{plugins, cells(others + 1 - person)}}, keyOf(keyIsKept ? drawing : -1 - drawing));
        return forEach([&](int i) { return beforeAndAfter(before.of(plugins, cell(i)), after.of(plugins, cell(i))); });
    };
}

/// A cell is taken out: the other numbers stay as they are. `fromTotal`: its people are taken out of the total.
Worlds removal(bool fromTotal)
{
    return [=](qint64 person, int drawing) {
        const qint64 removed = others - 2 + person; // no fraction of the rounding: it would blur the difference
        TableCounts counts = totalAndParts(others, removed);
        const auto before = draw(u"2026-11", counts, keyOf(drawing));
        for (int i = 0; i < together; ++i) {
            counts[total][cell(i)] -= fromTotal ? removed : 0;
            counts[part].remove(cell(i, u"b"_s));
        }
        const auto after = draw(u"2026-11", counts, keyOf(drawing));
        return forEach([&](int i) {
            const qint64 all = before.of(total, cell(i));
            QList<Seen> seen =
                comparedWithParts(all, before.of(part, cell(i, u"a"_s)), before.of(part, cell(i, u"b"_s)));
            return seen + beforeAndAfter(all, after.of(total, cell(i)));
        });
    };
}

/// The person is new in the second month of the year. `anew`: not the noisy months are summed up but the exact ones.
Worlds year(bool anew)
{
    return [=](qint64 person, int drawing) {
        QList<QList<Seen>> all;
        for (int i = 0; i < together / 5; ++i) {
            const QByteArray key = keyOf(drawing * together + i);
            const auto table = u"users-year"_s;
            std::optional<Release> before;
            qint64 exact = 0;
            Seen sums;
            for (int number = 1; number <= 12; ++number) {
                const QString month = u"2026-%1"_s.arg(number, 2, 10, QChar(u'0'));
                const qint64 people = others + (number == 2 ? person : 0);
                exact += people;
                if (anew) {
                    sums.append(publishedOf(noisy(exact, table, month, 0, key), table));
                    continue;
                }
                const TableCounts counts{{table, {{u"[]"_s, people}}}};
                before = makeRelease(period(month), dictionary(), counts, key, before ? &*before : nullptr).release;
                sums.append(Published(*before).of(table, u"[]"_s));
            }
            const qint64 since = std::accumulate(sums.begin() + 1, sums.end(), qint64(0));
            all.append(QList<Seen>{{sums[1]}, {sums[1] - sums[0]}, {since}, {since - 11 * sums[0]}});
        }
        return all;
    };
}

/// As many values of a topic as one person can have.
QList<QJsonObject> distinctValues(const TopicDefinition &topic)
{
    const QStringList layers{u"image"_s,   u"labels"_s, u"points"_s,  u"shapes"_s,
                             u"surface"_s, u"tracks"_s, u"vectors"_s, u"other"_s};
    QList<QJsonObject> values;
    for (int i = 0; i < topic.cap; ++i) {
        QJsonObject value = topic.example;
        if (value.contains(u"name"_s))
            value[u"name"_s] = u"plugin-%1"_s.arg(i);
        else if (value.contains(u"command"_s))
            value[u"command"_s] = u"napari.command%1"_s.arg(i);
        else if (value.contains(u"layer_type"_s))
            value[u"layer_type"_s] = layers[i];
        values.append(value);
    }
    return values;
}

/// All that one person sends at this level in a month of four weeks, counted and drawn as the program does it. One
/// number is seen: all of them, each weighted as Neyman and Pearson would.
Worlds wholeMonth(Level level)
{
    return [=](qint64 person, int drawing) {
        const Period month = period(u"2026-11");
        CellCounter ofMonth(dictionary(), true);
        QMap<QString, TableCounts> periods;
        for (Week week = month.firstWeek(); week <= month.lastWeek(); week = week.plusWeeks(1)) {
            CellCounter ofWeek(dictionary());
            for (const TopicDefinition &topic : dictionary().topics()) {
                if (topic.level > level || (topic.isMonthly && week != month.firstWeek()))
                    continue;
                std::optional<FirstIn> first = topic.firstIn;
                if (first && week != month.firstWeek())
                    first = FirstIn::Week;
                for (const QJsonObject &value : distinctValues(topic)) {
                    if (!ofMonth.add(topic.topic, value, first, others + person)
                        || !ofWeek.add(topic.topic, value, first, others + person))
                        qFatal("%s is not what it may be", qPrintable(topic.topic));
                }
            }
            periods[week.toString()] = ofWeek.counts();
        }
        periods[month.toString()] = ofMonth.counts();
        QList<QList<Seen>> all;
        for (int i = 0; i < together / 10; ++i) {
            qint64 sum = 0;
            qint64 cells = 0;
            for (auto each = periods.begin(); each != periods.end(); ++each) {
                const auto made =
                    makeRelease(period(each.key()), dictionary(), each.value(), keyOf(drawing * together + i));
                for (const ReleasedCell &cell : made.release.cells) {
                    sum += cell.reporters * 144 / (tableOf(cell.table).sigma * tableOf(cell.table).sigma);
                    ++cells;
                }
            }
            const auto width = static_cast<qint64>(15 * std::sqrt(double(cells))); // a third of the noise
            all.append(QList<Seen>{{sum / width}});
        }
        return all;
    };
}

/// Somebody who is alone in a cell.
QList<QList<Seen>> thresholdOfTheExactCount(qint64 person, int drawing)
{
    const QByteArray key = keyOf(drawing);
    const qint64 people = tableOf(plugins).threshold - 1 + person;
    return forEach([&](int i) {
        const bool enough = people >= tableOf(plugins).threshold;
        const auto published = publishedCount(noisy(people, plugins, u"2026-11"_s, i, key), 0, 5);
        return QList<Seen>{{enough ? published.value_or(0) : -1}};
    });
}

/// The shipped dictionary with half the noise, and less where half is no whole number.
const DataDictionary &halfTheNoise()
{
    static const DataDictionary half = [] {
        QByteArray json = dictionary().source();
        json.replace("\"sigma\": 4", "\"sigma\": 2").replace("\"sigma\": 3", "\"sigma\": 1");
        return DataDictionary::load(json).value();
    }();
    return half;
}

/// What the budget says of a month of four weeks.
double rhoOfMonth(Level level)
{
    for (const Budget &budget : budgetsOf(dictionary())) {
        if (budget.level == level)
            return budget.of(4, 1).rho;
    }
    return 0;
}

struct Case
{
    const char *name;
    Worlds worlds;
    double rho; ///< of the cells that the person is in
    bool isSound = true;
    int times = 1; ///< as many drawings
    double aside = 0;
};

const QList<Case> &cases()
{
    static const QList<Case> all{
        {"one cell of 3 sigma", oneCell(total, others), rhoOf(total, 1), true, 3},
        {"one cell of 4 sigma", oneCell(plugins, others), rhoOf(plugins, 1), true, 3},
        {"one cell at its threshold", oneCell(plugins, tableOf(plugins).threshold - 1), rhoOf(plugins, 1), true, 3},
        {"somebody alone", oneCell(plugins, 0), rhoOf(plugins, 1), true, 3, 1e-9},
        {"a month against its weeks", monthAndWeeks, rhoOf(inWeek, 2)},
        {"every week and the month", everyWeek, rhoOf(inWeek, 5)},
        {"a total against its parts", totalsAndParts, rhoOf(total, 2)},
        {"before and after an erasing", erasing(false), rhoOf(plugins, 1)},
        {"before and after a removal", removal(false), rhoOf(total, 2)},
        {"the sums of a year", year(false), rhoOf(u"users-year"_s, 1)},
        {"a month at basic", wholeMonth(Level::Basic), rhoOfMonth(Level::Basic)},
        {"a month at full", wholeMonth(Level::Full), rhoOfMonth(Level::Full)},

        {"the budget forgets the caps", wholeMonth(Level::Full), rhoOfMonth(Level::Basic) + rhoOf(plugins, 8), false},
        {"half the noise, 3 sigma", oneCell(total, others, halfTheNoise()), rhoOf(total, 1), false},
        {"half the noise, 4 sigma", oneCell(plugins, others, halfTheNoise()), rhoOf(plugins, 1), false},
        {"the threshold looks at the exact count", thresholdOfTheExactCount, rhoOf(plugins, 1), false},
        {"a month has the noise of its week", monthWithTheNoiseOfItsWeek, rhoOf(inWeek, 2), false},
        {"a total has no noise", totalWithoutNoise, rhoOf(total, 2), false},
        {"drawn again with the same key", erasing(true), rhoOf(plugins, 1), false},
        {"a removal takes people out of the total", removal(true), rhoOf(total, 2), false},
        {"the sums of a year are drawn anew", year(true), rhoOf(u"users-year"_s, 1), false},
    };
    return all;
}

} // namespace

/// What can be found out about one person by comparing published numbers with each other, measured on drawings of the
/// real code, against what the budget says of the cells that the person is in. With TELEMETRY_FULL 100,000 and more
/// drawings each, else 8,000.
class TestDifferencing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysWithinTheBudget_data()
    {
        QTest::addColumn<int>("number");
        for (int i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << i;
    }
    void staysWithinTheBudget()
    {
        QFETCH(int, number);
        const Case &tried = cases()[number];
        const int drawings = tried.times * (qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 100'000 : 8'000);
        QList<PrivacyAudit> audits;
        for (int drawing = 0; drawing < drawings / together; ++drawing) {
            for (const qint64 person : {0, 1}) {
                for (const QList<Seen> &ways : tried.worlds(person, drawing)) {
                    audits.resize(ways.size());
                    for (qsizetype i = 0; i < ways.size(); ++i)
                        person == 1 ? audits[i].addWith(ways[i]) : audits[i].addWithout(ways[i]);
                }
            }
        }
        const double delta = 1e-6;
        double rho = 0;
        double epsilon = 0;
        for (const PrivacyAudit &audit : audits) {
            rho = std::max(rho, audit.leastRho(tried.aside));
            epsilon = std::max(epsilon, audit.leastEpsilon(delta + tried.aside));
        }
        const double stated = epsilonOf(tried.rho, delta);
        qInfo("rho: %.4f stated, %.4f found at least; epsilon: %.2f stated, %.2f found at least", tried.rho, rho,
              stated, epsilon);
        QCOMPARE(rho <= tried.rho && epsilon <= stated, tried.isSound);
    }
};

QTEST_GUILESS_MAIN(TestDifferencing)
#include "tst_differencing.moc"
