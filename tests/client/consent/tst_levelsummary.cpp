#include "client/consent/levelsummary.h"

#include "client/language/englishscope.h"
#include "support/dictionary.h"
#include "support/inlanguage.h"

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
    void whatTheTopicsAreIsTranslated()
    {
        const TestSupport::InLanguage german(u"de"_s);
        const QString text = LevelSummary::description(TestSupport::dictionary(), Level::Middle);
        QVERIFY2(text.contains("installierte Plugins (Plugin-Version)"_L1), qPrintable(text));
    }
    void inASentenceALevelIsWrittenAsTheLanguageWants()
    {
        QCOMPARE(LevelSummary::nameInSentence(Level::Basic), u"basic"_s);
        const TestSupport::InLanguage german(u"de"_s);
        QCOMPARE(LevelSummary::nameInSentence(Level::Basic), u"Basis"_s);
    }
};

QTEST_GUILESS_MAIN(TestLevelSummary)
#include "tst_levelsummary.moc"
