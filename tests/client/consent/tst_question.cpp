#include "client/consent/question.h"

#include "client/consent/contact.h"
#include "client/language/englishscope.h"
#include "support/dictionary.h"
#include "support/inlanguage.h"
#include "support/laterdictionary.h"

#include <QSet>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestQuestion : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatARegulatorAsksFor()
    {
        const Question question(TestSupport::dictionary(), {});
        QVERIFY(question.intro().contains("developers of napari"_L1)); // who
        QVERIFY(question.intro().contains("grants"_L1));               // why
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(question.choice(topic.level).contains(topic.title));       // what
        QVERIFY(question.handling().contains("full.telemetry.napari.org"_L1)); // where
        QVERIFY(question.handling().contains("60"_L1));                        // how long
        QVERIFY(question.withdrawing().contains("status bar"_L1));
        QVERIFY(question.contact(u"#fff"_s).contains(QLatin1StringView(Contact::mail)));
        for (const char *page : {"usage.napari.org", "telemetry.napari.org"}) // one of them may be blocked
            QVERIFY(question.contact(u"#fff"_s).contains(u"href=\"https://%1\">%1</a>"_s.arg(QLatin1StringView(page))));
        QVERIFY(question.closing().contains("no telemetry"_L1));
    }
    void aDifferenceShowsOnlyWhatIsNew()
    {
        const DataDictionary dictionary = TestSupport::laterDictionary();
        const Question question(dictionary, {}, 1);
        QVERIFY(question.isDifference());
        QVERIFY(question.choice(Level::Basic).contains("processor architecture"_L1));
        QVERIFY(!question.choice(Level::Basic).contains("Python version"_L1));
        QCOMPARE(question.choice(Level::Middle), question.choice(Level::Basic)); // includes what is below, adds nothing
        QVERIFY(question.choice(Level::Full).contains("processor architecture"_L1));
        QVERIFY(question.choice(Level::Full).contains(dictionary.topic(u"layer-size")->title));
        QVERIFY(!question.choice(Level::Full).contains(dictionary.topic(u"command")->title));
        QVERIFY(Question(dictionary, {}, 2).choice(Level::Full).contains("Nothing new"_L1));
    }
    void theHashFollowsEveryPartOfTheText()
    {
        const DataDictionary dictionary = TestSupport::laterDictionary();
        const Endpoints local = Endpoints::onLoopback(u"http://127.0.0.1:8080"_s).value();
        const QByteArray hash = Question(TestSupport::dictionary(), {}).hash();
        QCOMPARE(hash.size(), 64);
        QCOMPARE(Question(TestSupport::dictionary(), {}).hash(), hash);
        const QSet<QByteArray> all{hash, Question(TestSupport::dictionary(), local).hash(),
                                   Question(dictionary, {}, 1).hash()};
        QCOMPARE(all.size(), 3);
    }
    void theHashIsThatOfTheLanguageShown()
    {
        const Question question(TestSupport::dictionary(), {});
        const QByteArray english = question.hash();
        const TestSupport::InLanguage german(u"de"_s);
        QVERIFY(question.hash() != english);
        const EnglishScope scope;
        // Not the very hash from above: without a translator there are no plural forms.
        const QByteArray original = question.hash();
        const TestSupport::InLanguage inEnglish(u"en"_s);
        QCOMPARE(question.hash(), original);
    }
};

QTEST_GUILESS_MAIN(TestQuestion)
#include "tst_question.moc"
