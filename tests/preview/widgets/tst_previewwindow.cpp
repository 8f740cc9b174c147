#include "preview/widgets/previewwindow.h"

#include "support/spooledevents.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPreviewWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheBytesOfTheSelection()
    {
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        const QList<SpooledEvent> events = TestSupport::threeEvents();
        window.setEvents(events);
        auto *table = window.findChild<QTableView *>(u"table"_s);
        auto *bytes = window.findChild<QPlainTextEdit *>(u"bytesEdit"_s);
        for (int row = 0; row < events.size(); ++row) {
            table->selectRow(row);
            QCOMPARE(bytes->toPlainText().toUtf8(), events[row].bytes);
        }
        window.setEvents({});
        QCOMPARE(bytes->toPlainText(), QString());
    }
    void sendsOnlyWhatIsPendingAndOnlyOnceAtATime()
    {
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        auto *send = window.findChild<QPushButton *>(u"sendButton"_s);
        auto *status = window.findChild<QLabel *>(u"statusLabel"_s);
        QSignalSpy requested(&window, &PreviewWindow::sendRequested);
        QVERIFY(!send->isEnabled());
        window.setEvents(TestSupport::threeEvents());
        QVERIFY(send->isEnabled());
        send->click();
        QCOMPARE(requested.size(), 1);
        window.showSending();
        QVERIFY(!send->isEnabled());
        window.showReport({{{Level::Middle, UploadOutcome::Kind::RetryLater, 0, 0, u"refused"_s}}});
        QVERIFY(send->isEnabled()); // it is still pending
        QVERIFY(status->text().contains("refused"_L1));
        window.setEvents({TestSupport::spooled(u"plugin"_s, SpooledEvent::State::Sent)});
        QVERIFY(!send->isEnabled());
        window.showProblem(u"the disk is full"_s);
        QCOMPARE(status->text(), u"the disk is full"_s);
    }
    void namesWhereItWillGo()
    {
        PreviewWindow window(TestSupport::dictionary(), {}, nullptr);
        for (const Level level : sendingLevels())
            QVERIFY(window.findChild<QLabel *>(u"introLabel"_s)
                        ->text()
                        .contains(levelName(level) + u".telemetry.napari.org"_s));
    }
};

QTEST_MAIN(TestPreviewWindow)
#include "tst_previewwindow.moc"
