#include "host/history/historyreport.h"

#include "support/histories.h"

#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHistoryReport : public QObject
{
    Q_OBJECT

    static HistoryReport right()
    {
        const HistoryChain chain = TestSupport::smallHost().chain;
        HistoryReport report;
        report.place = u"https://example.org/data"_s;
        report.lines = 5;
        report.sha256 = QByteArray(64, 'a');
        report.day = QDate(2026, 12, 5);
        report.keys = chain.keys().all();
        report.signedBy = report.keys;
        report.threshold = 1;
        report.files = 2;
        return report;
    }
    static QJsonObject json(const HistoryReport &report) { return QJsonDocument::fromJson(jsonOf(report)).object(); }

private Q_SLOTS:
    void saysThatAllIsRight()
    {
        QCOMPARE(textOf(right()),
                 u"The history of https://example.org/data\n"
                 "  lines that follow from each other: 5, the last of 2026-12-05, SHA-256 "_s
                     + QString(64, u'a')
                     + u"\n  signed by: 21fe31dfa154a261 (operator 1); 1 must sign\n"
                       "  the first key, to be compared with what its holder says: 21fe31dfa154a261 (operator 1)\n"
                       "  files that are as the history says: 2\n"
                       "All of it is right.\n"_s);
    }
    void saysItToPrograms()
    {
        const QByteArray bytes = jsonOf(right());
        QVERIFY(bytes.endsWith("}\n") && bytes.count('\n') == 1);
        const QJsonObject object = json(right());
        QCOMPARE(object.keys(), (QStringList{u"day"_s, u"files"_s, u"keys"_s, u"lines"_s, u"place"_s, u"problems"_s,
                                             u"right"_s, u"sha256"_s, u"signed_by"_s, u"threshold"_s, u"unread"_s}));
        QCOMPARE(object[u"day"_s].toString(), u"2026-12-05"_s);
        QCOMPARE(object[u"keys"_s][0][u"holder"_s].toString(), u"operator 1"_s);
        QCOMPARE(object[u"signed_by"_s].toArray(), QJsonArray{u"21fe31dfa154a261"_s});
        QVERIFY(object[u"right"_s].toBool());
    }
    void aProblemIsNotRight()
    {
        HistoryReport report = right();
        report.problems.append({u"history.jsonl, line 7"_s, u"it was changed"_s});
        QVERIFY(!report.isRight());
        QVERIFY(textOf(report).endsWith(u"\nWRONG  history.jsonl, line 7: it was changed\n"_s));
        QVERIFY(!json(report)[u"right"_s].toBool(true));
        QCOMPARE(json(report)[u"problems"_s].toArray(),
                 (QJsonArray{QJsonObject{{u"where"_s, u"history.jsonl, line 7"_s}, {u"what"_s, u"it was changed"_s}}}));
    }
    void whatWasNotReadIsNotRight()
    {
        HistoryReport report = right();
        report.unread.append(u"keys.json: no answer"_s);
        QVERIFY(!report.isRight());
        QVERIFY(textOf(report).endsWith(u"\nNOT CHECKED  keys.json: no answer\n"_s));
        QVERIFY(!json(report)[u"right"_s].toBool(true));
        QCOMPARE(json(report)[u"unread"_s].toArray(), QJsonArray{u"keys.json: no answer"_s});
    }
    void saysThatNobodySigned()
    {
        HistoryReport report = right();
        report.signedBy.clear();
        QVERIFY(textOf(report).contains(u"  signed by: nobody; 1 must sign\n"_s));
    }
    void aHistoryThatIsNotThereHasNoLines()
    {
        HistoryReport report;
        report.place = u"here"_s;
        report.problems.append({u"history.jsonl"_s, u"it is missing"_s});
        QCOMPARE(textOf(report), u"The history of here\n  files that are as the history says: 0\n"
                                 "WRONG  history.jsonl: it is missing\n"_s);
    }
    void saysWhatTheSecondIs_data()
    {
        using Outcome = HistoryComparison::Outcome;
        QTest::addColumn<HistoryComparison::Outcome>("outcome");
        QTest::addColumn<QString>("name");
        QTest::newRow("same") << Outcome::Same << u"same"_s;
        QTest::newRow("older") << Outcome::SecondIsOlder << u"second-is-older"_s;
        QTest::newRow("longer") << Outcome::FirstIsOlder << u"first-is-older"_s;
        QTest::newRow("another") << Outcome::Differ << u"differ"_s;
    }
    void saysWhatTheSecondIs()
    {
        QFETCH(HistoryComparison::Outcome, outcome);
        HistoryReport report = right();
        report.against = HistoryReport::Against{u"copy"_s, {outcome, 3}};
        const QString words = textOf(report.against->comparison);
        QVERIFY(textOf(report).contains(u"  against the second, copy: "_s + words + u'\n'));
        const QJsonValue against = json(report)[u"against"_s];
        QCOMPARE(against[u"place"_s].toString(), u"copy"_s);
        QTEST(against[u"outcome"_s].toString(), "name");
        QCOMPARE(against[u"common"_s].toInt(), 3);
        QCOMPARE(against[u"text"_s].toString(), words);
    }
};

QTEST_APPLESS_MAIN(TestHistoryReport)
#include "tst_historyreport.moc"
