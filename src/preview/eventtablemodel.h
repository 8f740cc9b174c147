#pragma once

#include "contract/datadictionary.h"
#include "spool/abstractspool.h"

#include <QAbstractTableModel>

namespace Telemetry {

/// The events of the spool as a table for people. Holds a copy of what the worker thread read; GUI thread.
class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, LevelColumn, WeekColumn, StateColumn, ColumnCount };

    /// The dictionary must outlive the model.
    explicit EventTableModel(const DataDictionary &dictionary, QObject *parent = nullptr);

    void setEvents(const QList<SpooledEvent> &events);
    [[nodiscard]] int pendingCount() const;
    /// The exact bytes of the event in this row.
    [[nodiscard]] QByteArray bytes(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const SpooledEvent &event, int column) const;

    const DataDictionary &m_dictionary;
    QList<SpooledEvent> m_events;
};

} // namespace Telemetry
