#include "host/history/historyentry.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

HistoryEntry entry()
{
    return {noLineBefore(),
            QDate(2026, 12, 8),
            0,
            {HistoryKind::Release, {{u"periods/2026-11.json"_s, sha256Of("{}")}}, {{u"period"_s, u"2026-11"_s}}, {}}};
}

/// The line of entry() with something else in it.
QByteArray with(const QByteArray &old, const QByteArray &other)
{
    QByteArray line = lineOf(entry());
    if (!line.contains(old))
        qFatal("not in the line: %s", old.constData());
    return line.replace(old, other);
}

} // namespace

class TestHistoryEntry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenAsDocumented()
    {
        HistoryEntry all = entry();
        all.said.reason = u"für \"alle\""_s;
        QCOMPARE(lineOf(all),
                 "{\"before\":\"" + QByteArray(64, '0')
                     + "\",\"day\":\"2026-12-08\",\"files\":{\"periods/2026-11.json\":"
                       "\"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"},\"kind\":\"release\","
                       "\"n\":0,\"reason\":\"für \\\"alle\\\"\",\"what\":{\"period\":\"2026-11\"}}");
        QVERIFY(!lineOf(all).contains('\n'));
    }
    void everyKindIsReadAgain()
    {
        using Kind = HistoryKind;
        for (const Kind kind : {Kind::Dictionary, Kind::PublicList, Kind::Endpoints, Kind::Release, Kind::Removal,
                                Kind::DrawAgain, Kind::Access, Kind::Key}) {
            HistoryEntry one = entry();
            one.said.kind = kind;
            const auto read = readHistoryLine(lineOf(one));
            QVERIFY2(read.ok(), qPrintable(nameOf(kind)));
            QCOMPARE(read.value().said.kind, kind);
            QCOMPARE(lineOf(read.value()), lineOf(one));
        }
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a line feed") << lineOf(entry()) + '\n';
        QTest::newRow("a space") << with(",\"day\"", ", \"day\"");
        QTest::newRow("another order") << with("\"kind\":\"release\",\"n\":0", "\"n\":0,\"kind\":\"release\"");
        QTest::newRow("a key twice") << with("\"n\":0", "\"n\":0,\"n\":0");
        QTest::newRow("one more key") << with("\"n\":0", "\"n\":0,\"people\":12");
        QTest::newRow("no what") << with(",\"what\":{\"period\":\"2026-11\"}", "");
        QTest::newRow("an unknown kind") << with("release", "releases");
        QTest::newRow("no such day") << with("2026-12-08", "2026-13-08");
        QTest::newRow("a short day") << with("2026-12-08", "2026-12-8");
        QTest::newRow("a negative number") << with("\"n\":0", "\"n\":-1");
        QTest::newRow("a broken number") << with("\"n\":0", "\"n\":0.5");
        QTest::newRow("a huge number") << with("\"n\":0", "\"n\":99999999999");
        QTest::newRow("half a hash") << with(QByteArray(64, '0'), QByteArray(32, '0'));
        QTest::newRow("capital digits") << with(QByteArray(64, '0'), QByteArray(64, 'A'));
        QTest::newRow("a digest that is none") << with("44136fa3", "44136fag");
        QTest::newRow("an empty reason") << with("\"n\":0", "\"n\":0,\"reason\":\"\"");
        QTest::newRow("a reason of two lines") << with("\"n\":0", "\"n\":0,\"reason\":\"a\\nb\"");
        QTest::newRow("a reason backwards") << with("\"n\":0", "\"n\":0,\"reason\":\"a\xe2\x80\xae b\"");
        QTest::newRow("a long reason") << with("\"n\":0", "\"n\":0,\"reason\":\"" + QByteArray(301, 'a') + '"');
        QTest::newRow("much about it") << with("2026-11\"}", QByteArray(Limits::historyWhatBytes, 'a') + "\"}");
        for (const char *path :
             {"../secret", "periods/../../secret", "/etc/passwd", "periods//a", "periods/", ".hidden",
              "periods/.hidden", "a\\\\b", "http://a", "a?b", "a%2fb", "a b", "", "a/b/c/d/e"})
            QTest::addRow("the path %s", path) << with("periods/2026-11.json", path);
    }
    void refuses()
    {
        QFETCH(QByteArray, line);
        const auto read = readHistoryLine(line);
        QVERIFY(!read.ok());
        QVERIFY(!read.error().detail.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHistoryEntry)
#include "tst_historyentry.moc"
