#pragma once

#include "host/certificate/certificate.h"

#include <QList>
#include <QStringList>

namespace Telemetry {

/// One published number.
struct PublishedRow
{
    QStringList key; ///< one text for each dimension
    PeopleWithin number;
    friend bool operator==(const PublishedRow &, const PublishedRow &) = default;
};

/// What a week or month published of one table.
struct PublishedTable
{
    QString table;
    QString topic;
    QStringList dimensions;
    qint64 threshold = 0; ///< people from which on a number is published
    qint64 within = 0;    ///< how far a number may be from the count, with a probability of 95 %
    QList<PublishedRow> rows;
};

/// What a file of periods/ says: all numbers of one week or month.
struct PublishedPeriod
{
    QString period;
    qint64 rounding = 0; ///< to multiples of what the numbers are rounded
    QList<PublishedTable> tables;
    /// Null: it has no such table.
    [[nodiscard]] const PublishedTable *find(const QString &table) const;
};

/// Reads such a file, which anybody may have written. Errors: TooLarge, Invalid (no file of this period's numbers;
/// a number that is none, a key twice; one sentence).
[[nodiscard]] Result<PublishedPeriod> readPublishedPeriod(const QByteArray &bytes, const QString &period);

} // namespace Telemetry
