#pragma once

#include <QDialog>

#include <memory>

namespace Ui {
class InstallDialog;
}

namespace Telemetry {

/// Shows how the installation goes: the command, progress, what it prints; when it fails or has to be done by hand why,
/// with another try. Closes by itself when it succeeded. Closing it earlier cancels.
class InstallDialog : public QDialog
{
    Q_OBJECT
public:
    explicit InstallDialog(QWidget *parent);
    ~InstallDialog() override;

    /// It runs this command.
    void showRunning(const QString &commandLine);
    void appendOutput(const QString &text);
    /// A person has to run this command; `obstacle` says why.
    void showByHand(const QString &obstacle, const QString &commandLine);
    void showFailure(const QString &reason);

Q_SIGNALS:
    /// The user wants another try, or has run the command.
    void retryRequested();

private:
    void showEnd(const QString &message, const QString &retry, bool log);

    std::unique_ptr<Ui::InstallDialog> m_ui;
};

} // namespace Telemetry
