#pragma once

#include "contract/event.h"

#include <QByteArray>
#include <QList>

namespace Telemetry {

/// The first use of a thing in a journal, as a line: a check sum of 8 hexadecimal digits, a space, the thing's number
/// in this journal, a space, the week in which it was used, a space, the event's bytes, a line break. The class of
/// count in the event says nothing: each line is one use.
[[nodiscard]] QByteArray useLine(int number, const Event &event);
/// Another use of the same thing in the same journal, in a few bytes: its number, a space, a check sum of 2 digits, a
/// line break.
[[nodiscard]] QByteArray useAgainLine(int number);

/// What a journal holds.
struct Uses
{
    QList<Event> uses;
    int damaged = 0; ///< lines that can't be read; they are left out

    friend bool operator==(const Uses &, const Uses &) = default;
};

/// Reads a journal, whatever is in it: a line is whole or it does not count. Pure; any thread.
[[nodiscard]] Uses usesOf(const QByteArray &journal);

} // namespace Telemetry
