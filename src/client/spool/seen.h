#pragma once

#include "contract/event.h"
#include "contract/result.h"
#include "contract/week.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// What one user knows of having been counted, so that nobody is counted twice in a month, in a year or ever: for each
/// computer and topic, the week whose event said that it was the first of which period. Such an event was accepted, or
/// may have been. A value; any thread.
class Seen
{
public:
    /// The longest period, up to the topic's own, that is not taken by the event of another week.
    [[nodiscard]] FirstIn firstIn(const QString &computer, const QString &topic, Week week, FirstIn longest) const;
    /// Takes the periods that the event names, before it is sent. Several environments of one user may send the event
    /// of the same week: it is one event for the collector.
    void take(const QString &computer, const Event &event, const QString &environment);
    /// Gives back what this environment has taken by it, because it surely did not arrive. What another one has taken
    /// by the event of the same week stays.
    void giveBack(const QString &computer, const Event &event, const QString &environment);

    /// Notes which computer has recorded the event: two computers on one home folder share the spool, too, and one may
    /// send what the other recorded.
    void noteRecorded(const QString &computer, const Event &event);
    /// It has left, or does not any more: who recorded it need not be known, and nothing here leads to its reporter.
    void forgetRecorded(const Event &event);
    /// The computer that has recorded it, or else this one.
    [[nodiscard]] QString computerOf(const Event &event, const QString &otherwise) const;

    /// A period in which a computer of this user was counted, or may have been.
    struct Counted
    {
        QString computer;
        QString topic;
        QString period; ///< "2026-11", "2026" or "ever"
        QString week;   ///< that of the event that counts there; empty: long ago
    };
    /// By computer, topic and period.
    [[nodiscard]] QList<Counted> counted() const;

    /// Drops what is not needed any more: of months and events Limits::rawDays after their Monday, of years before the
    /// last two, and of what is kept the week. `ever` is kept.
    void expire(Week now);

    /// Readable JSON; `salt` is kept beside, see SeenFile.
    [[nodiscard]] QByteArray toJson(const QByteArray &salt) const;
    /// Errors: Invalid, TooLarge, Unsupported (a newer version's file).
    [[nodiscard]] static Result<std::pair<Seen, QByteArray>> fromJson(const QByteArray &json);

    friend bool operator==(const Seen &, const Seen &) = default;

private:
    struct Taken
    {
        QString week;   ///< empty: long ago
        QStringList by; ///< keys of environments
        friend bool operator==(const Taken &, const Taken &) = default;
    };
    struct Computer
    {
        QMap<QString, QMap<QString, Taken>> topics; ///< by topic, by period: "ever", "2026", "2026-11"
        QMap<QString, QString> recorded;            ///< week by reporter
        friend bool operator==(const Computer &, const Computer &) = default;
    };
    QMap<QString, Computer> m_computers;
};

} // namespace Telemetry
