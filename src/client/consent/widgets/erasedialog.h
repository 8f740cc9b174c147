#pragma once

#include "client/consent/activity.h"

#include <QDialog>

#include <memory>

namespace Ui {
class EraseDialog;
}

namespace Telemetry {

/// Offers to erase what was sent from this environment, and shows how it goes. Closing it changes nothing: what is
/// under way goes on.
class EraseDialog : public QDialog
{
    Q_OBJECT
public:
    explicit EraseDialog(QWidget *parent);
    ~EraseDialog() override;

    void show(const Activity &activity);

Q_SIGNALS:
    /// The click that makes an erase grant.
    void eraseRequested();

private:
    std::unique_ptr<Ui::EraseDialog> m_ui;
    bool m_requested = false; ///< an earlier erasing's end is not this one's
};

} // namespace Telemetry
