#pragma once

#include "client/preview/eventcounts.h"
#include "client/preview/eventstore.h"
#include "contract/datadictionary.h"
#include "contract/week.h"

#include <QAbstractItemModel>
#include <QSet>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace Telemetry {

/// The events of a store as a tree: levels, topics, events. It sorts and filters by itself, because the models that Qt
/// has for that need a value object for each cell. GUI thread.
class EventTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, PeriodColumn, StateColumn, AnswerColumn };
    enum Role {
        IsEventRole = Qt::UserRole, ///< bool; else it is a level or a topic
        TopicRole,                  ///< the topic's name; empty for a level
    };

    /// The dictionary must outlive the model. Only receipts have the column of answers.
    EventTreeModel(const DataDictionary &dictionary, EventStore::Kind kind, QObject *parent = nullptr);

    /// What is held, and which week is running: pending events follow departureOf().
    void setDeparture(const QSet<QString> &held, Week now);
    void setStore(std::shared_ptr<const EventStore> store);
    /// As EventStore::matching(); an empty text shows everything.
    void setSearch(const QString &search);

    [[nodiscard]] int eventCount() const { return m_store->size(); }
    [[nodiscard]] int shownCount() const;
    [[nodiscard]] const EventCounts &counts() const { return m_counts; }
    /// The events at and below these indexes, each once, in the order shown; the first `limit` of them.
    [[nodiscard]] QList<EventKey> keys(const QModelIndexList &indexes,
                                       qsizetype limit = std::numeric_limits<qsizetype>::max()) const;
    /// Every event that is shown, that is, that the search finds.
    [[nodiscard]] QList<EventKey> shownKeys() const;
    /// Invalid when it is not shown.
    [[nodiscard]] QModelIndex indexOf(const EventKey &key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override { return rowCount(parent) > 0; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    /// The events of one topic that are shown. Its parent is a level; the id of an event's index is its group's.
    struct Group
    {
        int level; ///< index in m_levels
        int row;   ///< within the level
        QString topic;
        std::vector<int> rows; ///< of the store
    };
    struct LevelNode
    {
        Level level;
        std::vector<int> groups; ///< indexes in m_groups
    };
    enum class Node { Level, Topic, Event };
    [[nodiscard]] static Node nodeOf(const QModelIndex &index);
    [[nodiscard]] const Group &groupOf(const QModelIndex &index) const;
    [[nodiscard]] const EventStore::Row &rowOf(const QModelIndex &index) const;
    void rebuild();
    void sortGroups();
    [[nodiscard]] QString topicTitle(const QString &topic) const;
    [[nodiscard]] QString eventText(const EventStore::Row &row, int column) const;
    [[nodiscard]] QString spoken(const QModelIndex &index) const;

    const DataDictionary &m_dictionary;
    EventStore::Kind m_kind;
    std::shared_ptr<const EventStore> m_store;
    QSet<QString> m_held;
    std::optional<Week> m_now;
    EventCounts m_counts;
    QString m_search;
    std::vector<LevelNode> m_levels;
    std::vector<Group> m_groups;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Telemetry
