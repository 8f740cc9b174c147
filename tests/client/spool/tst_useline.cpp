#include "client/spool/useline.h"

#include "support/values.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

Event use(const QString &command)
{
    return TestSupport::event(u"command", TestSupport::command(command, u"1"_s));
}

} // namespace

class TestUseLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackAsItWas()
    {
        const QByteArray journal = useLine(0, use(u"napari.a"_s)) + useLine(7, use(u"napari.b"_s)) + useAgainLine(0);
        QCOMPARE(journal.count('\n'), 3);
        QCOMPARE(usesOf(journal), (Uses{{use(u"napari.a"_s), use(u"napari.b"_s), use(u"napari.a"_s)}, 0}));
        QCOMPARE(usesOf({}), Uses());
    }
    void aDamagedLineCostsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("damaged");
        const QByteArray line = useLine(1, use(u"napari.damaged"_s));
        QByteArray other = line;
        other.replace("napari.damaged", "napari.damageD"); // valid JSON, another command
        QTest::newRow("another byte") << other;
        QTest::newRow("cut") << line.first(40) + '\n';
        QTest::newRow("no sum") << line.sliced(9);
        QTest::newRow("zeros") << QByteArray(line.size() - 1, '\0') + '\n';
        QTest::newRow("not ours") << QByteArray("hello\n");
        QTest::newRow("only a sum") << line.first(8) + '\n';
        QTest::newRow("another number") << QByteArray(useAgainLine(0)).replace('0', '2');
        QTest::newRow("a number that was not named") << useAgainLine(2);
        QTest::newRow("a number that is too great") << QByteArray("99999999999 00\n");
    }
    void aDamagedLineCostsOnlyItself()
    {
        QFETCH(QByteArray, damaged);
        const QByteArray journal = useLine(0, use(u"napari.a"_s)) + damaged + useLine(3, use(u"napari.b"_s));
        QCOMPARE(usesOf(journal), (Uses{{use(u"napari.a"_s), use(u"napari.b"_s)}, 1}));
    }
    void aNumberMayStandForAnotherEventLater()
    {
        const QByteArray journal =
            useLine(0, use(u"napari.a"_s)) + useAgainLine(0) + useLine(0, use(u"napari.b"_s)) + useAgainLine(0);
        QCOMPARE(usesOf(journal).uses,
                 (QList<Event>{use(u"napari.a"_s), use(u"napari.a"_s), use(u"napari.b"_s), use(u"napari.b"_s)}));
    }
    void anotherUseTakesAFewBytes() { QVERIFY(useAgainLine(123).size() <= 8); }
    void aLineThatLacksItsBreakIsTorn()
    {
        QByteArray journal = useLine(0, use(u"napari.a"_s)) + useLine(1, use(u"napari.b"_s));
        journal.chop(1);
        QCOMPARE(usesOf(journal), (Uses{{use(u"napari.a"_s)}, 1}));
        // What is written next begins with a break, and is not lost. The torn one turns out to be whole.
        journal += '\n' + useLine(2, use(u"napari.c"_s));
        QCOMPARE(usesOf(journal).uses.last(), use(u"napari.c"_s));
        QCOMPARE(usesOf(journal).damaged, 0);
    }
};

QTEST_GUILESS_MAIN(TestUseLine)
#include "tst_useline.moc"
