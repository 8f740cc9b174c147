#include "host/commandline/commandline.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

struct Options
{
    QString word;
    std::optional<QDateTime> now;
};

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Does it."_s);
    parser.addOptions({nowOption(), {u"check"_s, u"Only look."_s}});
}

void describeWithVersion(QCommandLineParser &parser)
{
    describe(parser);
    parser.addVersionOption();
}

Result<Options> optionsOf(const QCommandLineParser &parser)
{
    if (parser.positionalArguments().isEmpty())
        return misuse(u"a word is missing"_s);
    const auto now = nowOf(parser);
    if (!now)
        return now.error();
    return Options{parser.positionalArguments().first(), now.value()};
}

Result<CommandRequest<Options>> read(const QStringList &words, bool hasVersion = true)
{
    return readCommand(u"a-program"_s, QStringList{u"/usr/bin/a-program"_s} + words,
                       hasVersion ? describeWithVersion : describe, optionsOf);
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOptions()
    {
        const auto request = read({u"go"_s});
        QVERIFY(request.ok() && request.value().run);
        QCOMPARE(request.value().run->word, u"go"_s);
        QVERIFY(!request.value().run->now);
        QCOMPARE(request.value().text, QString());
        const auto later = read({u"go"_s, u"--now"_s, u"2026-11-18T13:00:00+01:00"_s});
        QCOMPARE(later.value().run->now, QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
    }
    /// Also where nothing else would be right.
    void onlyPrints_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("text"); // begins with it
        const QString version = u"a-program " TELEMETRY_VERSION "\n"_s;
        QTest::newRow("help") << QStringList{u"--help"_s} << u"Usage: "_s;
        QTest::newRow("help, in short, and more") << QStringList{u"-h"_s, u"--now"_s, u"soon"_s} << u"Usage: "_s;
        QTest::newRow("version") << QStringList{u"--version"_s} << version;
        QTest::newRow("version, in short") << QStringList{u"-v"_s} << version;
        QTest::newRow("check") << QStringList{u"--check"_s, u"go"_s} << u"options and settings are fine\n"_s;
    }
    void onlyPrints()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, text);
        const auto request = read(words);
        QVERIFY2(request.ok(), qPrintable(request.ok() ? QString() : request.error().detail));
        QVERIFY(!request.value().run);
        QVERIFY2(request.value().text.startsWith(text), qPrintable(request.value().text));
    }
    void helpHasOneHelp()
    {
        const QString help = read({u"--help"_s}).value().text;
        QVERIFY(help.contains(u"Does it."_s) && help.contains(u"-h, --help"_s) && help.contains(u"--now <ISO 8601>"_s));
        QVERIFY(!help.contains(u"--help-all"_s));
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<bool>("hasVersion");
        QTest::addColumn<QString>("word");
        const QStringList version{u"--version"_s, u"go"_s};
        QTest::newRow("what the command refuses") << QStringList() << true << u"a word is missing"_s;
        QTest::newRow("an unknown option") << QStringList{u"go"_s, u"--other"_s} << true << u"other"_s;
        QTest::newRow("no version here") << version << false << u"version"_s;
        QTest::newRow("check doesn't hide a mistake") << QStringList{u"--check"_s} << true << u"a word is missing"_s;
        for (const QString &now : {u"soon"_s, u"2026-11-18"_s, u"2026-11-18T12:00:00"_s, QString()})
            QTest::addRow("now %s", qPrintable(now))
                << QStringList{u"go"_s, u"--now"_s, now} << true << u"--now takes"_s;
    }
    void refuses()
    {
        QFETCH(QStringList, words);
        QFETCH(bool, hasVersion);
        QFETCH(QString, word);
        const auto request = read(words, hasVersion);
        QVERIFY(!request.ok());
        QCOMPARE(request.error().code, Error::Code::Invalid);
        QVERIFY2(request.error().detail.contains(word), qPrintable(request.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
