#pragma once

#include "host/simulate/weekfacts.h"

namespace Telemetry {

/// The events of one request, each in its eventBytes() form, all of one level.
struct Batch
{
    Level level = Level::None;
    QByteArrayList events;
};

/// The people and what they send, week by week. Each person's secret is ratcheted as the client's is, so that no two
/// weeks and no two events can be joined. The catalog and the dictionary must outlive it. Not thread-safe.
class Simulation
{
public:
    /// What one person does in one week.
    struct Sent
    {
        QList<Fact> merged;   ///< see WeekFacts
        QList<Batch> batches; ///< in the order in which they are sent; shuffled inside
    };

    /// `opened`: nobody reports before this week.
    Simulation(quint64 seed, qint64 people, const Catalog &catalog, const DataDictionary &dictionary,
               std::optional<Week> opened = {});

    /// The numbers of all people in an order that says nothing.
    [[nodiscard]] QList<qint64> orderIn(Week week) const;
    /// The same for every way to get there: any week, any order. Weeks before the person joined are empty.
    [[nodiscard]] Sent send(qint64 person, Week week);

private:
    struct Secret
    {
        QByteArray secret; ///< empty: the person's first
        qint64 week = 0;   ///< since the person joined
    };
    [[nodiscard]] QByteArray secretOf(const Person &person, Week week);

    const quint64 m_seed;
    const Catalog &m_catalog;
    const DataDictionary &m_dictionary;
    const std::optional<Week> m_opened;
    QList<Secret> m_secrets; ///< by person; saves ratcheting anew each week
};

} // namespace Telemetry
