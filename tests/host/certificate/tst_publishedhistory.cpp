#include "host/certificate/publishedhistory.h"

#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublishedHistory : public QObject
{
    Q_OBJECT

    static QByteArray lines() { return TestSupport::yearOfSvg().files.value(u"history.jsonl"_s); }
    static Error::Code codeOf(const QByteArray &bytes)
    {
        const auto read = PublishedHistory::read(bytes);
        return read ? Error::Code::Io : read.error().code;
    }

private Q_SLOTS:
    void knowsWhatEachLineSays()
    {
        auto folder = TestSupport::yearOfSvg();
        const QString file = u"periods/2026-02.json"_s;
        const QByteArray before = TestSupport::sha256Of(folder.files[file]);
        folder.put(u"2026-02"_s, {});
        folder.addLine(u"removal"_s, u"2027-01-01"_s, {file});
        const auto history = PublishedHistory::read(folder.files.value(u"history.jsonl"_s));
        QVERIFY(history.ok());
        QCOMPARE(history.value().lines(), 13);
        QCOMPARE(history.value().first(file)->line, 2);
        QCOMPARE(history.value().first(file)->day, QDate(2026, 12, 2));
        QCOMPARE(history.value().newest(file)->line, 12);
        QCOMPARE(history.value().newest(file)->kind, u"removal"_s);
        QCOMPARE(history.value().newest(file)->sha256, TestSupport::sha256Of(folder.files[file]));
        QCOMPARE(history.value().at(2, file)->sha256, before);
        QVERIFY(!history.value().at(3, file));
        QVERIFY(!history.value().at(99, file));
        QVERIFY(!history.value().newest(u"periods/2026-12.json"_s));
    }
    void isEmptyAtFirst() { QCOMPARE(PublishedHistory::read({}).value().lines(), 0); }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = lines();
        const QByteArrayList each = good.split('\n');
        QTest::newRow("without its end") << good.chopped(1);
        QTest::newRow("a line is gone") << QByteArray(good).remove(0, each[0].size() + 1);
        QTest::newRow("a line in the middle is gone") << QByteArray(good).replace(each[3] + '\n', "");
        QTest::newRow("a line twice") << each[0] + '\n' + good;
        QTest::newRow("another day") << QByteArray(good).replace("2026-12-03", "2026-12-04");
        QTest::newRow("a space") << QByteArray(good).replace("\"n\":4", "\"n\": 4");
        QTest::newRow("an empty line") << good + '\n';
        QTest::newRow("no JSON") << good + "x\n";
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(codeOf(lines()), Error::Code::Io);
        QCOMPARE(codeOf(bytes), Error::Code::Damaged);
    }
    void refusesWhatIsNoDigest()
    {
        const QByteArray line = canonicalJson({{u"before"_s, QString(64, u'0')},
                                               {u"day"_s, u"2026-12-08"_s},
                                               {u"files"_s, QJsonObject{{u"a"_s, u"b"_s}}},
                                               {u"kind"_s, u"release"_s},
                                               {u"n"_s, 0}});
        QCOMPARE(codeOf(line + '\n'), Error::Code::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestPublishedHistory)
#include "tst_publishedhistory.moc"
