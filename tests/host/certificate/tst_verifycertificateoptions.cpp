#include "host/certificate/verifycertificateoptions.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestVerifyCertificateOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesAFile()
    {
        const auto request = readVerifyCertificateOptions({u"program"_s, u"verify"_s, u"a.json"_s});
        QCOMPARE(request.value().run->file, u"a.json"_s);
        QVERIFY(request.value().run->publicFolder.isEmpty());
    }
    void takesAFolder()
    {
        const auto request =
            readVerifyCertificateOptions({u"program"_s, u"verify"_s, u"--public"_s, u"p"_s, u"a.json"_s});
        QCOMPARE(request.value().run->publicFolder, u"p"_s);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("no file") << QStringList{u"verify"_s};
        QTest::newRow("two files") << QStringList{u"verify"_s, u"a"_s, u"b"_s};
        QTest::newRow("another command") << QStringList{u"run"_s, u"a"_s};
        QTest::newRow("unknown option") << QStringList{u"verify"_s, u"a"_s, u"--force"_s};
        QTest::newRow("an empty folder") << QStringList{u"verify"_s, u"a"_s, u"--public="_s};
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        const auto request = readVerifyCertificateOptions(QStringList{u"program"_s} + words);
        QVERIFY(!request.ok());
        QVERIFY(!request.error().detail.isEmpty() && !request.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto request = readVerifyCertificateOptions({u"program"_s, u"verify"_s, u"--help"_s});
        QVERIFY(!request.value().run && request.value().text.contains(u"--public"));
    }
};

QTEST_GUILESS_MAIN(TestVerifyCertificateOptions)
#include "tst_verifycertificateoptions.moc"
