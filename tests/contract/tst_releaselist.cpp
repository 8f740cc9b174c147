#include "contract/releaselist.h"

#include "support/dictionary.h"

#include <QJsonArray>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

ReleaseList listOf(const QString &product, const QStringList &releases)
{
    return ReleaseList::load({{product, QJsonArray::fromStringList(releases)}});
}

/// How many versions of this many numbers, each below `end`, are let through behind this beginning.
int allowed(const ReleaseList &list, const QString &product, const QString &version, int numbers, int end)
{
    if (numbers == 0)
        return list.allows(product, version) ? 1 : 0;
    int count = 0;
    for (int number = 0; number < end; ++number) {
        const QString next = QString::number(number);
        count += allowed(list, product, version.isEmpty() ? next : version + u'.' + next, numbers - 1, end);
    }
    return count;
}

} // namespace

class TestReleaseList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyReleasesAndTheNextOnesPass_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("passes");
        for (const char *release : {"0.8.0", "0.9.2", "0.4.19.post1"})
            QTest::newRow(release) << QString::fromLatin1(release) << true;
        QTest::newRow("next patch") << u"0.9.3"_s << true;
        QTest::newRow("patch after some") << u"0.9.5"_s << true;
        QTest::newRow("patch of an older one") << u"0.8.1"_s << true;
        QTest::newRow("next minor") << u"0.10.0"_s << true;
        QTest::newRow("its patch") << u"0.10.3"_s << true;
        QTest::newRow("next major") << u"1.0.0"_s << true;
        QTest::newRow("patch too high") << u"0.9.6"_s << false;
        QTest::newRow("a gap") << u"0.9.1"_s << false;
        QTest::newRow("minor too high") << u"0.11.0"_s << false;
        QTest::newRow("a minor that is missing") << u"0.5.0"_s << false;
        QTest::newRow("patch of the next minor too high") << u"0.10.77"_s << false;
        QTest::newRow("major too high") << u"2.0.0"_s << false;
        QTest::newRow("both higher") << u"1.10.9"_s << false;
        QTest::newRow("zeros in front") << u"0.9.03"_s << false;
        QTest::newRow("fewer numbers") << u"0.10"_s << false;
        QTest::newRow("more numbers") << u"0.9.3.0"_s << false;
        QTest::newRow("a post release that isn't listed") << u"0.9.2.post1"_s << false;
        QTest::newRow("a text") << u"0.9.x"_s << false;
        QTest::newRow("signs") << u"0.9.+3"_s << false;
        QTest::newRow("no number") << u"0.9."_s << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("more than a number holds") << u"0.9.99999999999999999999"_s << false;
    }
    void onlyReleasesAndTheNextOnesPass()
    {
        QFETCH(QString, version);
        const ReleaseList list = listOf(u"napari"_s, {u"0.8.0"_s, u"0.9.0"_s, u"0.9.2"_s, u"0.4.19.post1"_s});
        QTEST(list.allows(u"napari"_s, version), "passes");
        QVERIFY(!list.allows(u"other"_s, version));
    }
    void datesAreNumbersToo()
    {
        const ReleaseList list = listOf(u"ubuntu"_s, {u"25.04"_s, u"25.10"_s, u"26.04"_s, u"26.10"_s});
        QVERIFY(list.allows(u"ubuntu"_s, u"27.04"_s));
        QVERIFY(list.allows(u"ubuntu"_s, u"27.10"_s));
        QVERIFY(!list.allows(u"ubuntu"_s, u"28.04"_s));
        QVERIFY(!list.allows(u"ubuntu"_s, u"27.99"_s));
    }
    /// The bits of docs/threats.md: 8 for a version of napari, 6 for one of Python, 10 for one of a system.
    void aVersionSaysLittle()
    {
        const ReleaseList &list = TestSupport::publicStrings().versions();
        int systems = 0;
        for (const QString &product : list.products()) {
            int count = 0;
            for (int numbers = 1; numbers <= 2; ++numbers)
                count += allowed(list, product, {}, numbers, 100);
            count += allowed(list, product, {}, 3, product == u"napari"_s ? 30 : 0);
            for (const QString &release : list.releases(product)) // those with a zero in front
                count += release.contains(".0"_L1) && !release.endsWith(".0"_L1) ? 2 : 0;
            QVERIFY2(count <= (product == u"python"_s ? 64 : 256), qPrintable(product));
            systems += product == u"python"_s || product == u"napari"_s ? 0 : count;
        }
        QVERIFY(systems > 300 && systems <= 1024);
    }
    void whatIsNoReleaseIsLeftOutAndCounted()
    {
        const ReleaseList list = ReleaseList::load({{u"a"_s, QJsonArray{u"1.0"_s, u"1.0"_s, u"1.0rc1"_s, 7, u"x"_s}},
                                                    {u"b"_s, QJsonArray{}},
                                                    {u"c"_s, u"1.0"_s},
                                                    {u"d"_s, QJsonArray{QString(200, u'1')}}});
        QCOMPARE(list.products(), QStringList{u"a"_s});
        QCOMPARE(list.releases(u"a"_s), QStringList{u"1.0"_s});
        QCOMPARE(list.leftOut(), 5);
    }
};

QTEST_GUILESS_MAIN(TestReleaseList)
#include "tst_releaselist.moc"
