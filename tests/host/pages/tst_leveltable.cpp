#include "host/pages/leveltable.h"

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
};

QTEST_GUILESS_MAIN(TestLevelTable)
#include "tst_leveltable.moc"
