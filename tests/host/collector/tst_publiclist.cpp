#include "host/collector/publiclist.h"

#include "contract/contenttag.h"
#include "contract/limits.h"
#include "support/dictionary.h"
#include "support/publiclists.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::publicList;

class TestPublicList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isServedAsItCame()
    {
        const QByteArray bytes = publicList({"a", "b"});
        const auto list = readPublicList(bytes);
        QVERIFY(list.ok());
        QCOMPARE(list.value()->bytes, bytes);
        QCOMPARE(list.value()->etag, contentTag(bytes));
        QVERIFY(list.value()->strings.hasCommand(u"b.open"_s));
    }
    void theShippedListIsSound()
    {
        const auto list = readPublicList(TestSupport::resource(u":/telemetry/public-list.json"_s));
        QVERIFY2(list.ok(), list.ok() ? "" : qPrintable(list.error().detail));
    }
    void refusesTheWholeForOneMistake_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = publicList({"a", "b"});
        const auto with = [&](const QByteArray &before, const QByteArray &after) {
            return QByteArray(good).replace(before, after);
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << good.chopped(1);
        QTest::newRow("too large") << good + QByteArray(Limits::publicListBytes, ' ');
        QTest::newRow("a preview") << with(R"("b":["1.0"])", R"("b":["1.0","1.1rc1"])");
        QTest::newRow("a name in another form") << with(R"("a":["1.0"])", R"("a":["1.0"],"C_c":["1.0"])");
        QTest::newRow("no list") << with(R"("b":["1.0"])", R"("b":"1.0")");
        QTest::newRow("another plugin's command") << with("b.open", "c.open");
        QTest::newRow("somebody's command as napari's") << with(R"("napari.a")", R"("napari.a","lab.x")");
        QTest::newRow("a word as a version") << with("0.9.2", R"(0.9.2","Prof-X)");
        QTest::newRow("a long name") << with("a.open", "a." + QByteArray(200, 'x'));
    }
    void refusesTheWholeForOneMistake()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readPublicList(bytes).ok());
    }
    void aGreatLossIsSaid_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("said");
        QTest::newRow("the same") << publicList({"a", "b", "c"}) << QString();
        QTest::newRow("more") << publicList({"a", "b", "c", "d"}) << QString();
        QTest::newRow("one less") << publicList({"a", "b"}) << QString();
        QTest::newRow("two less") << publicList({"a"}) << u"it lacks 2 of the 3 plugins of the list in use"_s;
        QTest::newRow("others") << publicList({"a", "x", "y", "z"})
                                << u"it lacks 2 of the 3 plugins of the list in use"_s;
        QTest::newRow("no commands of plugins") << publicList({"a", "b", "c"}).replace("plugin_commands", "else")
                                                << u"it lacks 3 of the 3 commands of plugins of the list in use"_s;
        QTest::newRow("other commands of napari") << publicList({"a", "b", "c"}).replace("napari.a", "napari.b")
                                                  << u"it lacks 1 of the 1 commands of napari of the list in use"_s;
        QTest::newRow("other versions") << publicList({"a", "b", "c"}).replace("0.9.2", "0.9.1")
                                        << u"it lacks 1 of the 1 versions of the list in use"_s;
    }
    void aGreatLossIsSaid()
    {
        QFETCH(QByteArray, after);
        QFETCH(QString, said);
        const auto before = readPublicList(publicList({"a", "b", "c"}));
        const auto changed = readPublicList(after);
        QVERIFY(changed.ok());
        QCOMPARE(greatLoss(before.value()->strings, changed.value()->strings).value_or(QString()), said);
    }
};

QTEST_GUILESS_MAIN(TestPublicList)
#include "tst_publiclist.moc"
