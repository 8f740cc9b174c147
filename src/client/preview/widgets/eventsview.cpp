#include "client/preview/widgets/eventsview.h"

#include "client/language/language.h"
#include "client/preview/eventtext.h"
#include "client/preview/eventtreemodel.h"
#include "client/preview/widgets/ui_eventsview.h"
#include "contract/limits.h"

#include <QFontDatabase>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Rows that are chosen again after the events were read anew: more than a person chooses one by one.
constexpr qsizetype chosenAgain = 200;
/// How list and details share the window at first, in pixels of which only the ratio counts.
constexpr int treeHeight = 260;
constexpr int detailsHeight = 150;

} // namespace

EventsView::EventsView(const DataDictionary &dictionary, EventStore::Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EventsView>())
    , m_model(new EventTreeModel(dictionary, kind, this))
{
    m_ui->setupUi(this);
    m_ui->tree->setModel(m_model);
    m_ui->tree->setAccessibleName(kind == EventStore::Kind::Sent ? tr("Events that were sent") : tr("Pending events"));
    m_ui->tree->installEventFilter(this);
    QHeaderView *header = m_ui->tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(EventTreeModel::WhatColumn, QHeaderView::Stretch);
    sizeColumns();
    m_ui->tree->setSortingEnabled(true);
    header->setSortIndicator(-1, Qt::AscendingOrder); // as the store has it, until a heading is clicked
    m_ui->splitter->setStretchFactor(0, 1);           // the list is what grows
    m_ui->splitter->setSizes({treeHeight, detailsHeight});
    m_ui->details->tabBar()->setDrawBase(false);
    if (kind == EventStore::Kind::Sent)
        m_ui->details->removeTab(1);
    for (QPlainTextEdit *edit : {m_ui->bytesEdit, m_ui->requestEdit})
        edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    connect(m_ui->searchEdit, &QLineEdit::textChanged, this, &EventsView::search);
    m_asking.setSingleShot(true);
    connect(&m_asking, &QTimer::timeout, this, &EventsView::askForDetails);
    connect(m_ui->details, &QTabWidget::currentChanged, &m_asking, qOverload<>(&QTimer::start));
    connect(m_ui->tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_asking.start();
        Q_EMIT selectionChanged();
    });
    showCount();
}

EventsView::~EventsView() = default;

/// By widths of letters: to measure the contents of many rows takes too long.
void EventsView::sizeColumns()
{
    const QFontMetrics metrics = m_ui->tree->fontMetrics();
    const int letter = metrics.averageCharWidth();
    QHeaderView *header = m_ui->tree->header();
    const bool sent = m_model->columnCount() > EventTreeModel::AnswerColumn;
    int period = 0; // the longest name of a month
    for (int month = 1; month <= 12; ++month)
        period = std::max(
            period, metrics.horizontalAdvance(EventText::period(u"2026-%1"_s.arg(month, 2, 10, QLatin1Char('0')))));
    header->resizeSection(EventTreeModel::PeriodColumn, period + letter * 4);
    header->resizeSection(EventTreeModel::StateColumn, letter * (sent ? 16 : 42));
    if (sent) // there are only two answers
        header->resizeSection(EventTreeModel::AnswerColumn,
                              std::max(metrics.horizontalAdvance(EventText::answer(true)),
                                       metrics.horizontalAdvance(EventText::answer(false)))
                                  + letter * 4);
}

void EventsView::setStore(const std::shared_ptr<const EventStore> &store)
{
    const QList<EventKey> kept = m_model->keys(m_ui->tree->selectionModel()->selectedRows(), chosenAgain);
    m_model->setStore(store);
    expandAndChoose(kept);
    showCount();
}

void EventsView::expandAndChoose(const QList<EventKey> &keys)
{
    m_ui->tree->expandAll();
    QItemSelection selection;
    for (const EventKey &key : keys) {
        if (const QModelIndex index = m_model->indexOf(key); index.isValid())
            selection.select(index, index.siblingAtColumn(m_model->columnCount() - 1));
    }
    if (selection.isEmpty()) { // the first event, so that there is something to see
        QModelIndex first = m_model->index(0, 0);
        while (m_model->hasChildren(first) && first.isValid())
            first = m_model->index(0, 0, first);
        if (first.isValid())
            selection.select(first, first.siblingAtColumn(m_model->columnCount() - 1));
    }
    if (!selection.isEmpty())
        m_ui->tree->selectionModel()->setCurrentIndex(selection.first().topLeft(), QItemSelectionModel::NoUpdate);
    m_ui->tree->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_asking.start();
    Q_EMIT selectionChanged();
}

void EventsView::setDeparture(const QSet<QString> &held, Week now)
{
    m_model->setDeparture(held, now);
    m_asking.start();
}

void EventsView::setEmptyText(const QString &text)
{
    m_ui->emptyLabel->setText(text);
}

void EventsView::search()
{
    m_model->setSearch(m_ui->searchEdit->text().trimmed());
    expandAndChoose({});
    showCount();
}

void EventsView::showCount()
{
    const int all = m_model->eventCount();
    const int shown = m_model->shownCount();
    m_ui->stack->setCurrentWidget(all == 0 ? static_cast<QWidget *>(m_ui->emptyLabel) : m_ui->tree);
    m_ui->searchEdit->setEnabled(all > 0);
    m_ui->details->setVisible(all > 0);
    m_ui->countLabel->setText(shown == all ? tr("%n event(s)", nullptr, all)
                                           : tr("%L1 of %n event(s)", nullptr, all).arg(shown));
}

void EventsView::askForDetails()
{
    const QList<EventKey> keys = m_model->keys(m_ui->tree->selectionModel()->selectedRows(), Limits::previewDetails);
    ++m_ticket;
    if (keys.isEmpty()) {
        m_ui->bytesEdit->clear();
        m_ui->requestEdit->clear();
        m_ui->requestNote->hide();
    } else {
        Q_EMIT detailsWanted(keys, m_ui->details->currentWidget() == m_ui->requestPage, m_ticket);
    }
}

void EventsView::showDetails(const EventDetails &details)
{
    if (details.ticket != m_ticket)
        return;
    if (m_ui->bytesEdit->toPlainText() != details.json)
        m_ui->bytesEdit->setPlainText(details.json);
    if (m_ui->requestEdit->toPlainText() != details.request)
        m_ui->requestEdit->setPlainText(details.request);
    m_ui->requestNote->setText(details.note);
    m_ui->requestNote->setVisible(!details.note.isEmpty());
    m_ui->requestEdit->setVisible(!details.request.isEmpty());
}

QList<EventKey> EventsView::chosen() const
{
    return m_model->keys(m_ui->tree->selectionModel()->selectedRows());
}

bool EventsView::hasChosen() const
{
    return !m_model->keys(m_ui->tree->selectionModel()->selectedRows(), 1).isEmpty();
}

QString EventsView::chosenTopic() const
{
    QString topic;
    for (const QItemSelectionRange &range : m_ui->tree->selectionModel()->selection()) {
        const QString found = range.topLeft().data(EventTreeModel::TopicRole).toString();
        if (found.isEmpty() || (!topic.isEmpty() && found != topic))
            return {};
        topic = found;
    }
    return topic;
}

void EventsView::focusSearch()
{
    m_ui->searchEdit->setFocus(Qt::ShortcutFocusReason);
    m_ui->searchEdit->selectAll();
}

bool EventsView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        Q_EMIT deleteKeyPressed();
        return true;
    }
    if (event->type() == QEvent::FontChange)
        sizeColumns();
    return QWidget::eventFilter(watched, event);
}

} // namespace Telemetry
