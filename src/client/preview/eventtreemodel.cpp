#include "client/preview/eventtreemodel.h"

#include "client/consent/levelsummary.h"
#include "client/language/dictionarytext.h"
#include "client/language/language.h"
#include "client/preview/eventtext.h"

#include <QFont>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

// What the id of an index says: 0 is a level, from 1 on a topic of that level, from here on an event of that group.
constexpr quintptr eventIds = 0x10000;

} // namespace

EventTreeModel::EventTreeModel(const DataDictionary &dictionary, EventStore::Kind kind, QObject *parent)
    : QAbstractItemModel(parent)
    , m_dictionary(dictionary)
    , m_kind(kind)
    , m_store(std::make_shared<const EventStore>(kind))
{
}

void EventTreeModel::setDeparture(const QSet<QString> &held, Week now)
{
    if (m_held == held && m_now == now)
        return;
    Q_EMIT layoutAboutToBeChanged(); // not the order, but what the states of all events say
    m_held = held;
    m_now = now;
    m_counts = countEvents(*m_store, m_dictionary, m_held, m_now);
    Q_EMIT layoutChanged();
}

void EventTreeModel::setStore(std::shared_ptr<const EventStore> store)
{
    beginResetModel();
    m_store = std::move(store);
    m_counts = countEvents(*m_store, m_dictionary, m_held, m_now);
    rebuild();
    endResetModel();
}

void EventTreeModel::setSearch(const QString &search)
{
    if (search == m_search)
        return;
    beginResetModel();
    m_search = search;
    rebuild();
    endResetModel();
}

QString EventTreeModel::topicTitle(const QString &topic) const
{
    const TopicDefinition *definition = m_dictionary.topic(topic);
    return definition ? DictionaryText::title(*definition) : topic;
}

void EventTreeModel::rebuild()
{
    std::vector<int> shown(static_cast<size_t>(m_store->size()));
    if (m_search.isEmpty())
        std::iota(shown.begin(), shown.end(), 0);
    else
        shown = m_store->matching(m_search, [this](const QString &topic) { return topicTitle(topic); });
    m_levels.clear();
    m_groups.clear();
    // The store is sorted by level and topic.
    const EventStore::Row *last = nullptr;
    for (const int index : shown) {
        const EventStore::Row &row = m_store->row(index);
        if (!last || last->level != row.level)
            m_levels.push_back({static_cast<Level>(row.level), {}});
        if (!last || last->level != row.level || last->topic != row.topic) {
            LevelNode &level = m_levels.back();
            m_groups.push_back({static_cast<int>(m_levels.size()) - 1,
                                static_cast<int>(level.groups.size()),
                                m_store->topic(row),
                                {}});
            level.groups.push_back(static_cast<int>(m_groups.size()) - 1);
        }
        m_groups.back().rows.push_back(index);
        last = &row;
    }
    sortGroups();
}

void EventTreeModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<EventKey> kept;
    for (const QModelIndex &index : before)
        kept.append(nodeOf(index) == Node::Event ? m_store->key(groupOf(index).rows[static_cast<size_t>(index.row())])
                                                 : EventKey());
    m_sortColumn = column;
    m_sortOrder = order;
    sortGroups();
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (nodeOf(before[i]) != Node::Event)
            continue;
        const QModelIndex after = indexOf(kept[i]);
        changePersistentIndex(before[i], after.siblingAtColumn(before[i].column()));
    }
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void EventTreeModel::sortGroups()
{
    const auto before = [this](int one, int other) {
        const EventStore::Row &a = m_store->row(one);
        const EventStore::Row &b = m_store->row(other);
        switch (m_sortColumn) {
        case WhatColumn:
            if (const int order = m_store->sentenceBytes(a).compare(m_store->sentenceBytes(b)); order != 0)
                return order < 0;
            break;
        case PeriodColumn:
            if (a.period != b.period)
                return m_store->period(a) < m_store->period(b);
            break;
        case StateColumn:
            if (m_kind == EventStore::Kind::Unsent && a.state != b.state)
                return a.state < b.state;
            if (a.detail != b.detail)
                return m_store->detail(a) < m_store->detail(b);
            break;
        case AnswerColumn:
            if (a.accepted != b.accepted)
                return b.accepted;
            break;
        default:
            break;
        }
        return one < other; // as the store has it
    };
    for (Group &group : m_groups) {
        std::sort(group.rows.begin(), group.rows.end(), [&](int one, int other) {
            return m_sortOrder == Qt::AscendingOrder || m_sortColumn < 0 ? before(one, other) : before(other, one);
        });
    }
}

int EventTreeModel::shownCount() const
{
    return std::accumulate(m_groups.begin(), m_groups.end(), 0,
                           [](int sum, const Group &group) { return sum + static_cast<int>(group.rows.size()); });
}

EventTreeModel::Node EventTreeModel::nodeOf(const QModelIndex &index)
{
    return index.internalId() >= eventIds ? Node::Event : index.internalId() > 0 ? Node::Topic : Node::Level;
}

const EventTreeModel::Group &EventTreeModel::groupOf(const QModelIndex &index) const
{
    const auto number =
        nodeOf(index) == Node::Event
            ? static_cast<size_t>(index.internalId() - eventIds)
            : static_cast<size_t>(m_levels[index.internalId() - 1].groups[static_cast<size_t>(index.row())]);
    return m_groups[number];
}

const EventStore::Row &EventTreeModel::rowOf(const QModelIndex &index) const
{
    return m_store->row(groupOf(index).rows[static_cast<size_t>(index.row())]);
}

