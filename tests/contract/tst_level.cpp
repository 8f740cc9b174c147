#include "contract/level.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLevel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesGoThereAndBack()
    {
        for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full})
            QCOMPARE(levelFromName(levelName(level)), level);
    }
    void unknownNamesAreNoLevel_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"", "Basic", "basic ", "all", "1", "nonee"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void unknownNamesAreNoLevel()
    {
        QFETCH(QString, name);
        QVERIFY(!levelFromName(name).has_value());
    }
    void noneIsNotASendingLevel()
    {
        QCOMPARE(sendingLevels(), (QList<Level>{Level::Basic, Level::Middle, Level::Full}));
        QCOMPARE(lowerOf(Level::Full, Level::None), Level::None);
        QCOMPARE(lowerOf(Level::Basic, Level::Middle), Level::Basic);
    }
};

QTEST_GUILESS_MAIN(TestLevel)
#include "tst_level.moc"
