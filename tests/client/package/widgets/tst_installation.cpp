#include "client/package/widgets/installation.h"

#include "client/package/disk/environmentlook.h"
#include "client/package/disk/packageinstaller.h"
#include "client/package/queueinstaller.h"
#include "client/plugins/consent/consentcontroller.h"
#include "support/dictionary.h"
#include "support/fakepackage.h"
#include "support/faketelemetry.h"
#include "support/person.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Action = InstallPlan::Action;

/// The whole way of an installation, with a shell script as the interpreter and a stand-in for the queue. The real ones
/// are in tests/napari.
class TestInstallation : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::Person> m_person;
    std::unique_ptr<ConsentController> m_controller;
    std::unique_ptr<TestSupport::FakeTelemetry> m_telemetry;
    QWidget m_window;
    QJsonObject m_facts;
    std::unique_ptr<EnvironmentLook> m_look;
    QPointer<Installation> m_installation;

    QString package() { return m_person->host().packageFolder; }
    void interpreter(const QByteArray &script)
    {
        QFile::remove(m_person->path(u"python"_s));
        QFile file(m_person->path(u"python"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("can't write");
        file.write("#!/bin/sh\n" + script);
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    QByteArray installs() { return "mkdir " + package().toLocal8Bit() + "; echo done\n"; }
    /// After a yes.
    void begin(Action action = Action::Install)
    {
        m_installation = new Installation(
            &m_controller->package(), [this] { return m_look->look(); }, action, new PackageInstaller, &m_window, this);
        m_installation->begin();
    }
    QDialog *dialog() { return m_window.findChild<QDialog *>(u"TelemetryInstallDialog"_s); }
    QString message() { return dialog()->findChild<QLabel *>(u"messageLabel"_s)->text(); }
    QPushButton *button(const QString &name) { return dialog()->findChild<QPushButton *>(name); }
    ConsentStatus::Package state() { return m_controller->status().package; }

private Q_SLOTS:
    void init()
    {
        m_person = std::make_unique<TestSupport::Person>();
        m_telemetry = std::make_unique<TestSupport::FakeTelemetry>();
        Host host = m_person->host();
        host.python = m_person->path(u"python"_s);
        m_look = std::make_unique<EnvironmentLook>(host);
        connect(m_look.get(), &EnvironmentLook::wanted, this, [this] {
            QVERIFY(m_look->take(QString::fromUtf8(QJsonDocument(m_facts).toJson(QJsonDocument::Compact))));
        });
        QVERIFY(QDir().mkpath(QFileInfo(package()).path()));
        m_controller = std::make_unique<ConsentController>(host, TestSupport::dictionary(),
                                                           std::make_unique<TestSupport::FakePackage>(package()),
                                                           TestSupport::screen);
        connect(m_controller.get(), &ConsentController::telemetryWanted, m_telemetry.get(),
                [this] { m_controller->attach(m_telemetry.get()); });
        m_controller->begin();
        m_controller->choose({Level::Basic, std::nullopt, std::nullopt});
        m_facts = {{u"prefix"_s, m_person->path(u"prefix"_s)}, {u"pip"_s, true}, {u"queue"_s, false}};
        QCOMPARE(state(), ConsentStatus::Package::Missing);
    }
    void cleanup()
    {
        delete dialog();
        QTRY_VERIFY(m_installation.isNull());
        m_controller.reset();
    }
    void succeedsAndStartsWithoutARestart()
    {
        interpreter(installs());
        begin();
        QVERIFY(dialog()->isVisible());
        QTRY_COMPARE(m_telemetry->told.count(u"start basic"_s), 1);
        QVERIFY(!dialog() || !dialog()->isVisible());
        QCOMPARE(state(), ConsentStatus::Package::Fine);
        QVERIFY(m_controller->status().note.isEmpty());
    }
    void aFailureCanBeTriedAgain()
    {
        interpreter("echo 'ERROR: no luck'; exit 1\n");
        begin();
        QTRY_VERIFY(message().contains("no luck"_L1));
        QCOMPARE(m_controller->status().state(), ConsentStatus::State::Attention);
        interpreter(installs());
        button(u"retryButton"_s)->click();
        QTRY_COMPARE(m_telemetry->told.count(u"start basic"_s), 1);
    }
    void installedElsewhereIsAFailure()
    {
        interpreter("exit 0\n");
        begin();
        QTRY_VERIFY(message().contains(QFileInfo(package()).path()));
        QCOMPARE(m_telemetry->told, QStringList());
    }
    void cancellingLeavesNothingRunningAndSaysSo()
    {
        interpreter("echo $$ > " + m_person->path(u"pid"_s).toLocal8Bit() + "; exec sleep 100\n");
        begin();
        const QString pidFile = m_person->path(u"pid"_s);
        QTRY_VERIFY(QFileInfo(pidFile).size() > 0);
        QFile file(pidFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(file.readAll().trimmed());
        QVERIFY(QFileInfo::exists(process));
        button(u"closeButton"_s)->click();
        QVERIFY(m_controller->status().note.contains("cancelled"_L1));
        QTRY_VERIFY(m_installation.isNull());
        QTRY_VERIFY(!QFileInfo::exists(process));
    }
    void aNoWhileItRunsIsKept()
    {
        interpreter(installs());
        begin();
        m_controller->choose({Level::None, std::nullopt, std::nullopt});
        QTRY_VERIFY(QFileInfo::exists(package()) && m_installation.isNull());
        QCOMPARE(m_telemetry->told, QStringList());
        QCOMPARE(m_controller->status().effective.level, Level::None);
    }
    void whatAPersonHasToDoIsNoticedWithoutARestart()
    {
        m_facts[u"bundled"_s] = true;
        interpreter("touch " + m_person->path(u"ran"_s).toLocal8Bit());
        begin();
        QVERIFY(message().contains("bundle"_L1));
        button(u"retryButton"_s)->click(); // not yet
        QVERIFY(message().contains("bundle"_L1));
        QVERIFY(!QFileInfo::exists(m_person->path(u"ran"_s)));
        QCOMPARE(m_telemetry->told, QStringList());
        QVERIFY(QDir().mkdir(package()));
        button(u"retryButton"_s)->click();
        QTRY_COMPARE(m_telemetry->told.count(u"start basic"_s), 1);
        QTRY_VERIFY(m_installation.isNull());
        QVERIFY(!QFileInfo::exists(m_person->path(u"ran"_s)));
    }
    void theQueueDoesItWhenItIsThere()
    {
        m_facts[u"queue"_s] = true;
        interpreter("touch " + m_person->path(u"ran"_s).toLocal8Bit());
        begin();
        QVERIFY(m_installation->queue()->isRunning());
        m_installation->queue()->take(u"Looking"_s);
        QVERIFY(dialog()->findChild<QPlainTextEdit *>(u"logEdit"_s)->toPlainText().contains("Looking"_L1));
        QVERIFY(QDir().mkdir(package()));
        m_installation->queue()->end(0);
        QTRY_COMPARE(m_telemetry->told.count(u"start basic"_s), 1);
        QVERIFY(!QFileInfo::exists(m_person->path(u"ran"_s)));
    }
    void aQueueThatCanNotBeUsedIsReplacedByThePip()
    {
        m_facts[u"queue"_s] = true;
        interpreter(installs());
        begin();
        QTest::ignoreMessage(QtWarningMsg, "the queue of napari-plugin-manager can't be used: no such class");
        m_installation->queue()->refuse(u"no such class"_s);
        QTRY_COMPARE(m_telemetry->told.count(u"start basic"_s), 1);
    }
    void factsThatCanNotBeReadInstallNothing()
    {
        interpreter(installs());
        m_facts = {{u"prefix"_s, QJsonValue()}};
        begin();
        QVERIFY(message().contains("no pip"_L1));
    }
};

QTEST_MAIN(TestInstallation)
#include "tst_installation.moc"
