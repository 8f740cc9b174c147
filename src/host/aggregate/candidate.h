#pragma once

#include "host/aggregate/release.h"

#include "contract/datadictionary.h"

#include <QByteArray>
#include <QDate>
#include <QList>

#include <optional>

namespace Telemetry {

/// What may be published of one week or month, once a person has looked at it.
struct Candidate
{
    Release release;
    QDate drawn;          ///< by the clock of the run
    qint64 undefined = 0; ///< events of the run that the data dictionary did not define; for the operator, never public

    friend bool operator==(const Candidate &, const Candidate &) = default;
};

/// That candidates were dropped and drawn anew.
struct Redraw
{
    QDate day;
    QString reason;

    friend bool operator==(const Redraw &, const Redraw &) = default;
};

/// What names exactly these candidates, to the last number: 64 hexadecimal digits. Whoever publishes says it, so that
/// nothing is published that was not looked at. Nothing of no candidate.
[[nodiscard]] QByteArray digestOf(const QList<Candidate> &candidates);

/// The weeks and months that should be candidates or releases by now, and are not: closed for `days` or longer at
/// `now`, and after the last week or month that there is: a gap is told until the next one is drawn. `known`: those
/// that there are, in any order. A month of which a week is missing is not missed, as it can't be drawn.
[[nodiscard]] QList<Period> missedPeriods(const QList<Period> &known, const QDateTime &now, int days);

} // namespace Telemetry
