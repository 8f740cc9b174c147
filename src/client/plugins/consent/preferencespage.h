#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

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
    /// `make` makes the page, at once, and again when it was deleted: under PySide6 a page goes when napari takes it
    /// out.
    PreferencesPage(QDialog *dialog, const QString &title, std::function<QWidget *()> make);

    /// Makes ours the page that is shown.
    void select();

private:
    void ensure();
    void makePage();

    QString m_title;
    std::function<QWidget *()> m_make;
    QPointer<QListWidget> m_list;
    QPointer<QStackedWidget> m_stack;
    QPointer<QWidget> m_page;
};

} // namespace Telemetry
