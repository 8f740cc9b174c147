#include "preview/eventtablemodel.h"

#include <algorithm>

namespace Telemetry {

EventTableModel::EventTableModel(const DataDictionary &dictionary, QObject *parent)
    : QAbstractTableModel(parent)
    , m_dictionary(dictionary)
{
}

void EventTableModel::setEvents(const QList<SpooledEvent> &events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

int EventTableModel::pendingCount() const
{
    return static_cast<int>(std::count_if(m_events.begin(), m_events.end(), [](const SpooledEvent &event) {
        return event.state == SpooledEvent::State::Pending;
    }));
}

QByteArray EventTableModel::bytes(int row) const
{
    return row >= 0 && row < m_events.size() ? m_events[row].bytes : QByteArray();
}

int EventTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SpooledEvent &event = m_events[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return event.reason.isEmpty() ? text(event, index.column()) : event.reason;
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("What");
    case LevelColumn:
        return tr("Level");
    case WeekColumn:
        return tr("Week");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

QString EventTableModel::text(const SpooledEvent &event, int column) const
{
    switch (column) {
    case WhatColumn: {
        const TopicDefinition *topic = m_dictionary.topic(event.event.topic);
        return topic ? topic->sentenceFor(event.event.value) : event.event.topic;
    }
    case LevelColumn:
        return levelName(event.level);
    case WeekColumn:
        return event.event.week.toString();
    case StateColumn:
        switch (event.state) {
        case SpooledEvent::State::Pending:
            return tr("waiting to be sent");
        case SpooledEvent::State::Sent:
            return tr("sent");
        case SpooledEvent::State::Refused:
            return tr("refused: %1").arg(event.reason);
        }
        return {};
    default:
        return {};
    }
}

} // namespace Telemetry
