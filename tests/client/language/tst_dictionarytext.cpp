#include "client/language/dictionarytext.h"

#include "client/language/englishscope.h"
#include "support/dictionary.h"
#include "support/inlanguage.h"
#include "support/spooledevents.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestDictionaryText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// In the long language every text that is known to lupdate is in brackets.
    void everyTextOfTheDictionaryIsTranslated()
    {
        const TestSupport::InLanguage made(u"xx"_s);
        const auto isTranslated = [](const QString &text) { return text.startsWith(u'[') && text.endsWith(u']'); };
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            QVERIFY2(isTranslated(DictionaryText::title(topic)), qPrintable(topic.title));
            QVERIFY2(isTranslated(DictionaryText::why(topic)), qPrintable(topic.why));
            QVERIFY2(isTranslated(DictionaryText::sentence(topic)), qPrintable(topic.sentence));
            for (const FieldDefinition &field : topic.fields) {
                QVERIFY2(isTranslated(DictionaryText::title(field)), qPrintable(field.title));
                QVERIFY2(isTranslated(DictionaryText::description(field)), qPrintable(field.description));
            }
            for (const TableDefinition &table : topic.tables)
                QVERIFY2(isTranslated(DictionaryText::title(table)), qPrintable(table.title));
        }
    }
    void theSentenceHoldsTheValues()
    {
        const SpooledEvent spooled = TestSupport::spooled(u"plugin"_s, SpooledEvent::State::Pending);
        const TopicDefinition &plugin = *TestSupport::dictionary().topic(u"plugin");
        const TestSupport::InLanguage polish(u"pl"_s);
        QCOMPARE(DictionaryText::sentence(plugin, spooled.event), u"zainstalowano napari-svg 0.2.1"_s);
        const EnglishScope scope;
        QCOMPARE(DictionaryText::sentence(plugin, spooled.event), plugin.sentenceFor(plugin.example));
    }
    void itSaysForWhichPeriodItIsTheFirst()
    {
        Event user = TestSupport::spooled(u"user"_s, SpooledEvent::State::Pending).event;
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"user");
        QStringList sentences;
        for (const FirstIn firstIn : {FirstIn::Week, FirstIn::Month, FirstIn::Year, FirstIn::Ever}) {
            user.firstIn = firstIn;
            sentences.append(DictionaryText::sentence(topic, user));
        }
        QCOMPARE(sentences, (QStringList{u"napari is used"_s, u"napari is used (the first report of this month)"_s,
                                         u"napari is used (the first report of this year)"_s,
                                         u"napari is used (the first report ever)"_s}));
    }
};

QTEST_GUILESS_MAIN(TestDictionaryText)
#include "tst_dictionarytext.moc"
