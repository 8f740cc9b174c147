#pragma once

#include <QObject>
#include <QPointer>

class QDialog;
class QListWidget;
class QStackedWidget;
class QWidget;

namespace Telemetry {

/// Keeps one page of ours in napari's preferences dialog, also when napari rebuilds it. Belongs to the dialog.
class PreferencesPage : public QObject
{
    Q_OBJECT
public:
    /// Does nothing when the dialog is not built as expected: then there is no page, and napari's own are untouched.
    /// Takes ownership of `page`.
    PreferencesPage(QDialog *dialog, const QString &title, QWidget *page);

    /// Makes ours the page that is shown.
    void select();

private:
    void ensure();

    QString m_title;
    QPointer<QListWidget> m_list;
    QPointer<QStackedWidget> m_stack;
    QPointer<QWidget> m_page;
};

} // namespace Telemetry
