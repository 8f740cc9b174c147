#include "host/pages/leveltable.h"

#include "support/pagelanguage.h"
#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLevelTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTopicIsAtItsLevelAndHost()
    {
        const auto data = TestSupport::PagesFolder().data();
        const QString table = levelTable(data->dictionary(), u"collected.html"_s).markup();
        qsizetype from = 0;
        for (const Level level : sendingLevels()) {
            const qsizetype row = table.indexOf(u"<a href=\"collected.html#%1\">"_s.arg(levelName(level)), from);
            QVERIFY(row > from);
            for (const TopicDefinition *topic : data->dictionary().topicsOfLevel(level))
                QVERIFY2(table.indexOf(topic->title, row) > row, qPrintable(topic->title));
            from = table.indexOf(u"<bdi>%1.<wbr>telemetry"_s.arg(levelName(level)), row);
            QVERIFY(from > row);
        }
    }
    void levelsAreCalledAsInNapari()
    {
        const auto data = TestSupport::PagesFolder().data();
        const PageLanguage german(TestSupport::tongue("de"));
        const QString table = levelTable(data->dictionary(), u"collected.html"_s).markup();
        QVERIFY(table.contains(u"<a href=\"collected.html#basic\">Basis</a>"_s));
        QVERIFY(table.contains(u"installierte Plugins"_s) && table.contains(u"basic.<wbr>telemetry"_s));
        QStringList names;
        for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full})
            names.append(levelText(level));
        QCOMPARE(names, (QStringList{u"keine Telemetrie"_s, u"Basis"_s, u"Mittel"_s, u"Voll"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLevelTable)
#include "tst_leveltable.moc"
