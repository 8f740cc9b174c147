#include "consent/disk/packageinstaller.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// A shell script stands in for the interpreter: what matters here is how its ways of ending are told apart. The real
/// pip is in tests/napari.
class TestPackageInstaller : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString python(const QByteArray &script)
    {
        const QString path = m_folder.filePath(u"python"_s);
        QFile::remove(path);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("can't write");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private Q_SLOTS:
    void runsPipForExactlyThisRelease()
    {
        PackageInstaller installer(python("echo \"$@\""), u"1.2.3"_s);
        QSignalSpy output(&installer, &PackageInstaller::output);
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.start();
        QVERIFY(installer.isRunning());
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().at(0).toBool(), true);
        QCOMPARE(finished.first().at(1).toString(), QString());
        const QString words = output.first().first().toString();
        QVERIFY(words.startsWith("-m pip install --no-deps --only-binary :all:"_L1));
        QVERIFY(words.trimmed().endsWith("napari-telemetry==1.2.3"_L1));
        QVERIFY(installer.commandLine().endsWith(words.trimmed()));
        QVERIFY(!installer.isRunning());
    }
    void failureHasThePipsLastLineAndNotItsHints()
    {
        PackageInstaller installer(python("echo one; echo 'ERROR: no such thing' >&2; echo '[notice] new pip'; exit 1"),
                                   u"1"_s);
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QCOMPARE(finished.first().at(1).toString(), u"ERROR: no such thing"_s);
    }
    void aMissingInterpreterIsAFailure()
    {
        PackageInstaller installer(u"/nonexistent/python"_s, u"1"_s);
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QVERIFY(!finished.first().at(1).toString().isEmpty());
        installer.start(); // can be tried again
        QTRY_COMPARE(finished.size(), 2);
    }
    void cancellingEndsTheChild()
    {
        PackageInstaller installer(python("exec sleep 100"), u"1"_s);
        QSignalSpy finished(&installer, &PackageInstaller::finished);
        installer.start();
        installer.start(); // no second one
        installer.cancel();
        QVERIFY(finished.wait());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
    }
    void destroyingItWhileItRunsEndsTheChildSilently()
    {
        auto installer = std::make_unique<PackageInstaller>(python("exec sleep 100"), u"1"_s);
        QSignalSpy finished(installer.get(), &PackageInstaller::finished);
        installer->start();
        installer.reset();
        QCOMPARE(finished.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestPackageInstaller)
#include "tst_packageinstaller.moc"
