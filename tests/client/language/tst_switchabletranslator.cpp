#include "client/language/switchabletranslator.h"

#include "client/language/englishscope.h"
#include "support/inlanguage.h"
#include "support/languagechanges.h"

#include <thread>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QString telemetry()
{
    return QCoreApplication::translate("ConsentDialog", "Telemetry");
}

QString waiting(int count)
{
    return QCoreApplication::translate("Telemetry::ConsentStatus", "%n event(s) waiting to be sent.", nullptr, count);
}

/// Somebody else's translator, such as that of Qt.
class OthersTranslator : public QTranslator
{
    Q_OBJECT
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *, const char *, int) const override
    {
        return qstrcmp(context, "QDialogButtonBox") == 0 ? u"theirs"_s : QString();
    }
};

} // namespace

class TestSwitchableTranslator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ourTextsSwitchAndNobodyIsTold()
    {
        const TestSupport::InLanguage german(u"de"_s);
        const TestSupport::LanguageChanges changes;
        QCOMPARE(telemetry(), u"Telemetrie"_s);
        {
            const EnglishScope scope;
            QCOMPARE(telemetry(), u"Telemetry"_s);
            {
                const EnglishScope inner;
                QCOMPARE(telemetry(), u"Telemetry"_s);
            }
            QCOMPARE(telemetry(), u"Telemetry"_s);
        }
        QCOMPARE(telemetry(), u"Telemetrie"_s);
        QCOMPARE(changes.count, 0);
    }
    void othersTextsStayAsTheyAre()
    {
        OthersTranslator others;
        QVERIFY(QCoreApplication::installTranslator(&others));
        const TestSupport::InLanguage german(u"de"_s);
        const auto theirs = [] { return QCoreApplication::translate("QDialogButtonBox", "Close"); };
        // The same text as ours in a context that is not ours, and one that nobody translates.
        const auto nobodys = [] { return QCoreApplication::translate("MainWindow", "Telemetry"); };
        QCOMPARE(theirs(), u"theirs"_s);
        QCOMPARE(nobodys(), u"Telemetry"_s);
        const EnglishScope scope;
        QCOMPARE(theirs(), u"theirs"_s);
        QCOMPARE(nobodys(), u"Telemetry"_s);
    }
    void pluralForms_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("text");
        const auto row = [](const QString &language, int count, const QString &text) {
            QTest::addRow("%s %d", qPrintable(language), count) << language << count << text;
        };
        row(u"en"_s, 0, u"0 events waiting to be sent."_s);
        row(u"en"_s, 1, u"1 event waiting to be sent."_s);
        row(u"en"_s, 2, u"2 events waiting to be sent."_s);
        row(u"de"_s, 1, u"1 Ereignis wartet auf das Senden."_s);
        row(u"de"_s, 22, u"22 Ereignisse warten auf das Senden."_s);
        row(u"pl"_s, 0, u"0 zdarzeń czeka na wysłanie."_s);
        row(u"pl"_s, 1, u"1 zdarzenie czeka na wysłanie."_s);
        row(u"pl"_s, 2, u"2 zdarzenia czekają na wysłanie."_s);
        row(u"pl"_s, 5, u"5 zdarzeń czeka na wysłanie."_s);
        row(u"pl"_s, 12, u"12 zdarzeń czeka na wysłanie."_s);
        row(u"pl"_s, 21, u"21 zdarzeń czeka na wysłanie."_s);
        row(u"pl"_s, 22, u"22 zdarzenia czekają na wysłanie."_s);
    }
    void pluralForms()
    {
        QFETCH(QString, language);
        QFETCH(int, count);
        const TestSupport::InLanguage translated(language);
        QTEST(waiting(count), "text");
        const EnglishScope scope;
        QCOMPARE(waiting(count),
                 count == 1 ? u"1 event waiting to be sent."_s : u"%1 events waiting to be sent."_s.arg(count));
    }
    void theWorkersTextsDoNotSwitch()
    {
        const TestSupport::InLanguage german(u"de"_s);
        const EnglishScope scope;
        QString text;
        std::thread worker([&text] { text = telemetry(); }); // whose end ThreadSanitizer sees, unlike a QThread's
        worker.join();
        QCOMPARE(text, u"Telemetrie"_s);
        QCOMPARE(telemetry(), u"Telemetry"_s);
    }
    void aLanguageThatIsNotThereIsNotInstalled()
    {
        QTest::ignoreMessage(QtWarningMsg, "no texts in the language ja");
        SwitchableTranslator translator(u"ja"_s, u":/telemetry/i18n"_s);
        QVERIFY(translator.isEmpty());
        // Without English there would be no original to go back to.
        QTest::ignoreMessage(QtWarningMsg, "no texts in the language de");
        SwitchableTranslator homeless(u"de"_s, u":/nowhere"_s);
        QVERIFY(homeless.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSwitchableTranslator)
#include "tst_switchabletranslator.moc"