QModelIndex EventTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || column >= columnCount() || row >= rowCount(parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    if (nodeOf(parent) == Node::Level)
        return createIndex(row, column, static_cast<quintptr>(parent.row()) + 1);
    const int group = m_levels[parent.internalId() - 1].groups[static_cast<size_t>(parent.row())];
    return createIndex(row, column, eventIds + static_cast<quintptr>(group));
}

QModelIndex EventTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index) == Node::Level)
        return {};
    if (nodeOf(index) == Node::Topic)
        return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr(0));
    const Group &group = groupOf(index);
    return createIndex(group.row, 0, static_cast<quintptr>(group.level) + 1);
}

int EventTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_levels.size());
    if (parent.column() > 0)
        return 0;
    switch (nodeOf(parent)) {
    case Node::Level:
        return static_cast<int>(m_levels[static_cast<size_t>(parent.row())].groups.size());
    case Node::Topic:
        return static_cast<int>(groupOf(parent).rows.size());
    case Node::Event:
        break;
    }
    return 0;
}

int EventTreeModel::columnCount(const QModelIndex &) const
{
    return m_kind == EventStore::Kind::Sent ? 4 : 3;
}

Qt::ItemFlags EventTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return nodeOf(index) == Node::Event ? flags | Qt::ItemNeverHasChildren : flags;
}

QVariant EventTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        if (node == Node::Event)
            return eventText(rowOf(index), index.column());
        if (index.column() == WhatColumn && node == Node::Level)
            return LevelSummary::name(m_levels[static_cast<size_t>(index.row())].level);
        if (index.column() == WhatColumn)
            return tr("%1 (%2)", "topic, number of events")
                .arg(topicTitle(groupOf(index).topic), Language::locale().toString(groupOf(index).rows.size()));
        if (index.column() == StateColumn && node == Node::Topic && m_held.contains(groupOf(index).topic))
            return tr("held");
        return {};
    case Qt::ToolTipRole:
        return data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        return index.column() == WhatColumn ? spoken(index) : data(index, Qt::DisplayRole).toString();
    case Qt::FontRole:
        if (node == Node::Level) {
            QFont font; // bold alone, so that family and size stay those of the tree
            font.setBold(true);
            return font;
        }
        return {};
    case IsEventRole:
        return node == Node::Event;
    case TopicRole:
        return node == Node::Level ? QString() : groupOf(index).topic;
    default:
        return {};
    }
}

/// A screen reader that follows the arrow keys reads one cell, so the first one says everything.
QString EventTreeModel::spoken(const QModelIndex &index) const
{
    QStringList said;
    for (int column = 0; column < columnCount(); ++column) {
        const QString text = data(index.siblingAtColumn(column), Qt::DisplayRole).toString();
        if (!text.isEmpty())
            said.append(text);
    }
    return said.join(u". "_s);
}

QString EventTreeModel::eventText(const EventStore::Row &row, int column) const
{
    switch (column) {
    case WhatColumn:
        return m_store->sentence(row);
    case PeriodColumn:
        return EventText::period(m_store->period(row));
    case StateColumn:
        return EventText::state(*m_store, row, m_dictionary, m_held, m_now);
    case AnswerColumn:
        return EventText::answer(row.accepted);
    default:
        return {};
    }
}

QVariant EventTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("What");
    case PeriodColumn:
        return tr("Period");
    case StateColumn:
        return m_kind == EventStore::Kind::Sent ? tr("Sent on") : tr("State");
    case AnswerColumn:
        return tr("The server's answer");
    default:
        return {};
    }
}

QList<EventKey> EventTreeModel::keys(const QModelIndexList &indexes, qsizetype limit) const
{
    std::vector<std::vector<bool>> chosen(m_groups.size());
    const auto choose = [&](size_t group, int row) {
        chosen[group].resize(m_groups[group].rows.size());
        if (row >= 0)
            chosen[group][static_cast<size_t>(row)] = true;
        else
            chosen[group].assign(m_groups[group].rows.size(), true);
    };
    for (const QModelIndex &index : indexes) {
        switch (nodeOf(index)) {
        case Node::Level:
            for (const int group : m_levels[static_cast<size_t>(index.row())].groups)
                choose(static_cast<size_t>(group), -1);
            break;
        case Node::Topic:
            choose(static_cast<size_t>(&groupOf(index) - m_groups.data()), -1);
            break;
        case Node::Event:
            choose(static_cast<size_t>(&groupOf(index) - m_groups.data()), index.row());
            break;
        }
    }
    QList<EventKey> keys;
    for (size_t group = 0; group < chosen.size(); ++group) {
        for (size_t row = 0; row < chosen[group].size(); ++row) {
            if (chosen[group][row] && keys.size() < limit)
                keys.append(m_store->key(m_groups[group].rows[row]));
        }
    }
    return keys;
}

QList<EventKey> EventTreeModel::shownKeys() const
{
    QList<EventKey> keys;
    for (const Group &group : m_groups) {
        for (const int row : group.rows)
            keys.append(m_store->key(row));
    }
    return keys;
}

QModelIndex EventTreeModel::indexOf(const EventKey &key) const
{
    for (size_t group = 0; group < m_groups.size(); ++group) {
        if (m_groups[group].topic != key.topic)
            continue;
        const auto &rows = m_groups[group].rows;
        const auto found = std::find_if(rows.begin(), rows.end(), [&](int row) {
            const auto &reporter = m_store->row(row).reporter;
            return QByteArrayView(reporter.data(), static_cast<qsizetype>(reporter.size())) == key.reporter;
        });
        if (found != rows.end())
            return createIndex(static_cast<int>(found - rows.begin()), 0, eventIds + group);
    }
    return {};
}

} // namespace Telemetry
