#include "client/consent/consentstatus.h"

#include "client/consent/levelsummary.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Telemetry {

using Cause = EffectiveLevel::Cause;

ConsentStatus::State ConsentStatus::state() const
{
    if (refused || !note.isEmpty() || !activity.problem.isEmpty() || effective.cause == Cause::Unreadable
        || effective.cause == Cause::Expired || (effective.cause == Cause::Outdated && !effective.ask))
        return State::Attention;
    if (effective.level == Level::None && effective.cause == Cause::Administrator)
        return State::Administrator;
    if (effective.cause == Cause::Paused)
        return State::Paused;
    if (effective.level == Level::None)
        return State::Off;
    if (activity.unreachable)
        return State::Unreachable;
    if (activity.waiting > 0)
        return State::Waiting;
    return effective.level == Level::Full     ? State::Full
           : effective.level == Level::Middle ? State::Middle
                                              : State::Basic;
}

QString ConsentStatus::stateWords() const
{
    switch (state()) {
    case State::Off:
    case State::Basic:
    case State::Middle:
    case State::Full:
        return {};
    case State::Waiting:
        return tr("waiting to send");
    case State::Paused:
        return tr("paused");
    case State::Unreachable:
        return tr("can't reach the server");
    case State::Administrator:
        return tr("stopped by administrator");
    case State::Attention:
        return tr("needs attention");
    }
    return {};
}

QString ConsentStatus::words() const
{
    // While paused the level that goes on afterwards; else what is sent now.
    const Level level = effective.cause == Cause::Paused ? effective.chosen : effective.level;
    const QString base =
        level == Level::None ? tr("Telemetry: off") : tr("Telemetry: %1").arg(LevelSummary::nameInSentence(level));
    const QString more = stateWords();
    return more.isEmpty() ? base : tr("%1, %2", "level, state").arg(base, more);
}

QString ConsentStatus::explanation() const
{
    QStringList lines{effective.reason};
    if (state() == State::Waiting)
        lines.append(tr("%n event(s) waiting to be sent.", nullptr, activity.waiting));
    if (state() == State::Unreachable)
        lines.append(tr("The server could not be reached for several days. Nothing is lost: it is tried again."));
    if (activity.onNetwork && effective.level > Level::None)
        lines.append(tr("Your data folder is on a network. Events are kept there in a slower, safer way."));
    for (const QString &line : {activity.problem, note}) {
        if (!line.isEmpty())
            lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace Telemetry
