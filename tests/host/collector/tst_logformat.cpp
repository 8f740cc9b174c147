#include "host/collector/logformat.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestLogFormat : public QObject
{
    Q_OBJECT

    const QString m_category = u"telemetry.collector"_s;

private Q_SLOTS:
    void knowsItsNames()
    {
        QVERIFY(logFormatFrom(u"plain"_s) == LogFormat::Plain);
        QVERIFY(logFormatFrom(u"journal"_s) == LogFormat::Journal);
        QVERIFY(logFormatFrom(u"json"_s) == LogFormat::Json);
        QVERIFY(!logFormatFrom(u"JSON"_s) && !logFormatFrom({}));
    }
    void aServiceSpeaksToTheJournal()
    {
        QProcessEnvironment environment;
        QVERIFY(usualLogFormat(environment) == LogFormat::Plain);
        environment.insert(u"JOURNAL_STREAM"_s, u"8:1"_s);
        QVERIFY(usualLogFormat(environment) == LogFormat::Journal);
    }
    void theJournalSeesThePriority_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("priority");
        QTest::addColumn<QString>("level");
        QTest::newRow("debug") << int(QtDebugMsg) << "<7>"_ba << u"debug"_s;
        QTest::newRow("info") << int(QtInfoMsg) << "<6>"_ba << u"info"_s;
        QTest::newRow("warning") << int(QtWarningMsg) << "<4>"_ba << u"warning"_s;
        QTest::newRow("critical") << int(QtCriticalMsg) << "<3>"_ba << u"error"_s;
        QTest::newRow("fatal") << int(QtFatalMsg) << "<2>"_ba << u"critical"_s;
    }
    void theJournalSeesThePriority()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, priority);
        QFETCH(QString, level);
        const auto line = [&](LogFormat format) { return logLine(format, QtMsgType(type), m_category, u"ü"_s); };
        QCOMPARE(line(LogFormat::Plain), "telemetry.collector: \xc3\xbc\n"_ba);
        QCOMPARE(line(LogFormat::Journal), priority + line(LogFormat::Plain));
        const QJsonObject expected{{u"level"_s, level}, {u"category"_s, m_category}, {u"message"_s, u"ü"_s}};
        QCOMPARE(QJsonDocument::fromJson(line(LogFormat::Json)).object(), expected);
    }
    /// Or a message could pass for a line of its own, with a priority that it chose.
    void aMessageStaysOneLine()
    {
        for (const LogFormat format : {LogFormat::Plain, LogFormat::Journal, LogFormat::Json}) {
            const QByteArray line = logLine(format, QtInfoMsg, m_category, u"a\r\n<0>b\n"_s);
            QCOMPARE(line.count('\n'), 1);
            QVERIFY(line.endsWith('\n'));
            QVERIFY(!line.contains('\r'));
        }
    }
};

QTEST_GUILESS_MAIN(TestLogFormat)
#include "tst_logformat.moc"
