#include "client/plugins/consent/preferencespage.h"

#include <QDialog>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

PreferencesPage::PreferencesPage(QDialog *dialog, const QString &title, std::function<QWidget *()> make)
    : QObject(dialog)
    , m_title(title)
    , m_make(std::move(make))
    , m_list(dialog->findChild<QListWidget *>(u"Preferences"_s))
    , m_stack(dialog->findChild<QStackedWidget *>(QString(), Qt::FindDirectChildrenOnly))
{
    if (!m_list || !m_stack)
        return;
    makePage();
    ensure();
    // "Restore defaults" clears both and fills them anew. Queued: first napari finishes, then we add ours.
    connect(m_list->model(), &QAbstractItemModel::rowsInserted, this, &PreferencesPage::ensure, Qt::QueuedConnection);
}

void PreferencesPage::makePage()
{
    auto *scroll = new QScrollArea(qobject_cast<QWidget *>(parent()));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_make());
    scroll->hide();
    m_page = scroll;
}

void PreferencesPage::ensure()
{
    if (!m_list || !m_stack || (m_page && m_stack->indexOf(m_page) >= 0))
        return;
    if (m_list->count() != m_stack->count() || !m_list->findItems(m_title, Qt::MatchExactly).isEmpty())
        return;
    if (!m_page)
        makePage();
    // Behind napari's own pages, before the heading of the plugins' pages.
    int row = m_list->count();
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->text().startsWith("----"_L1)) {
            row = i;
            break;
        }
    }
    m_stack->insertWidget(row, m_page); // the stack first: inserting into the list changes the current row
    m_list->insertItem(row, m_title);
    m_stack->setCurrentIndex(m_list->currentRow());
}

void PreferencesPage::select()
{
    if (m_list && m_stack && m_page && m_stack->indexOf(m_page) >= 0)
        m_list->setCurrentRow(m_stack->indexOf(m_page));
}

} // namespace Telemetry
