#include "host/history/historycomparison.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Outcome = HistoryComparison::Outcome;

class TestHistoryComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhere_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<int>("common");
        QTest::addColumn<QString>("words");
        QTest::newRow("same") << "a\nb\n"_ba
                              << "a\nb\n"_ba << Outcome::Same << 2 << u"both have the same 2 lines"_s;
        QTest::newRow("older") << "a\nb\nc\n"_ba
                               << "a\nb\n"_ba << Outcome::SecondIsOlder << 2
                               << u"the second is older: it has the first 2 lines"_s;
        QTest::newRow("a line is missing now") << "a\n"_ba
                                               << "a\nb\n"_ba << Outcome::FirstIsOlder << 1 << u"taken away"_s;
        QTest::newRow("rewritten") << "a\nb\nc\n"_ba
                                   << "a\nx\nc\n"_ba << Outcome::Differ << 1 << u"disagree from line 2 on"_s;
        QTest::newRow("rewritten from the start") << "a\nb\n"_ba
                                                  << "b\n"_ba << Outcome::Differ << 0 << u"line 1"_s;
        QTest::newRow("longer line") << "aa\n"_ba
                                     << "a\n"_ba << Outcome::Differ << 0 << u"line 1"_s;
        QTest::newRow("the second broke off") << "a\nbb\nc\n"_ba
                                              << "a\nb"_ba << Outcome::SecondIsOlder << 1 << u"the first 1 line,"_s;
        QTest::newRow("the second broke off behind") << "a\n"_ba
                                                     << "a\nb"_ba << Outcome::Same << 1 << u"1 line"_s;
        QTest::newRow("nothing") << "a\n"_ba
                                 << ""_ba << Outcome::SecondIsOlder << 0 << u"0 lines"_s;
    }
    void saysWhere()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(QString, words);
        const HistoryComparison comparison = compareHistories(first, second);
        QTEST(comparison.outcome, "outcome");
        QTEST(int(comparison.common), "common");
        QVERIFY2(textOf(comparison).contains(words), qPrintable(textOf(comparison)));
        QCOMPARE(comparison.isKept(),
                 comparison.outcome == Outcome::Same || comparison.outcome == Outcome::SecondIsOlder);
    }
};

QTEST_APPLESS_MAIN(TestHistoryComparison)
#include "tst_historycomparison.moc"
