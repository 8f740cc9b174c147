#include "consent/levelsummary.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLevelSummary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesEveryTopicAndFieldOfItsLevelOnly()
    {
        const DataDictionary &dictionary = TestSupport::dictionary();
        for (const Level level : sendingLevels()) {
            const QString text = LevelSummary::description(dictionary, level);
            for (const TopicDefinition &topic : dictionary.topics()) {
                QCOMPARE(text.contains(topic.title), topic.level == level);
                for (const FieldDefinition &field : topic.fields) {
                    if (topic.level == level)
                        QVERIFY(text.contains(field.title));
                }
            }
        }
    }
    void namesWhereItGoes()
    {
        const QString production = LevelSummary::handling({});
        for (const Level level : sendingLevels())
            QVERIFY(production.contains(levelName(level) + u".telemetry.napari.org"_s));
        const Endpoints local = Endpoints::onLoopback(u"http://127.0.0.1:8080"_s).value();
        QCOMPARE(LevelSummary::handling(local).count(u"127.0.0.1:8080"_s), 1);
    }
    void theHashFollowsTheText()
    {
        const Endpoints local = Endpoints::onLoopback(u"http://127.0.0.1:8080"_s).value();
        const QByteArray hash = LevelSummary::textHash(TestSupport::dictionary(), {});
        QCOMPARE(hash.size(), 64);
        QCOMPARE(LevelSummary::textHash(TestSupport::dictionary(), {}), hash);
        QVERIFY(LevelSummary::textHash(TestSupport::dictionary(), local) != hash);
    }
};

QTEST_GUILESS_MAIN(TestLevelSummary)
#include "tst_levelsummary.moc"
