#include "host/aggregate/candidate.h"

#include "support/releases.h"

#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <functional>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCandidate : public QObject
{
    Q_OBJECT

    using Change = std::function<void(Release &)>;

    static Candidate month()
    {
        Release release = TestSupport::releaseOf(u"2026-10"_s, {{u"plugins"_s, u"[\"napari-svg\"]"_s, 40},
                                                                {u"users-month"_s, u"[]"_s, 9'007'199'254'740'993}});
        release.sums = {{u"users-ever"_s, -3, 7}, {u"users-year"_s, 5'000'000'000, 1}};
        return {release, QDate(2026, 11, 24), 2};
    }
    static Candidate week() { return {TestSupport::twoReleases().first(), QDate(2026, 11, 2), 0}; }

private Q_SLOTS:
    void theDigestIsSixtyFourDigits()
    {
        static const QRegularExpression digits(u"^[0-9a-f]{64}$"_s);
        QVERIFY(digits.match(QString::fromLatin1(digestOf({month()}))).hasMatch());
        QCOMPARE(digestOf({month(), week()}), digestOf({month(), week()}));
        QCOMPARE(digestOf({}), QByteArray());
    }
    void theDigestIsOfEveryNumber_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("period", [](Release &release) { release.period = *Period::fromString(u"2026-11"); });
        row("dictionary", [](Release &release) { ++release.dictionary; });
        row("rounding", [](Release &release) { ++release.rounding; });
        row("a drawing's table", [](Release &release) { release.drawings[0].table += u'x'; });
        row("a drawing's sigma", [](Release &release) { ++release.drawings[1].sigma; });
        row("a drawing's threshold", [](Release &release) { ++release.drawings[1].threshold; });
        row("a drawing less", [](Release &release) { release.drawings.removeLast(); });
        row("a cell's table", [](Release &release) { release.cells[0].table = u"commands"_s; });
        row("a cell's key", [](Release &release) { release.cells[0].key = u"[\"napari-png\"]"_s; });
        row("a cell's people", [](Release &release) { ++release.cells[0].reporters; });
        row("people beyond 53 bits", [](Release &release) { --release.cells[1].reporters; });
        row("a cell less", [](Release &release) { release.cells.removeLast(); });
        row("a sum's table", [](Release &release) { release.sums[0].table += u'x'; });
        row("a sum", [](Release &release) { --release.sums[0].noisy; });
        row("a sum's months", [](Release &release) { ++release.sums[1].months; });
        row("a sum less", [](Release &release) { release.sums.removeLast(); });
    }
    void theDigestIsOfEveryNumber()
    {
        QFETCH(Change, change);
        Candidate changed = month();
        change(changed.release);
        QVERIFY(changed != month());
        QVERIFY(digestOf({changed}) != digestOf({month()}));
        QVERIFY(digestOf({week(), changed}) != digestOf({week(), month()}));
    }
    void theDigestIsOfAllCandidates()
    {
        QVERIFY(digestOf({week(), month()}) != digestOf({month()}));
        QVERIFY(digestOf({week(), month()}) != digestOf({week()}));
        QVERIFY(digestOf({month(), month()}) != digestOf({month()}));
    }
    void theDigestIsOfNothingThatIsNotPublished()
    {
        Candidate later = month();
        later.drawn = later.drawn.addDays(1);
        later.undefined = 7;
        QCOMPARE(digestOf({later}), digestOf({month()}));
    }
    void tellsWhatWasMissed_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("missed");
        const auto midnight = [](int year, int month, int day) {
            return QDateTime(QDate(year, month, day), QTime(0, 0), QTimeZone::utc());
        };
        const auto row = [](const char *name, const QString &known, const QDateTime &now, const QString &missed,
                            int days = 3) { QTest::newRow(name) << known << now << days << missed; };
        const QString october = u"2026-W40 2026-W41 2026-W42 2026-W43 2026-W44"_s;
        const QString november = u"2026-W45 2026-W46 2026-W47 2026-W48"_s;
        const QString december = u"2026-W49 2026-W50 2026-W51 2026-W52 2026-W53"_s;
        row("nothing was ever drawn", {}, midnight(2027, 6, 1), {});
        row("all is there", u"2026-W40"_s, midnight(2026, 11, 1), {});
        row("the limit's last second", u"2026-W40"_s, midnight(2026, 11, 5).addSecs(-1), {});
        row("the limit", u"2026-W40"_s, midnight(2026, 11, 5), u"2026-W41"_s);
        row("no limit, still open", u"2026-W40"_s, midnight(2026, 11, 2).addSecs(-1), {}, 0);
        row("no limit", u"2026-W40"_s, midnight(2026, 11, 2), u"2026-W41"_s, 0);
        row("weeks, and so not their month", october + u" 2026-10"_s, midnight(2026, 12, 24), november);
        row("the last weeks, and so not their month", u"2026-W45 2026-W46"_s, midnight(2026, 12, 24),
            u"2026-W47 2026-W48"_s);
        row("a month whose weeks are there", november, midnight(2026, 12, 24), u"2026-11"_s);
        row("the month's last second", november, midnight(2026, 12, 24).addSecs(-1), {});
        row("of five weeks", october, midnight(2026, 11, 26), u"2026-10"_s);
        row("to week 53", december, midnight(2027, 1, 28), u"2026-12"_s);
        row("began within the month", u"2026-W46 2026-W47 2026-W48"_s, midnight(2026, 12, 24), {});
        row("a month after one that is there", october + u" 2026-10 "_s + november, midnight(2026, 12, 24),
            u"2026-11"_s);
        row("a month before one that is there", october + u' ' + november + u" 2026-11"_s, midnight(2026, 12, 24), {});
        row("a week before one that is there", u"2026-W44 2026-W46"_s, midnight(2026, 12, 14), {});
        row("week 53", u"2026-W52"_s, midnight(2027, 1, 28), u"2026-W53"_s);
        row("after week 53", u"2026-W53"_s, midnight(2027, 2, 4), u"2027-W01"_s);
        row("no week 53", u"2025-W52"_s, midnight(2026, 1, 29), u"2026-W01"_s);
        row("in any order", u"2026-W42 2026-W41"_s, midnight(2026, 11, 19), u"2026-W43"_s);
    }
    void tellsWhatWasMissed()
    {
        QFETCH(QString, known);
        QFETCH(QDateTime, now);
        QFETCH(int, days);
        QList<Period> periods;
        for (const QString &text : known.split(u' ', Qt::SkipEmptyParts))
            periods.append(*Period::fromString(text));
        QStringList missed;
        for (const Period &period : missedPeriods(periods, now, days))
            missed.append(period.toString());
        QTEST(missed.join(u' '), "missed");
    }
};

QTEST_GUILESS_MAIN(TestCandidate)
#include "tst_candidate.moc"
