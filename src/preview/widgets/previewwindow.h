#pragma once

#include "contract/datadictionary.h"
#include "contract/endpoints.h"
#include "spool/abstractspool.h"
#include "upload/abstractuploader.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PreviewWindow;
}

namespace Telemetry {

class EventTableModel;

/// Shows every event before it is sent, and what became of it. Not modal. It holds no logic: it asks by signals, and is
/// told by its setters.
class PreviewWindow : public QDialog
{
    Q_OBJECT
public:
    /// The dictionary must outlive the window.
    PreviewWindow(const DataDictionary &dictionary, const Endpoints &endpoints, QWidget *parent);
    ~PreviewWindow() override;

    void setEvents(const QList<SpooledEvent> &events);
    void showSending();
    void showReport(const UploadReport &report);
    /// Something is wrong, in words for the user.
    void showProblem(const QString &problem);

Q_SIGNALS:
    void sendRequested();

private:
    void showSelection();
    void updateSendButton();

    std::unique_ptr<Ui::PreviewWindow> m_ui;
    EventTableModel *m_model;
    bool m_sending = false;
};

} // namespace Telemetry
