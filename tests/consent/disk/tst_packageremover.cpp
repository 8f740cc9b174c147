#include "consent/disk/packageremover.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// A shell script stands in for the interpreter; the real pip is in tests/hijack.
class TestPackageRemover : public QObject
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
    void uninstallsThePackageAloneAndNotFromAFolderOfData()
    {
        const QString said = m_folder.filePath(u"said"_s);
        PackageRemover remover(
            python("pwd >" + QFile::encodeName(said) + "; echo \"$@\" >>" + QFile::encodeName(said)));
        QSignalSpy finished(&remover, &PackageRemover::finished);
        remover.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().at(0).toBool(), true);
        QCOMPARE(finished.first().at(1).toString(), QString());
        QFile file(said);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString words = QString::fromUtf8(file.readAll());
        QVERIFY(words.startsWith(QDir::rootPath() + u"\n-m pip uninstall --yes "_s));
        QVERIFY(words.endsWith(" napari-telemetry\n"_L1));
        QVERIFY(remover.commandLine().endsWith(words.section(u'\n', 1, 1)));
    }
    void failureHasThePipsLastLine()
    {
        PackageRemover remover(python("echo one; echo 'ERROR: not allowed' >&2; exit 1"));
        QSignalSpy finished(&remover, &PackageRemover::finished);
        remover.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().at(0).toBool(), false);
        QCOMPARE(finished.first().at(1).toString(), u"ERROR: not allowed"_s);
    }
    void aMissingInterpreterIsAFailure()
    {
        PackageRemover remover(u"/nonexistent/python"_s);
        QSignalSpy finished(&remover, &PackageRemover::finished);
        remover.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(0).toBool(), false);
        QVERIFY(!finished.first().at(1).toString().isEmpty());
    }
    void aCrashIsAFailure()
    {
        PackageRemover remover(python("kill -9 $$"));
        QSignalSpy finished(&remover, &PackageRemover::finished);
        remover.start();
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().at(0).toBool(), false);
    }
};

QTEST_GUILESS_MAIN(TestPackageRemover)
#include "tst_packageremover.moc"
