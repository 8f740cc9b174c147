#include "client/language/dictionarytext.h"

#include "client/language/englishscope.h"
#include "support/dictionary.h"
#include "support/inlanguage.h"

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
            QVERIFY2(isTranslated(DictionaryText::sentence(topic, topic.example)), qPrintable(topic.sentence));
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
        const TopicDefinition &plugin = *TestSupport::dictionary().topic(u"plugin");
        const TestSupport::InLanguage polish(u"pl"_s);
        QCOMPARE(DictionaryText::sentence(plugin, plugin.example), u"zainstalowano napari-svg 0.2.1"_s);
        const EnglishScope scope;
        QCOMPARE(DictionaryText::sentence(plugin, plugin.example), plugin.sentenceFor(plugin.example));
    }
};

QTEST_GUILESS_MAIN(TestDictionaryText)
#include "tst_dictionarytext.moc"
