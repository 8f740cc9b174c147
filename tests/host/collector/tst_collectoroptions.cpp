#include "host/collector/collectoroptions.h"

#include <QCoreApplication>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCollectorOptions : public QObject
{
    Q_OBJECT

    static QStringList line(const QStringList &more = {})
    {
        return QStringList{u"program"_s, u"--database"_s, u"d"_s} + more;
    }

private Q_SLOTS:
    void hasDefaults()
    {
        const auto command = readCollectorOptions(line());
        QVERIFY(command.ok());
        const CollectorOptions &options = *command.value().run;
        QCOMPARE(options.listen.host, u"127.0.0.1"_s); // nobody else's computer
        QCOMPARE(options.listen.port, 8417);
        QCOMPARE(options.database, u"d"_s);
        QVERIFY(!options.operatorListen);
        QVERIFY(options.publicList.isEmpty());
        QVERIFY(!options.log);
        QVERIFY(!options.now);
    }
    void takesEveryOption()
    {
        const auto command = readCollectorOptions(
            line({u"--listen"_s, u"[::1]:0"_s, u"--operator-listen"_s, u"127.0.0.2:9"_s, u"--now"_s,
                  u"2026-11-18T13:00:00+01:00"_s, u"--public-list"_s, u"p"_s, u"--log"_s, u"json"_s}));
        QVERIFY(command.ok());
        const CollectorOptions &options = *command.value().run;
        QCOMPARE(options.listen.host, u"::1"_s);
        QCOMPARE(options.listen.port, 0);
        QCOMPARE(options.operatorListen->host, u"127.0.0.2"_s);
        QCOMPARE(options.operatorListen->port, 9);
        QCOMPARE(options.publicList, u"p"_s);
        QVERIFY(options.log == LogFormat::Json);
        QCOMPARE(*options.now, QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
    }
    void othersReachItOnlyWhenThatIsSaid_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"0.0.0.0:8417", "192.0.2.1:8417", "[::]:8417", "[2001:db8::1]:0", "1.127.0.0:1"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void othersReachItOnlyWhenThatIsSaid()
    {
        QFETCH(QString, address);
        const QStringList listen{u"--listen"_s, address};
        const QString option = u"--listen-beyond-this-computer"_s;
        for (const QStringList &more : {QStringList(), QStringList{option, u"false"_s}}) {
            const auto command = readCollectorOptions(line(listen + more));
            QVERIFY(!command.ok());
            QVERIFY(command.error().detail.contains(u"listen_beyond_this_computer = true"_s)); // what to do
        }
        QVERIFY(readCollectorOptions(line(listen + QStringList{option, u"true"_s})).ok());
        const auto operators =
            readCollectorOptions(line({u"--operator-listen"_s, address, option, u"true"_s})); // these never
        QVERIFY(!operators.ok());
    }
    void takesTheFormOfTheLog()
    {
        const auto command = readCollectorOptions(line({u"--log"_s, u"json"_s}));
        QVERIFY(command.ok());
        QVERIFY(command.value().run->log == LogFormat::Json);
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("names");
        QTest::newRow("nothing") << QStringList{u"program"_s} << u"--database"_s;
        QTest::newRow("unknown option") << line({u"--verbose"_s}) << u"verbose"_s;
        QTest::newRow("no form of a log") << line({u"--log"_s, u"xml"_s}) << u"--log"_s;
        QTest::newRow("neither true nor false")
            << line({u"--listen-beyond-this-computer"_s, u"yes"_s}) << u"--listen-beyond-this-computer"_s;
        QTest::newRow("a word too many") << line({u"start"_s}) << u"load-list"_s;
        for (const char *address : {"127.0.0.1", ":8417", "[]:8417", "::1:8417", "127.0.0.1:65536", "127.0.0.1:-1",
                                    "127.0.0.1:", "127.0.0.1:http", ""})
            QTest::newRow(address) << line({u"--listen"_s, QString::fromLatin1(address)}) << u"--listen"_s;
        for (const char *address : {"0.0.0.0:8418", "192.0.2.1:8418", "[::]:8418", "localhost:8418", "127.0.0.1", ""})
            QTest::newRow(qPrintable(u"operator "_s + QLatin1StringView(address)))
                << line({u"--operator-listen"_s, QString::fromLatin1(address)}) << u"--operator-listen"_s;
        for (const char *moment : {"yesterday", "2026-11-18T12:00:00", "2026-13-01T00:00:00Z", ""})
            QTest::newRow(moment) << line({u"--now"_s, QString::fromLatin1(moment)}) << u"--now"_s;
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, names);
        const auto command = readCollectorOptions(arguments);
        QVERIFY(!command.ok());
        QCOMPARE(command.error().code, Error::Code::Invalid);
        QVERIFY2(command.error().detail.contains(names), qPrintable(command.error().detail));
    }
    void helpsWithoutTheOptionsThatAreRequired()
    {
        const auto help = readCollectorOptions({u"program"_s, u"--help"_s});
        QVERIFY(help.ok() && !help.value().run);
        QVERIFY(help.value().text.contains(u"--database"_s));
        const auto version = readCollectorOptions({u"program"_s, u"--version"_s});
        QCOMPARE(version.value().text, u"napari-telemetry-collector " TELEMETRY_VERSION "\n"_s);
    }
    void showsWhereItListens()
    {
        QCOMPARE(addressOf({u"127.0.0.1"_s, 8417}), u"http://127.0.0.1:8417"_s);
        QCOMPARE(addressOf({u"::1"_s, 1}), u"http://[::1]:1"_s);
    }
};

QTEST_GUILESS_MAIN(TestCollectorOptions) // helpText() names the program
#include "tst_collectoroptions.moc"
