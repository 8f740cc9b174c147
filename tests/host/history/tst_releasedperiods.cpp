#include "host/history/releasedperiods.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReleasedPeriods : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areSortedAndThereOnce()
    {
        const auto read = releasedPeriods(R"({"months":["2026-11","2026-10"],)"
                                          R"("releases":[{"period":"2026-W47"},{"dictionary":1,"period":"2026-12"}],)"
                                          R"("tables":[],"weeks":["2026-W47","2026-W46"]})"_ba);
        QCOMPARE(read.value(), (QStringList{u"2026-10"_s, u"2026-11"_s, u"2026-12"_s, u"2026-W46"_s, u"2026-W47"_s}));
        QCOMPARE(releasedPeriods(R"({"months":[],"releases":[],"weeks":[]})"_ba).value(), QStringList());
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::addColumn<QString>("word");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("no JSON") << "{"_ba << QString();
        for (const QByteArray &name : {"months"_ba, "releases"_ba, "weeks"_ba}) {
            QByteArray without = R"({"months":[],"releases":[],"weeks":[]})";
            const QString word = u'"' + QString::fromLatin1(name) + u'"';
            QTest::addRow("no %s", name.constData()) << QByteArray(without).replace(name, "others") << word;
            QTest::addRow("%s is an object", name.constData())
                << without.replace('"' + name + "\":[]", '"' + name + "\":{}") << word;
        }
        QTest::newRow("no month") << R"({"months":["2026-13"],"releases":[],"weeks":[]})"_ba << u"\"months\""_s;
        QTest::newRow("a path") << R"({"months":["../2026-11"],"releases":[],"weeks":[]})"_ba << u"\"months\""_s;
        QTest::newRow("a number") << R"({"months":[],"releases":[],"weeks":[202647]})"_ba << u"\"weeks\""_s;
        QTest::newRow("no period") << R"({"months":[],"releases":[{}],"weeks":[]})"_ba << u"\"releases\""_s;
    }
    void refuses()
    {
        QFETCH(QByteArray, index);
        QFETCH(QString, word);
        const auto read = releasedPeriods(index);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QVERIFY2(read.error().detail.contains(word), qPrintable(read.error().detail));
    }
    void refusesALargeOne()
    {
        const QByteArray index = R"({"months":[],"releases":[],"weeks":[])" + QByteArray(Limits::publicIndexBytes, ' ');
        QCOMPARE(releasedPeriods(index + '}').error().code, Error::Code::TooLarge);
    }
    void haveAFileOfTheirOwn()
    {
        QCOMPARE(periodFile(u"2026-11"_s), u"periods/2026-11.json"_s);
        QVERIFY(isPeriodFile(periodFile(u"2026-W47"_s)));
        QVERIFY(!isPeriodFile(u"tables/plugins.json"_s));
        QVERIFY(!isPeriodFile(u"periods.json"_s));
    }
};

QTEST_APPLESS_MAIN(TestReleasedPeriods)
#include "tst_releasedperiods.moc"
