#include "host/history/verifyoptions.h"

#include "support/histories.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestVerifyOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEveryOption()
    {
        const auto command = readVerifyOptions(
            {u"program"_s, u"verify"_s, u"--history"_s, u"https://a/b"_s, u"--against"_s, u"copy"_s, u"--json"_s});
        QVERIFY(command.ok());
        QCOMPARE(command.value().run->history, u"https://a/b"_s);
        QCOMPARE(command.value().run->against, u"copy"_s);
        QVERIFY(command.value().run->json);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{u"program"_s};
        QTest::newRow("no history") << QStringList{u"program"_s, u"verify"_s};
        QTest::newRow("an empty one") << QStringList{u"program"_s, u"verify"_s, u"--history"_s, QString()};
        QTest::newRow("an empty copy") << QStringList{u"program"_s, u"verify"_s,    u"--history"_s,
                                                      u"a"_s,       u"--against"_s, QString()};
        QTest::newRow("a word more") << QStringList{u"program"_s, u"verify"_s, u"all"_s, u"--history"_s, u"a"_s};
        QTest::newRow("unknown") << QStringList{u"program"_s, u"verify"_s, u"--history"_s, u"a"_s, u"--trust"_s};
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto command = readVerifyOptions(arguments);
        QVERIFY(!command.ok());
        QVERIFY(!command.error().detail.isEmpty() && !command.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto command = readVerifyOptions({u"program"_s, u"verify"_s, u"--help"_s});
        QVERIFY(!command.value().run);
        for (const QString &word : {u"--history"_s, u"--against"_s, u"--json"_s, u"Exit codes"_s})
            QVERIFY(command.value().text.contains(word));
    }
    void endsWith_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("exit");
        QTest::newRow("right") << u"right"_s << int(CommandOutcome::Right);
        QTest::newRow("wrong") << u"wrong"_s << int(CommandOutcome::Failed);
        QTest::newRow("not read") << u"unread"_s << int(CommandOutcome::NotChecked);
        QTest::newRow("no place") << u"nowhere"_s << int(CommandOutcome::Usage);
    }
    void endsWith()
    {
        QFETCH(QString, place);
        const SourceMaker open = [](const QString &name) -> Result<std::unique_ptr<AbstractPublicSource>> {
            auto source = std::make_unique<TestSupport::FolderInMemory>(TestSupport::smallHost().published({0}));
            if (name == u"nowhere"_s)
                return Error{Error::Code::Invalid, u"no place"_s};
            if (name == u"wrong"_s)
                source->files.remove(HistoryNames::keys);
            if (name == u"unread"_s)
                source->unreachable = HistoryNames::keys;
            return std::unique_ptr<AbstractPublicSource>(std::move(source));
        };
        const CommandOutcome outcome = runVerifyHistory({place, {}, false}, open);
        QTEST(int(outcome.exit), "exit");
        QCOMPARE(outcome.text.isEmpty(), outcome.exit == CommandOutcome::Usage);
        QCOMPARE(int(runVerifyHistory({u"right"_s, place, false}, open).exit),
                 place == u"nowhere"_s ? int(CommandOutcome::Usage) : int(CommandOutcome::Right));
        QVERIFY(runVerifyHistory({u"right"_s, {}, true}, open).text.startsWith(u'{'));
    }
};

QTEST_GUILESS_MAIN(TestVerifyOptions)
#include "tst_verifyoptions.moc"
