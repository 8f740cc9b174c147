#include "client/package/removal.h"

#include "client/package/disk/packageinstaller.h"
#include "client/plugins/consent/consentcontroller.h"
#include "support/dictionary.h"
#include "support/fakepackage.h"
#include "support/person.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// A shell script stands in for the interpreter; the real pip and uv are in tests/napari.
class TestRemoval : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::Person> m_person;
    std::unique_ptr<ConsentController> m_controller;
    InstallFacts m_facts;

    QString package() { return m_person->host().packageFolder; }
    QString note() { return m_controller->status().note; }
    QPointer<Removal> begin(const QByteArray &script)
    {
        QFile file(m_person->path(u"python"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("can't write");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        file.close();
        auto *removal = new Removal(&m_controller->package(), m_facts, new PackageInstaller, this);
        removal->begin();
        return removal;
    }

private Q_SLOTS:
    void init()
    {
        m_person = std::make_unique<TestSupport::Person>();
        QVERIFY(QDir().mkpath(package()));
        m_controller = std::make_unique<ConsentController>(m_person->host(), TestSupport::dictionary(),
                                                           std::make_unique<TestSupport::FakePackage>(package()),
                                                           TestSupport::screen);
        m_controller->begin();
        m_facts = {};
        m_facts.python = m_person->path(u"python"_s);
        m_facts.siteFolder = QFileInfo(package()).path();
        m_facts.hasPip = true;
    }
    void uninstallsThePackageAlone()
    {
        const QString said = m_person->path(u"said"_s);
        const auto removal = begin("rmdir " + package().toLocal8Bit() + "; echo \"$@\" >" + said.toLocal8Bit());
        QTRY_VERIFY(!removal);
        QFile file(said);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray words = file.readAll();
        QVERIFY(words.startsWith("-I -m pip uninstall --yes "));
        QVERIFY(words.endsWith(" napari-telemetry\n"));
        QVERIFY(note().isEmpty());
    }
    void whatIsStillThereIsSaidWithTheReason_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("reason");
        QTest::newRow("a failure") << QByteArray("echo one; echo 'ERROR: not allowed' >&2; exit 1")
                                   << u"ERROR: not allowed"_s;
        QTest::newRow("a crash") << QByteArray("kill -9 $$") << u"stopped unexpectedly"_s;
        QTest::newRow("pip does not know it") << QByteArray("exit 0") << QString();
    }
    void whatIsStillThereIsSaidWithTheReason()
    {
        QFETCH(QByteArray, script);
        QFETCH(QString, reason);
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(u"napari-telemetry could not be uninstalled: .*"_s + reason));
        const auto removal = begin(script);
        QTRY_VERIFY(!removal);
        QVERIFY(note().contains(package()));
        QVERIFY(note().contains(reason));
    }
    void whereItCanNotBeDoneFromHereTheCommandIsNamed()
    {
        m_facts.writable = false;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"napari-telemetry could not be uninstalled: "_s));
        const auto removal = begin("touch " + m_person->path(u"ran"_s).toLocal8Bit());
        QTRY_VERIFY(!removal);
        QVERIFY(note().contains("-m pip uninstall"_L1));
        QVERIFY(note().contains(m_facts.siteFolder));
        QVERIFY(!QFile::exists(m_person->path(u"ran"_s)));
    }
};

QTEST_MAIN(TestRemoval)
#include "tst_removal.moc"
