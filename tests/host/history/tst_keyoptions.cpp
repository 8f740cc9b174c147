#include "host/history/keyoptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Does = KeyOptions::Does;

class TestKeyOptions : public QObject
{
    Q_OBJECT

    static QStringList line(const QString &words)
    {
        return QStringList{u"program"_s, u"key"_s} + words.split(u' ', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void knowsEachCommand_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<Does>("does");
        QTest::newRow("new") << u"new k --holder first"_s << Does::New;
        QTest::newRow("add")
            << u"add 11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= --holder first --key k --aggregates a/b"_s
            << Does::Add;
        QTest::newRow("retire") << u"retire 21fe31dfa154a261 --key k --aggregates a/b --reason moved --threshold 1"_s
                                << Does::Retire;
        QTest::newRow("revoke") << u"revoke 21fe31dfa154a261 --key k --key l --aggregates a/b --reason lost"_s
                                << Does::Revoke;
        QTest::newRow("sign") << u"sign --key k --aggregates a/b"_s << Does::Sign;
        QTest::newRow("take") << u"take head --aggregates a/b"_s << Does::Take;
    }
    void knowsEachCommand()
    {
        QFETCH(QString, words);
        const auto command = readKeyOptions(line(words));
        QVERIFY2(command.ok(), command.ok() ? "" : qPrintable(command.error().detail));
        QTEST(command.value().run->does, "does");
        QCOMPARE(command.value().run->folder, words.contains(u"a/b"_s) ? u"a/"_s : u"."_s);
    }
    void takesWhatIsSaid()
    {
        const auto command = readKeyOptions(
            line(u"revoke 21fe31dfa154a261 --key k --key l --aggregates b --reason lost --threshold 2"_s));
        const KeyOptions &options = *command.value().run;
        QCOMPARE(options.name, "21fe31dfa154a261"_ba);
        QCOMPARE(options.keyFiles, (QStringList{u"k"_s, u"l"_s}));
        QCOMPARE(options.reason, u"lost"_s);
        QCOMPARE(options.threshold, 2);
        QCOMPARE(options.folder, u"."_s);
    }
    void refuses_data()
    {
        QTest::addColumn<QString>("words");
        for (const char *words : {"",
                                  "delete x",
                                  "new",
                                  "new k",
                                  "new k l --holder first",
                                  "new k --holder first --key l",
                                  "add abc --holder first --key k --aggregates a",
                                  "add --holder first --key k --aggregates a",
                                  "retire 21fe31dfa154a261 --key k",
                                  "retire 21fe31dfa154a261 --aggregates a",
                                  "retire 21FE31DFA154A261 --key k --aggregates a",
                                  "retire first --key k --aggregates a",
                                  "revoke 21fe31dfa154a261 --key k --aggregates a",
                                  "sign --aggregates a",
                                  "sign x --key k --aggregates a",
                                  "sign --key k --aggregates a --threshold 1",
                                  "take --aggregates a",
                                  "list",
                                  "list --force --aggregates a",
                                  "retire 21fe31dfa154a261 --key k --aggregates a --threshold 0",
                                  "retire 21fe31dfa154a261 --key k --aggregates a --threshold all"})
            QTest::newRow(words) << QString::fromLatin1(words);
        QTest::newRow("a long holder") << u"new k --holder "_s + QString(301, u'a');
    }
    void refuses()
    {
        QFETCH(QString, words);
        const auto command = readKeyOptions(line(words));
        QVERIFY(!command.ok());
        QVERIFY(!command.error().detail.isEmpty() && !command.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto command = readKeyOptions(line(u"--help"_s));
        QVERIFY(!command.value().run);
        for (const QString &word : {u"key new"_s, u"key revoke"_s, u"key take"_s, u"--threshold"_s, u"--holder"_s})
            QVERIFY(command.value().text.contains(word));
        QVERIFY(!command.value().text.contains(u"--raw"_s));
    }
};

QTEST_GUILESS_MAIN(TestKeyOptions)
#include "tst_keyoptions.moc"
