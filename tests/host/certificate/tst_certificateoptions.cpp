#include "host/certificate/certificateoptions.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificateOptions : public QObject
{
    Q_OBJECT

    static QStringList line(const QStringList &more = {}, const QString &plugin = u"napari-svg"_s,
                            const QString &from = u"2026-01"_s, const QString &to = u"2026-12"_s)
    {
        return QStringList{u"program"_s, u"certificate"_s, plugin, u"--from"_s, from,  u"--to"_s,
                           to,           u"--public"_s,    u"p"_s, u"--key"_s,  u"k"_s}
               + more;
    }

private Q_SLOTS:
    void hasDefaults()
    {
        const auto request = readCertificateOptions(line());
        QVERIFY(request.ok() && request.value().run);
        const CertificateOptions &options = *request.value().run;
        QCOMPARE(options.plugin, u"napari-svg"_s);
        QCOMPARE(options.from, u"2026-01"_s);
        QCOMPARE(options.to, u"2026-12"_s);
        QCOMPARE(options.publicFolder, u"p"_s);
        QCOMPARE(options.key, u"k"_s);
        QCOMPARE(options.out, u"."_s);
        QVERIFY(!options.json && !options.now);
    }
    void takesEveryOption()
    {
        const auto request =
            readCertificateOptions(line({u"--out"_s, u"o"_s, u"--json"_s, u"--now"_s, u"2026-12-08T12:00:00Z"_s}));
        QVERIFY(request.ok());
        QCOMPARE(request.value().run->out, u"o"_s);
        QVERIFY(request.value().run->json);
        QCOMPARE(*request.value().run->now, QDateTime(QDate(2026, 12, 8), QTime(12, 0), Qt::UTC));
    }
    void normalisesTheName()
    {
        QCOMPARE(readCertificateOptions(line({}, u"Napari__SVG.x"_s)).value().run->plugin, u"napari-svg-x"_s);
    }
    void takesFiveYears() { QVERIFY(readCertificateOptions(line({}, u"a"_s, u"2026-02"_s, u"2031-01"_s)).ok()); }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{u"program"_s};
        QTest::newRow("no plugin") << QStringList{u"program"_s, u"certificate"_s} + line().mid(3);
        QTest::newRow("two plugins") << line({u"another"_s});
        QTest::newRow("another command") << QStringList{u"program"_s, u"run"_s} + line().mid(2);
        QTest::newRow("unknown option") << line({u"--force"_s});
        QTest::newRow("no key") << line().mid(0, 9);
        QTest::newRow("no public folder") << line().mid(0, 7) + line().mid(9);
        QTest::newRow("a path") << line({}, u"../../etc/passwd"_s);
        QTest::newRow("a long name") << line({}, QString(101, u'a'));
        QTest::newRow("not ASCII") << line({}, u"näpari"_s);
        QTest::newRow("a week") << line({}, u"a"_s, u"2026-W01"_s);
        QTest::newRow("no month") << line({}, u"a"_s, u"2026-13"_s);
        QTest::newRow("the wrong way round") << line({}, u"a"_s, u"2026-12"_s, u"2026-11"_s);
        QTest::newRow("61 months") << line({}, u"a"_s, u"2026-01"_s, u"2031-01"_s);
        QTest::newRow("8000 years") << line({}, u"a"_s, u"1999-01"_s, u"9999-01"_s);
        QTest::newRow("an empty folder") << line({u"--out="_s});
        QTest::newRow("moment without zone") << line({u"--now"_s, u"2026-11-18T12:00:00"_s});
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto request = readCertificateOptions(arguments);
        QVERIFY(!request.ok());
        QVERIFY(!request.error().detail.isEmpty() && !request.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto request = readCertificateOptions({u"program"_s, u"certificate"_s, u"--help"_s});
        QVERIFY(!request.value().run);
        for (const QString &word :
             {u"--from"_s, u"--to"_s, u"--public"_s, u"--key"_s, u"--out"_s, u"--json"_s, u"--now"_s, u"Exit codes"_s})
            QVERIFY(request.value().text.contains(word));
    }
};

QTEST_GUILESS_MAIN(TestCertificateOptions)
#include "tst_certificateoptions.moc"
