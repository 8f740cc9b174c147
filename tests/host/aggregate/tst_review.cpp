#include "host/aggregate/review.h"

#include "contract/limits.h"
#include "support/dictionary.h"
#include "support/releases.h"

#include <QCryptographicHash>
#include <QTest>

#include <cmath>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReview : public QObject
{
    Q_OBJECT

    const DataDictionary &m_dictionary = TestSupport::dictionary();

    static QString week(int number) { return Week::fromString(u"2025-W01")->plusWeeks(number).toString(); }
    /// The first one is 2025-01.
    static QString month(int number) { return QDate(2025, 1, 1).addMonths(number).toString(u"yyyy-MM"); }
    static Candidate candidateOf(const Release &release) { return {release, QDate(2026, 12, 22), 0}; }
    static Candidate candidateOf(const QString &period, const QList<ReleasedCell> &cells)
    {
        return candidateOf(TestSupport::releaseOf(period, cells));
    }
    static ReleasedCell users(qint64 people) { return {u"users"_s, u"[]"_s, people}; }
    /// Weeks from the first one on with these numbers of users.
    static QList<Release> weeksOf(const QList<int> &people)
    {
        QList<Release> releases;
        for (const int each : people)
            releases.append(TestSupport::releaseOf(week(int(releases.size())), {users(each)}));
        return releases;
    }
    Review review(const QList<Release> &releases, const QList<Candidate> &candidates) const
    {
        return reviewOf(releases, candidates, m_dictionary);
    }
    static ReviewedTable tableOf(const Review &review, const QString &table, qsizetype period = 0)
    {
        for (const ReviewedTable &each : review.periods.value(period).tables) {
            if (each.table == table)
                return each;
        }
        qFatal("%s is not in the review", qPrintable(table));
    }

private Q_SLOTS:
    void nothingWaits()
    {
        const Review none = review(TestSupport::twoReleases(), {});
        QCOMPARE(none.digest, QByteArray());
        QVERIFY(none.periods.isEmpty() && none.jumps.isEmpty() && none.newPlugins.isEmpty()
                && none.suspicions.isEmpty());
    }
    void hasWhatWasDrawn()
    {
        Candidate candidate = candidateOf(u"2026-W42"_s, {users(45)});
        candidate.undefined = 3;
        const Review one = review(TestSupport::twoReleases().mid(0, 1), {candidate});
        QCOMPARE(one.digest, digestOf({candidate}));
        QCOMPARE(one.periods.size(), 1);
        QCOMPARE(one.periods[0].period, u"2026-W42"_s);
        QCOMPARE(one.periods[0].drawn, u"2026-12-22"_s);
        QCOMPARE(one.periods[0].undefined, 3);
        QStringList tables;
        for (const ReviewedTable &table : one.periods[0].tables)
            tables.append(table.table);
        QCOMPARE(tables, (QStringList{u"users"_s, u"napari-versions"_s})); // those of weeks, also without a row
        QCOMPARE(tableOf(one, u"users"_s).cells, 1);
        QCOMPARE(tableOf(one, u"users"_s).people, 45);
        QCOMPARE(tableOf(one, u"napari-versions"_s).cells, 0);
        QCOMPARE(one.suspicions, QStringList{u"3 event(s) are not what the data dictionary defines"_s});
    }
    void undefinedIsToldOnce()
    {
        Candidate first = candidateOf(u"2026-W42"_s, {});
        Candidate second = candidateOf(u"2026-W43"_s, {});
        first.undefined = second.undefined = 2; // of the run
        QCOMPARE(review({}, {first, second}).suspicions,
                 QStringList{u"2 event(s) are not what the data dictionary defines"_s});
        first.undefined = 0;
        QCOMPARE(review({}, {first, second}).suspicions.size(), 1);
        second.undefined = 0;
        QCOMPARE(review({}, {first, second}).suspicions.size(), 0);
    }
    void aJump_data()
    {
        QTest::addColumn<QList<int>>("before");
        QTest::addColumn<int>("people");
        QTest::addColumn<double>("usual"); // 0: no jump
        QTest::addColumn<double>("z");
        const auto row = [](const char *name, const QList<int> &before, int people, double usual, double z) {
            QTest::newRow(name) << before << people << usual << z;
        };
        // A tenth of 1000 is more than the noise.
        row("up, the limit", {1000, 1000, 1000, 1000}, 1500, 1000, 5);
        row("up, below it", {1000, 1000, 1000, 1000}, 1495, 0, 0);
        row("down, the limit", {1000, 1000, 1000, 1000}, 500, 1000, -5);
        row("down, above it", {1000, 1000, 1000, 1000}, 505, 0, 0);
        // Of 20 the noise and the rounding are: 3 √2 + 5 = 9.24.
        row("small, beyond the noise", {20, 20, 20, 20}, 70, 20, 50 / (3 * std::sqrt(2.0) + 5));
        row("small, within it", {20, 20, 20, 20}, 65, 0, 0);
        // The deviations are 200, 100, 100, 200: their median is 150.
        row("of what goes up and down", {800, 900, 1100, 1200}, 2115, 1000, 1115 / (1.4826 * 150));
        row("of what goes up and down, as usual", {800, 900, 1100, 1200}, 2110, 0, 0);
        row("one in between is not usual", {1000, 1000, 9000, 1000, 1000}, 1500, 1000, 5);
        row("an odd number", {1000, 900, 1000, 1100, 1000}, 1500, 1000, 5);
        row("too few to call it usual", {1000, 1000, 1000}, 9000, 0, 0);
        row("nothing before", {}, 9000, 0, 0);
    }
    void aJump()
    {
        QFETCH(QList<int>, before);
        QFETCH(int, people);
        QFETCH(double, usual);
        QFETCH(double, z);
        const QString now = week(int(before.size()));
        const Review found = review(weeksOf(before), {candidateOf(now, {users(people)})});
        QCOMPARE(found.jumps.size(), usual > 0 ? 1 : 0);
        QCOMPARE(found.suspicions.size(), found.jumps.size());
        if (usual == 0)
            return;
        QCOMPARE(found.jumps[0].period, now);
        QCOMPARE(found.jumps[0].table, u"users"_s);
        QCOMPARE(found.jumps[0].key, u"[]"_s);
        QCOMPARE(found.jumps[0].people, people);
        QCOMPARE(found.jumps[0].usual, usual);
        QCOMPARE(found.jumps[0].z, z);
        QCOMPARE(found.suspicions[0],
                 u"%1, users []: %2 people, usually %3"_s.arg(now, QString::number(people), QString::number(usual)));
    }
    void theGreatestJumpIsTheFirst()
    {
        QList<Release> releases = weeksOf({1000, 1000, 1000, 1000});
        for (Release &release : releases)
            release.cells.append(
                {{u"napari-versions"_s, u"[\"0.9.1\"]"_s, 100}, {u"napari-versions"_s, u"[\"dev\"]"_s, 100}});
        const Review found = review(releases, {candidateOf(week(4), {users(1600),
                                                                     {u"napari-versions"_s, u"[\"0.9.1\"]"_s, 200},
                                                                     {u"napari-versions"_s, u"[\"dev\"]"_s, 20}})});
        QStringList keys;
        for (const Jump &jump : found.jumps)
            keys.append(jump.key);
        QCOMPARE(keys, (QStringList{u"[\"0.9.1\"]"_s, u"[\"dev\"]"_s, u"[]"_s})); // 10, -8 and 6
        QCOMPARE(found.suspicions.size(), 3);
        QVERIFY(found.suspicions[0].contains(u"0.9.1"_s));
    }
    void onlyTheYearBeforeIsUsual_data()
    {
        QTest::addColumn<int>("weeksLater");
        QTest::addColumn<int>("jumps");
        QTest::newRow("53 weeks") << 53 << 1;
        QTest::newRow("54 weeks, so that three are left") << 54 << 0;
    }
    void onlyTheYearBeforeIsUsual()
    {
        QFETCH(int, weeksLater);
        const Review found = review(weeksOf({1000, 1000, 1000, 1000}), {candidateOf(week(weeksLater), {users(5000)})});
        QTEST(int(found.jumps.size()), "jumps");
    }
    void aWeekIsNotComparedWithMonths()
    {
        QList<Release> releases;
        for (int i = 0; i < 6; ++i)
            releases.append(TestSupport::releaseOf(month(i), {users(1000)}));
        const Review found = review(releases, {candidateOf(week(30), {users(5000)})});
        QVERIFY(found.jumps.isEmpty());
        QVERIFY(tableOf(found, u"users"_s).appeared.isEmpty());
    }
    /// They only rise.
    void sumsDoNotJump()
    {
        QList<Release> releases;
        for (int i = 0; i < 6; ++i)
            releases.append(TestSupport::releaseOf(month(i), {{u"users-ever"_s, u"[]"_s, 100}}));
        QVERIFY(review(releases, {candidateOf(month(6), {{u"users-ever"_s, u"[]"_s, 9000}})}).jumps.isEmpty());
    }
    /// Each number of a year, held against those before it.
    void noiseIsNotSuspicious_data()
    {
        QTest::addColumn<bool>("ofMonths");
        QTest::newRow("weeks") << false;
        QTest::newRow("months") << true;
    }
    void noiseIsNotSuspicious()
    {
        QFETCH(bool, ofMonths);
        TableCounts counts;
        for (int i = 0; i < 40; ++i) { // of a few people up to thousands
            const qint64 people = qint64(20 * std::pow(1.15, i));
            counts[u"napari-versions"_s][u"[\"0.%1\"]"_s.arg(i)] = people;
            counts[u"users"_s][u"[]"_s] += people;
            counts[u"python-versions"_s][u"[\"3.%1\"]"_s.arg(i)] = people;
            counts[u"users-month"_s][u"[]"_s] += people;
            counts[u"plugins"_s][u"[\"plugin-%1\"]"_s.arg(i)] = people;
        }
        QList<Release> releases;
        qsizetype numbers = 0;
        qsizetype jumps = 0;
        for (int i = 0; i < (ofMonths ? 12 : 53); ++i) {
            const QByteArray key = QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256);
            const auto period = Period::fromString(ofMonths ? month(i) : week(i));
            const Release drawn =
                makeRelease(*period, m_dictionary, counts, key, releases.isEmpty() ? nullptr : &releases.last())
                    .release;
            const Review found = review(releases, {candidateOf(drawn)});
            jumps += found.jumps.size();
            QCOMPARE(found.suspicions.size(), found.jumps.size()); // neither is the sum of the parts
            numbers += i < Limits::reviewLeastValues ? 0 : drawn.cells.size();
            releases.append(drawn);
        }
        QVERIFY(numbers > 600);
        QVERIFY2(jumps * 1000 <= numbers, qPrintable(u"%1 of %2"_s.arg(jumps).arg(numbers)));
    }
    void tellsWhatIsNewAndGone()
    {
        const auto version = [](const QString &name) { return ReleasedCell{u"napari-versions"_s, name, 50}; };
        const QList<Release> releases{TestSupport::releaseOf(week(0), {version(u"[\"a\"]"_s)}),
                                      TestSupport::releaseOf(week(1), {version(u"[\"b\"]"_s), version(u"[\"c\"]"_s)})};
        const Review found = review(
            releases, {candidateOf(week(2), {version(u"[\"a\"]"_s), version(u"[\"c\"]"_s), version(u"[\"d\"]"_s)})});
        QCOMPARE(tableOf(found, u"napari-versions"_s).appeared, QStringList{u"[\"d\"]"_s}); // a was there before
        QCOMPARE(tableOf(found, u"napari-versions"_s).vanished, QStringList{u"[\"b\"]"_s}); // of the last week
        QCOMPARE(tableOf(found, u"napari-versions"_s).cells, 3);
        QCOMPARE(tableOf(found, u"napari-versions"_s).people, 150);
        const Review first = review({}, {candidateOf(week(2), {version(u"[\"a\"]"_s)})});
        QVERIFY(tableOf(first, u"napari-versions"_s).appeared.isEmpty()); // all of it is
        QVERIFY(tableOf(first, u"napari-versions"_s).vanished.isEmpty());
    }
    void tellsNewPlugins()
    {
        const auto plugin = [](const QString &name) { return ReleasedCell{u"plugins"_s, u"[\"%1\"]"_s.arg(name), 50}; };
        const QList<Release> releases{TestSupport::releaseOf(month(0), {plugin(u"long-ago"_s)}),
                                      TestSupport::releaseOf(month(30), {plugin(u"napari-svg"_s)})};
        const Review found = review(
            releases, {candidateOf(month(31), {{u"commands"_s, u"[\"a-command.run\"]"_s, 50},
                                               {u"plugin-versions"_s, u"[\"zebra\",\"0.1\"]"_s, 50},
                                               plugin(u"apple"_s),
                                               plugin(u"long-ago"_s)}),
                       candidateOf(month(32), {plugin(u"apple"_s), plugin(u"banana"_s), plugin(u"napari-svg"_s)})});
        QCOMPARE(found.newPlugins, (QStringList{u"apple"_s, u"banana"_s, u"zebra"_s}));
    }
    void partsAgainstTheWhole_data()
    {
        QTest::addColumn<QString>("period");
        QTest::addColumn<QList<ReleasedCell>>("cells");
        QTest::addColumn<QString>("suspicion");
        const auto cell = [](const QString &table, const QString &key, qint64 people) {
            return ReleasedCell{table, key, people};
        };
        const auto versions = [&](qint64 one, qint64 other) {
            return QList{cell(u"napari-versions"_s, u"[\"0.9.1\"]"_s, one),
                         cell(u"napari-versions"_s, u"[\"0.9.2\"]"_s, other)};
        };
        const QString weekly = week(0);
        // Two cells and the whole of sigma 3, and the rounding: 4 (3 √3 + 5) = 40.8.
        QTest::newRow("within the noise") << weekly << (versions(70, 70) << users(100)) << QString();
        QTest::newRow("beyond it") << weekly << (versions(70, 75) << users(100))
                                   << u"%1, napari-versions: the parts are 145 people together, the whole 100"_s.arg(
                                          weekly);
        QTest::newRow("less than the whole") << weekly << (versions(20, 20) << users(1000)) << QString();
        QTest::newRow("no whole") << weekly << versions(700, 750) << QString();
        const auto people = cell(u"users-month"_s, u"[]"_s, 100);
        QTest::newRow("of a month") << month(0) << QList{cell(u"python-versions"_s, u"[\"3.12\"]"_s, 200), people}
                                    << u"%1, python-versions: the parts are 200 people together, the whole 100"_s.arg(
                                           month(0));
        QTest::newRow("of a month, in two dimensions")
            << month(0) << QList{cell(u"architectures"_s, u"[\"linux\",\"arm64\"]"_s, 200), people}
            << u"%1, architectures: the parts are 200 people together, the whole 100"_s.arg(month(0));
        QTest::newRow("a person has several plugins")
            << month(0) << QList{cell(u"plugins"_s, u"[\"napari-svg\"]"_s, 200), people} << QString();
        QTest::newRow("a year is no whole of a month")
            << month(0) << QList{cell(u"python-versions"_s, u"[\"3.12\"]"_s, 200), cell(u"users-year"_s, u"[]"_s, 100)}
            << QString();
    }
    void partsAgainstTheWhole()
    {
        QFETCH(QString, period);
        QFETCH(QList<ReleasedCell>, cells);
        QFETCH(QString, suspicion);
        const Review found = review({}, {candidateOf(period, cells)});
        QCOMPARE(found.suspicions, suspicion.isEmpty() ? QStringList() : QStringList{suspicion});
    }
    void theWholeIsShown()
    {
        const Review found =
            review({}, {candidateOf(month(0), {{u"users-month"_s, u"[]"_s, 100}, {u"users-year"_s, u"[]"_s, 900}})});
        QCOMPARE(tableOf(found, u"napari-versions-month"_s).whole, std::optional<qint64>(100));
        QCOMPARE(tableOf(found, u"users-month"_s).whole, std::nullopt);
        QCOMPARE(tableOf(found, u"commands"_s).whole, std::nullopt);
    }
    void madeUpPeopleAreNew_data()
    {
        QTest::addColumn<int>("month"); // 100 in the month before
        QTest::addColumn<int>("ever");  // 1000 then
        QTest::addColumn<bool>("suspicious");
        QTest::newRow("as many as ever") << 100 << 1020 << false;
        QTest::newRow("half as many again") << 150 << 1150 << false;
        QTest::newRow("more, all of them new") << 155 << 1155 << true;
        QTest::newRow("twice as many, half of them new") << 200 << 1100 << false;
        QTest::newRow("twice as many, more than half of them new") << 200 << 1105 << true;
        QTest::newRow("twice as many, who were there before") << 200 << 1010 << false;
        QTest::newRow("fewer") << 50 << 1050 << false;
    }
    void madeUpPeopleAreNew()
    {
        QFETCH(int, month);
        QFETCH(int, ever);
        QFETCH(bool, suspicious);
        const auto cells = [](qint64 inMonth, qint64 all) {
            return QList<ReleasedCell>{{u"users-ever"_s, u"[]"_s, all}, {u"users-month"_s, u"[]"_s, inMonth}};
        };
        const QList<Release> before{TestSupport::releaseOf(TestReview::month(0), cells(100, 1000))};
        const Review found = review(before, {candidateOf(TestReview::month(1), cells(month, ever))});
        QCOMPARE(found.suspicions.size(), suspicious ? 1 : 0);
        if (suspicious)
            QCOMPARE(found.suspicions[0],
                     u"2025-02: %1 people more than the month before, and %2 of the month's %3 "
                     "were never there before: made-up reports look like that"_s.arg(
                         QString::number(month - 100), QString::number(ever - 1000), QString::number(month)));
        QVERIFY(review({}, {candidateOf(TestReview::month(1), cells(month, ever))}).suspicions.isEmpty());
        const auto withoutEver = candidateOf(TestReview::month(1), cells(month, ever).mid(1));
        QVERIFY(review(before, {withoutEver}).suspicions.isEmpty()); // it was suppressed
    }
    /// Also when they wait together.
    void theSecondIsComparedWithTheFirst()
    {
        const Candidate first = candidateOf(week(3), {users(1000), {u"napari-versions"_s, u"[\"dev\"]"_s, 50}});
        const Candidate second = candidateOf(week(4), {users(1500)});
        const Review found = review(weeksOf({1000, 1000, 1000}), {first, second});
        QCOMPARE(found.periods.size(), 2);
        QCOMPARE(found.jumps.size(), 1); // the fourth value is the first candidate's
        QCOMPARE(found.jumps[0].period, week(4));
        QCOMPARE(tableOf(found, u"napari-versions"_s, 0).appeared, QStringList{u"[\"dev\"]"_s});
        QCOMPARE(tableOf(found, u"napari-versions"_s, 1).vanished, QStringList{u"[\"dev\"]"_s});
        QCOMPARE(found.digest, digestOf({first, second}));
    }
};

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
