#pragma once

#include "client/consent/consentstatus.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QDialog>

#include <memory>

namespace Ui {
class PreviewWindow;
}

namespace Telemetry {

class CollectedPage;
class PendingPage;
class SentPage;

/// Shows every event before it is sent and after it was, and everything that can be collected. Not modal. It holds no
/// logic: its pages ask by signals, and are told by their setters. GUI thread.
class PreviewWindow : public QDialog
{
    Q_OBJECT
public:
    /// The dictionary must outlive the window.
    PreviewWindow(const DataDictionary &dictionary, const Endpoints &endpoints, QWidget *parent);
    ~PreviewWindow() override;

    [[nodiscard]] PendingPage &pending() { return *m_pending; }
    [[nodiscard]] SentPage &sent() { return *m_sent; }
    [[nodiscard]] CollectedPage &collected() { return *m_collected; }

    void showStatus(const ConsentStatus &status);

Q_SIGNALS:
    /// The window came to the front, or F5 was pressed: what it shows should be read again.
    void refreshWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addShortcuts();
    void showIntroduction(const Endpoints &endpoints);

    std::unique_ptr<Ui::PreviewWindow> m_ui;
    PendingPage *m_pending;
    SentPage *m_sent;
    CollectedPage *m_collected;
};

} // namespace Telemetry
