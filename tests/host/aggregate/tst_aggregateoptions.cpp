#include "host/aggregate/aggregateoptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAggregateOptions : public QObject
{
    Q_OBJECT

    static QStringList line(const QStringList &more = {})
    {
        return QStringList{u"program"_s, u"run"_s, u"--raw"_s, u"r"_s, u"--aggregates"_s, u"a"_s, u"--public"_s, u"p"_s}
               + more;
    }

    /// The line of another command.
    static QStringList of(const QString &command, const QStringList &more)
    {
        QStringList all = line(more);
        all[1] = command;
        return all;
    }
    using Command = AggregateOptions::Command;

private Q_SLOTS:
    void knowsTheCommands()
    {
        QCOMPARE(readAggregateOptions(line()).value().run->command, Command::Run);
        const QString digest(64, u'a');
        const auto publish = readAggregateOptions(of(u"publish"_s, {digest})).value();
        QCOMPARE(publish.run->command, Command::Publish);
        QCOMPARE(publish.run->digest, digest.toLatin1());
        QVERIFY(!publish.run->publishAutomatically && !publish.run->automatic);
        const auto automatic = readAggregateOptions(of(
            u"publish"_s, {u"--automatic"_s, u"--publish-automatically"_s, u"true"_s, u"--public-copy"_s, u"h:f"_s}));
        QVERIFY(automatic.value().run->automatic && automatic.value().run->publishAutomatically);
        QCOMPARE(automatic.value().run->publicCopy, u"h:f"_s);
        const auto remove =
            readAggregateOptions(of(u"remove"_s, {u"plugin"_s, u"napari-svg"_s, u"--reason"_s, u"why"_s}));
        QCOMPARE(remove.value().run->words, (QStringList{u"plugin"_s, u"napari-svg"_s}));
        QCOMPARE(remove.value().run->reason, u"why"_s);
        QVERIFY(readAggregateOptions(of(u"review"_s, {u"--html"_s})).value().run->html);
        QCOMPARE(readAggregateOptions(of(u"draw-again"_s, {u"--reason"_s, u"why"_s})).value().run->command,
                 Command::DrawAgain);
        QVERIFY(readsSettings({u"p"_s, u"publish"_s}) && !readsSettings({u"p"_s, u"budget"_s}));
    }
    void hasDefaults()
    {
        const auto command = readAggregateOptions(line());
        QVERIFY(command.ok());
        const AggregateOptions &options = *command.value().run;
        QCOMPARE(options.raw, u"r"_s);
        QCOMPARE(options.aggregates, u"a"_s);
        QCOMPARE(options.publicFolder, u"p"_s);
        QVERIFY(!options.now);
        QCOMPARE(command.value().budget, AggregateCommand::Budget::No);
    }
    void takesEveryOption()
    {
        const auto command = readAggregateOptions(line({u"--now"_s, u"2026-11-18T12:00:00Z"_s}));
        QVERIFY(command.ok());
        QCOMPARE(*command.value().run->now, QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
    }
    void aSiteHasItsOptions()
    {
        const QStringList site{u"--site"_s, u"s"_s};
        QVERIFY(readAggregateOptions(line()).value().run->site.isEmpty());
        const auto alone = readAggregateOptions(line(site)).value();
        QCOMPARE(alone.run->site, u"s"_s);
        QVERIFY(alone.run->siteFiles.isEmpty() && alone.run->siteAddress.isEmpty() && alone.run->contact.isEmpty());
        const QString address = u"https://usage.napari.org/"_s;
        const auto all = readAggregateOptions(line(site
                                                   + QStringList{u"--site-files"_s, u"f"_s, u"--site-address"_s,
                                                                 address, u"--contact"_s, u"us@napari.org"_s}))
                             .value();
        QCOMPARE(all.run->siteFiles, u"f"_s);
        QCOMPARE(all.run->siteAddress, address);
        QCOMPARE(all.run->contact, u"us@napari.org"_s);
        // A variable that is empty takes back what the file has.
        QVERIFY(readAggregateOptions(line({u"--site"_s, u""_s})).value().run->site.isEmpty());
    }
    void whatIsWrongOfASiteIsNamed_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QStringList &words, const QString &error) {
            QTest::newRow(name) << words << error;
        };
        const QString address = u"https://usage.napari.org/"_s;
        row("files of no site", {u"--site-files"_s, u"f"_s}, u"--site-files is of the public pages"_s);
        row("the address of no site", {u"--site-address"_s, address}, u"--site-address is of the public pages"_s);
        row("the contact of no site", {u"--contact"_s, u"us@napari.org"_s}, u"--contact is of the public pages"_s);
        row("an empty site", {u"--site"_s, u""_s, u"--contact"_s, u"us@napari.org"_s}, u"--contact is of"_s);
        row("no slash", {u"--site"_s, u"s"_s, u"--site-address"_s, address.chopped(1)},
            u"--site-address (the setting site_address) takes an address with a slash"_s);
        row("a script", {u"--site"_s, u"s"_s, u"--contact"_s, u"javascript:alert(1)"_s},
            u"--contact (the setting contact) takes an e-mail address alone"_s);
    }
    void whatIsWrongOfASiteIsNamed()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, error);
        for (const QStringList &more : {QStringList(), QStringList{u"--check"_s}}) {
            const auto read = readAggregateOptions(line(words + more));
            QVERIFY(!read.ok());
            QVERIFY2(read.error().detail.startsWith(error), qPrintable(read.error().detail));
        }
    }
    void knowsTheBudget()
    {
        using Budget = AggregateCommand::Budget;
        const auto text = readAggregateOptions({u"program"_s, u"budget"_s});
        QVERIFY(text.ok() && !text.value().run && text.value().budget == Budget::Text);
        const auto json = readAggregateOptions({u"program"_s, u"budget"_s, u"--json"_s});
        QVERIFY(json.ok() && json.value().budget == Budget::Json);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList none{u"program"_s};
        QTest::newRow("nothing") << none;
        QTest::newRow("no command") << none + line().mid(2);
        QTest::newRow("another command") << line({u"again"_s});
        QTest::newRow("unknown option") << line({u"--force"_s});
        QTest::newRow("no raw") << none + QStringList{u"run"_s} + line().mid(4);
        QTest::newRow("no public") << line().mid(0, 6);
        for (const QString &option : {u"--epsilon"_s, u"--sigma"_s, u"--threshold"_s, u"--rounding"_s, u"--key"_s})
            QTest::newRow(qPrintable(option)) << line({option, u"1"_s});
        QTest::newRow("run as JSON") << line({u"--json"_s});
        QTest::newRow("run for a reason") << line({u"--reason"_s, u"why"_s});
        QTest::newRow("half a digest") << of(u"publish"_s, {QString(63, u'a')});
        QTest::newRow("a digest and automatic") << of(u"publish"_s, {QString(64, u'a'), u"--automatic"_s});
        QTest::newRow("automatic perhaps") << of(u"publish"_s, {u"--publish-automatically"_s, u"perhaps"_s});
        QTest::newRow("draw again for nothing") << of(u"draw-again"_s, {u"--reason"_s, u" "_s});
        for (const QString &reason :
             {u"a\nb"_s, u"a\tb"_s, u"\u001b[31m"_s, u"a\u202eb"_s, u"a\u2028b"_s, QString(301, u'a')}) {
            QTest::newRow(qPrintable(u"a reason of "_s + reason.toHtmlEscaped()))
                << of(u"draw-again"_s, {u"--reason"_s, reason});
            QTest::newRow(qPrintable(u"to remove for "_s + reason))
                << of(u"remove"_s, {u"plugin"_s, u"napari-svg"_s, u"--reason"_s, reason});
            QTest::newRow(qPrintable(u"a role of "_s + reason))
                << of(u"access"_s, {u"--reason"_s, u"why"_s, u"--role"_s, reason});
        }
        QTest::newRow("run in advance") << line({u"--in-advance"_s});
        QTest::newRow("review what") << of(u"review"_s, {u"2026-11"_s});
        QTest::newRow("budget of files") << QStringList{u"program"_s, u"budget"_s, u"--raw"_s, u"r"_s};
        QTest::newRow("moment without zone") << line({u"--now"_s, u"2026-11-18T12:00:00"_s});
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto command = readAggregateOptions(arguments);
        QVERIFY(!command.ok());
        QVERIFY(!command.error().detail.isEmpty());
        QVERIFY(!command.error().detail.contains(u'\n'));
    }
    void helps()
    {
        const auto command = readAggregateOptions({u"program"_s, u"--help"_s});
        QVERIFY(!command.value().run);
        for (const QString &word : {u"--raw"_s, u"--aggregates"_s, u"--public"_s, u"--now"_s, u"budget"_s, u"--json"_s,
                                    u"Exit codes"_s, u"draw-again"_s, u"review"_s})
            QVERIFY(command.value().text.contains(word));
        QVERIFY(readAggregateOptions({u"program"_s, u"--version"_s}).value().text.contains(u"0."_s));
    }
};

QTEST_GUILESS_MAIN(TestAggregateOptions)
#include "tst_aggregateoptions.moc"
