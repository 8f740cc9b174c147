#include "client/package/installoutput.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// The outputs are those of pip 23.2 and 26.0 and of uv 0.9, shortened.
class TestInstallOutput : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theReasonIsFoundInWhatIsPrinted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("last");
        QTest::newRow("pip offline")
            << u"WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError('<…>: Failed to "
               "establish a new connection: [Errno -3] Temporary failure in name resolution')': /x/\n"
               "ERROR: Could not find a version that satisfies the requirement napari-telemetry==1 (from versions: "
               "none)\nERROR: No matching distribution found for napari-telemetry==1\n[notice] A new release of pip\n"_s
            << u"offline"_s << u"ERROR: No matching distribution found for napari-telemetry==1"_s;
        QTest::newRow("uv offline") << u"error: Failed to fetch: `https://index.example/napari-telemetry/`\n  Caused "
                                       u"by: error sending request\n"
                                       "  Caused by: dns error\n"_s
                                    << u"offline"_s << u"Caused by: dns error"_s;
        QTest::newRow("pip, nothing found")
            << u"ERROR: Could not find a version that satisfies the requirement napari-telemetry==1 (from versions: "
               "none)\nERROR: No matching distribution found for napari-telemetry==1\n"_s
            << u"or could not be reached"_s << u"ERROR: No matching"_s;
        QTest::newRow("pip, no such release") << u"ERROR: No matching distribution found for napari-telemetry==1\n"_s
                                              << u"does not have this release"_s << u"ERROR: No matching"_s;
        QTest::newRow("uv, no such release")
            << u"  × No solution found when resolving dependencies:\n  ╰─▶ Because napari-telemetry was not found\n"_s
            << u"does not have this release"_s << u"╰─▶ Because napari-telemetry was not found"_s;
        QTest::newRow("read-only") << u"ERROR: Could not install packages due to an OSError: [Errno 30] Read-only file "
                                      "system: '/env'\n"_s
                                   << u"not allowed to change"_s << u"ERROR: Could not install"_s;
        QTest::newRow("full") << u"ERROR: Could not install packages due to an OSError: [Errno 28] No space left on "
                                 "device\n"_s
                              << u"disk is full"_s << u"ERROR: Could not install"_s;
        QTest::newRow("the system's") << u"error: externally-managed-environment\n"_s << u"belongs to the system"_s
                                      << u"error: externally"_s;
        QTest::newRow("unknown") << u"one\nERROR: no such thing\n[notice] new pip\n"_s << u"ERROR: no such thing"_s
                                 << u"ERROR: no such thing"_s;
        QTest::newRow("nothing") << QString() << QString() << QString();
    }
    void theReasonIsFoundInWhatIsPrinted()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        QFETCH(QString, last);
        InstallOutput output;
        for (const QChar &character : std::as_const(text))
            output.append(character); // in pieces, as it comes
        const QStringList lines = output.reason().split(u'\n');
        QVERIFY2(lines.first().contains(says), qPrintable(output.reason()));
        QVERIFY2(lines.last().startsWith(last), qPrintable(output.reason()));
    }
    void endlessOutputKeepsItsEnd()
    {
        InstallOutput output;
        for (int i = 0; i < 4; ++i)
            output.append(QString(Limits::installOutputChars / 2, u'x') + u'\n');
        output.append(u"ERROR: the end\n"_s);
        QCOMPARE(output.reason(), u"ERROR: the end"_s);
    }
};

QTEST_GUILESS_MAIN(TestInstallOutput)
#include "tst_installoutput.moc"
