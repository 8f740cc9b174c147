#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class InstallDialog;
}

namespace Telemetry {

/// Shows how the installation goes: progress, what it prints, and when it fails why, with a retry. Closes by itself
/// when it succeeded. Closing it earlier cancels.
class InstallDialog : public QDialog
{
    Q_OBJECT
public:
    /// `commandLine`: what a person can run by hand instead.
    InstallDialog(const QString &commandLine, QWidget *parent);
    ~InstallDialog() override;

    void showRunning();
    void appendOutput(const QString &text);
    void showFailure(const QString &reason);

Q_SIGNALS:
    void retryRequested();

private:
    std::unique_ptr<Ui::InstallDialog> m_ui;
    QString m_commandLine;
};

} // namespace Telemetry
