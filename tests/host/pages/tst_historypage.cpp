#include "host/pages/historypage.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHistoryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsInWords_data()
    {
        QTest::addColumn<HistoryKind>("kind");
        QTest::addColumn<QJsonObject>("what");
        QTest::addColumn<QString>("words");
        const QJsonObject none;
        QTest::newRow("dictionary") << HistoryKind::Dictionary << none << u"data dictionary"_s;
        QTest::newRow("list") << HistoryKind::PublicList << none << u"may be named"_s;
        QTest::newRow("endpoints") << HistoryKind::Endpoints << none << u"addresses"_s;
        QTest::newRow("month") << HistoryKind::Release << QJsonObject{{u"period"_s, u"2026-11"_s}}
                               << u"The numbers of November 2026 were published."_s;
        QTest::newRow("week") << HistoryKind::Release << QJsonObject{{u"period"_s, u"2026-W44"_s}}
                              << u"week 2026-W44"_s;
        QTest::newRow("no period") << HistoryKind::Release << QJsonObject{{u"period"_s, 7}} << u"Numbers were"_s;
        QTest::newRow("plugin") << HistoryKind::Removal << QJsonObject{{u"kind"_s, u"plugin"_s}} << u"A plugin was"_s;
        QTest::newRow("topic") << HistoryKind::Removal << QJsonObject{{u"kind"_s, u"topic"_s}} << u"A topic was"_s;
        QTest::newRow("cell") << HistoryKind::Removal << QJsonObject{{u"kind"_s, u"cell"_s}} << u"A number was"_s;
        QTest::newRow("again") << HistoryKind::DrawAgain << none << u"drawn again"_s;
        QTest::newRow("access") << HistoryKind::Access << QJsonObject{{u"who"_s, u"second operator"_s}}
                                << u"A person read raw events: second operator."_s;
        QTest::newRow("a key that is none") << HistoryKind::Key << none << u"keys"_s;
    }
    void everyKindIsInWords()
    {
        QFETCH(HistoryKind, kind);
        QFETCH(QJsonObject, what);
        QFETCH(QString, words);
        const QString found = wordsOf({noLineBefore(), QDate(2026, 12, 1), 0, {kind, {}, what, {}}});
        QVERIFY2(found.contains(words), qPrintable(found));
    }
    void theFingerprintAndTheSignerAreThere()
    {
        const auto data = TestSupport::someMonths().data();
        const QString page = historyPage(*data, {false, false, u"https://x.org/"_s}, {}).main.markup();
        QVERIFY(page.contains(QString::fromLatin1(data->history().lastHash())));
        QVERIFY(page.contains(u"Signed by the key "_s));
        QVERIFY(page.contains(u"--history https://x.org/data"_s));
        QCOMPARE(page.count(u"<tr data-kind="_s), data->history().entries().size());
    }
};

QTEST_GUILESS_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
