#include "host/pages/pagesoptions.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPagesOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoFoldersAreEnough()
    {
        const auto read = readPagesOptions({u"p"_s, u"public"_s, u"site"_s});
        QVERIFY(read.ok() && read.value().run);
        QCOMPARE(read.value().run->publicFolder, u"public"_s);
        QCOMPARE(read.value().run->out, u"site"_s);
        QVERIFY(read.value().run->site.isEmpty() && read.value().run->address.isEmpty());
    }
    void anAddressEndsWithASlash()
    {
        const auto read = readPagesOptions(
            {u"p"_s, u"a"_s, u"b"_s, u"--site"_s, u"c"_s, u"--address"_s, u"https://usage.napari.org/x"_s});
        QCOMPARE(read.value().run->address, u"https://usage.napari.org/x/"_s);
        QCOMPARE(read.value().run->site, u"c"_s);
        QVERIFY(read.value().run->contact.isEmpty());
    }
    void aContactIsTaken()
    {
        const auto read = readPagesOptions({u"p"_s, u"a"_s, u"b"_s, u"--contact"_s, u"us@napari.org"_s});
        QCOMPARE(read.value().run->contact, u"us@napari.org"_s);
    }
    void refusesWhatItCannotUse_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("one folder") << QStringList{u"a"_s};
        QTest::newRow("three") << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("no name") << QStringList{u"a"_s, u""_s};
        QTest::newRow("another option") << QStringList{u"a"_s, u"b"_s, u"--force"_s};
        QTest::newRow("no address") << QStringList{u"a"_s, u"b"_s, u"--address"_s, u"usage"_s};
        QTest::newRow("a script") << QStringList{u"a"_s, u"b"_s, u"--address"_s, u"javascript:alert(1)"_s};
        QTest::newRow("no https") << QStringList{u"a"_s, u"b"_s, u"--address"_s, u"http://usage.napari.org/"_s};
        QTest::newRow("no contact") << QStringList{u"a"_s, u"b"_s, u"--contact"_s, u""_s};
        QTest::newRow("a script to contact") << QStringList{u"a"_s, u"b"_s, u"--contact"_s, u"javascript:alert(1)"_s};
        QTest::newRow("a password") << QStringList{u"a"_s, u"b"_s, u"--address"_s, u"https://u:p@x.org/"_s};
    }
    void refusesWhatItCannotUse()
    {
        QFETCH(QStringList, words);
        const auto read = readPagesOptions(QStringList{u"p"_s} + words);
        QVERIFY(!read.ok());
        QVERIFY(!read.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPagesOptions)
#include "tst_pagesoptions.moc"
