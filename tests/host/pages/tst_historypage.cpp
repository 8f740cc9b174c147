#include "host/pages/historypage.h"

#include "support/pagelanguage.h"
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
    void countsHaveTheirForms_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("counts");
        QTest::newRow("English") << u"en"_s << u"Up to now: 3 releases, 0 removals, raw events were read 0 times."_s;
        QTest::newRow("German")
            << u"de"_s << u"Bis jetzt: 3 Veröffentlichungen, 0 Entfernungen, rohe Ereignisse wurden 0 Mal gelesen."_s;
        QTest::newRow("Polish") << u"pl"_s
                                << u"Do tej pory: 3 publikacje, 0 usunięć, surowe zdarzenia odczytano 0 razy."_s;
    }
    void countsHaveTheirForms()
    {
        QFETCH(QString, language);
        QFETCH(QString, counts);
        const auto data = TestSupport::someMonths().data();
        const PageLanguage spoken(TestSupport::tongue(language.toLatin1().constData()));
        const QString lead = historyPage(*data, {}, {}).lead.markup();
        QVERIFY2(lead.contains(counts), qPrintable(lead));
    }
    /// What anybody with a key may have written stays words, and is no place for another piece.
    void whatOthersWroteIsNoPlace()
    {
        const PageLanguage german(TestSupport::tongue("de"));
        const QJsonObject what{{u"who"_s, u"%1<b>%2"_s}};
        QCOMPARE(wordsOf({noLineBefore(), QDate(2026, 12, 1), 0, {HistoryKind::Access, {}, what, {}}}),
                 u"Eine Person hat rohe Ereignisse gelesen: %1<b>%2."_s);
    }
};

QTEST_GUILESS_MAIN(TestHistoryPage)
#include "tst_historypage.moc"
