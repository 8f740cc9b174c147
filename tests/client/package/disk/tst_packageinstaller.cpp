#include "client/package/disk/packageinstaller.h"

#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// A shell stands in for the program: what matters here is how its ways of ending are told apart. The real pip and uv
/// are in tests/napari.
class TestPackageInstaller : public QObject
{
    Q_OBJECT
private:
    static void run(PackageInstaller &installer, const QString &script)
    {
        installer.start(u"/bin/sh"_s, {u"-c"_s, script});
    }

private Q_SLOTS:
    void runsTheProgramAndPassesOnWhatItPrints()
    {
        PackageInstaller installer;
        QSignalSpy output(&installer, &PackageInstaller::output);
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.start(u"/bin/echo"_s, {u"a b"_s, u"c"_s});
        QVERIFY(installer.isRunning());
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().at(0).toBool(), true);
        QCOMPARE(finished.first().at(1).toString(), QString());
        QCOMPARE(output.first().first().toString(), u"a b c\n"_s);
        QVERIFY(!installer.isRunning());
    }
    void failureHasTheReasonAndNotThatOfAnEarlierTry()
    {
        PackageInstaller installer;
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        run(installer, u"echo one; echo 'ERROR: no such thing' >&2; echo '[notice] new pip'; exit 1"_s);
        QVERIFY(finished.wait());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QCOMPARE(finished.first().at(1).toString(), u"ERROR: no such thing"_s);
        run(installer, u"exit 3"_s);
        QVERIFY(finished.wait());
        QCOMPARE(finished.last().at(0).toBool(), false);
        QCOMPARE(finished.last().at(1).toString(), QString());
    }
    void aMissingProgramIsAFailure()
    {
        PackageInstaller installer;
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.start(u"/nonexistent/python"_s, {});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QVERIFY(!finished.first().at(1).toString().isEmpty());
        installer.start(u"/nonexistent/python"_s, {}); // can be tried again
        QTRY_COMPARE(finished.size(), 2);
    }
    void cancellingEndsTheChild()
    {
        PackageInstaller installer;
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.cancel(); // nothing to cancel
        run(installer, u"exec sleep 100"_s);
        run(installer, u"exit 0"_s); // no second one
        installer.cancel();
        QVERIFY(finished.wait());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
    }
    void destroyingItWhileItRunsEndsTheChildSilently()
    {
        auto installer = std::make_unique<PackageInstaller>();
        QSignalSpy finished(installer.get(), &PackageInstaller::finished);
        run(*installer, u"exec sleep 100"_s);
        installer.reset();
        QCOMPARE(finished.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPackageInstaller)
#include "tst_packageinstaller.moc"
