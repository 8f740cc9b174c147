#include "consent/widgets/installdialog.h"

#include "support/accessible.h"

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
private Q_SLOTS:
    void showsProgressThenTheReasonAndARetry()
    {
        InstallDialog dialog(u"python -m pip install x"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *retry = dialog.findChild<QPushButton *>(u"retryButton"_s);
        auto *progress = dialog.findChild<QProgressBar *>(u"progressBar"_s);
        auto *log = dialog.findChild<QPlainTextEdit *>(u"logEdit"_s);
        QVERIFY(progress->isVisible() && !retry->isVisible());
        dialog.appendOutput(u"Looking for x\n"_s);
        QCOMPARE(log->toPlainText(), u"python -m pip install x\nLooking for x\n"_s);

        QCOMPARE(TestSupport::withoutAName(dialog), QStringList());
        QSignalSpy retried(&dialog, &InstallDialog::retryRequested);
        dialog.showFailure(u"no such x"_s);
        QVERIFY(!progress->isVisible() && retry->isVisible());
        QCOMPARE(TestSupport::withoutAName(dialog), QStringList());
        const QStringList order = TestSupport::focusOrder(dialog);
        QCOMPARE(order, QStringList({u"logEdit"_s, u"retryButton"_s, u"closeButton"_s}));
        QVERIFY(dialog.findChild<QLabel *>(u"messageLabel"_s)->text().contains("no such x"_L1));
        retry->click();
        QCOMPARE(retried.size(), 1);
        dialog.showRunning();
        QVERIFY(progress->isVisible() && !retry->isVisible());

        QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.findChild<QPushButton *>(u"closeButton"_s)->click();
        QCOMPARE(rejected.size(), 1);
    }
};

QTEST_MAIN(TestInstallDialog)
#include "tst_installdialog.moc"
