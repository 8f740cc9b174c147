#include "client/package/widgets/installdialog.h"

#include "support/accessible.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestInstallDialog : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<InstallDialog> m_dialog;

    template<typename T> T *part(const char *name) { return m_dialog->findChild<T *>(QLatin1StringView(name)); }
    QString message() { return part<QLabel>("messageLabel")->text(); }

private Q_SLOTS:
    void init()
    {
        m_dialog = std::make_unique<InstallDialog>(nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
    }
    void showsProgressThenTheReasonAndARetry()
    {
        m_dialog->showRunning(u"python -m pip install x"_s);
        auto *retry = part<QPushButton>("retryButton");
        auto *progress = part<QProgressBar>("progressBar");
        auto *log = part<QPlainTextEdit>("logEdit");
        QVERIFY(progress->isVisible() && !retry->isVisible());
        QCOMPARE(part<QPlainTextEdit>("commandEdit")->toPlainText(), u"python -m pip install x"_s);
        m_dialog->appendOutput(u"Looking for x\n"_s);
        QCOMPARE(log->toPlainText(), u"Looking for x\n"_s);

        QCOMPARE(TestSupport::withoutAName(*m_dialog), QStringList());
        QSignalSpy retried(m_dialog.get(), &InstallDialog::retryRequested);
        m_dialog->showFailure(u"no such x"_s);
        QVERIFY(!progress->isVisible() && retry->isVisible());
        QCOMPARE(TestSupport::withoutAName(*m_dialog), QStringList());
        const QStringList order = TestSupport::focusOrder(*m_dialog);
        QCOMPARE(order,
                 QStringList({u"commandEdit"_s, u"copyButton"_s, u"logEdit"_s, u"retryButton"_s, u"closeButton"_s}));
        QVERIFY(log->isVisible());
        QVERIFY(message().contains("no such x"_L1));
        retry->click();
        QCOMPARE(retried.size(), 1);
        m_dialog->showRunning(u"y"_s);
        QVERIFY(progress->isVisible() && !retry->isVisible());
        QCOMPARE(log->toPlainText(), QString());

        QSignalSpy rejected(m_dialog.get(), &QDialog::rejected);
        part<QPushButton>("closeButton")->click();
        QCOMPARE(rejected.size(), 1);
    }
    void whatHasToBeDoneByHandCanBeCopied()
    {
        m_dialog->showRunning(u"x"_s);
        m_dialog->showByHand(u"This belongs to conda."_s, u"conda install x"_s);
        QVERIFY(message().startsWith("This belongs to conda."_L1));
        QVERIFY(!part<QProgressBar>("progressBar")->isVisible() && !part<QPlainTextEdit>("logEdit")->isVisible());
        QCOMPARE(part<QPushButton>("retryButton")->text(), u"Check again"_s);
        QGuiApplication::clipboard()->clear();
        part<QPushButton>("copyButton")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"conda install x"_s);
        QSignalSpy retried(m_dialog.get(), &InstallDialog::retryRequested);
        part<QPushButton>("retryButton")->click();
        QCOMPARE(retried.size(), 1);
    }
};

QTEST_MAIN(TestInstallDialog)
#include "tst_installdialog.moc"
