#include "host/aggregate/audit.h"

#include "contract/limits.h"
#include "host/raw/rawage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using State = AuditFinding::State;

State kept(bool is)
{
    return is ? State::Kept : State::Broken;
}

AuditFinding ofAge(const AuditFacts &facts)
{
    if (!facts.hasRaw)
        return {State::Ask, u"raw events are deleted after %1 days"_s.arg(Limits::rawDays),
                u"there is no raw database: did the collector ever run, and with this file?"_s};
    // The collector deletes once a day, so one that is a day too old may still wait for it.
    const QDateTime yesterday = facts.now.addDays(-1);
    const auto isOld = [&](const QString &period) { return isTooOldToKeep(period, yesterday); };
    std::optional<Period> oldest;
    for (const QString &text : facts.rawPeriods) {
        const auto period = Period::fromString(text);
        if (period && (!oldest || period->firstWeek() < oldest->firstWeek()))
            oldest = period;
    }
    return {kept(std::none_of(facts.rawPeriods.begin(), facts.rawPeriods.end(), isOld)),
            u"raw events are deleted after %1 days"_s.arg(Limits::rawDays),
            oldest ? u"the oldest are of %1"_s.arg(oldest->toString()) : u"there are none"_s};
}

AuditFinding ofPublished(const AuditFacts &facts)
{
    QStringList left;
    for (const QString &text : facts.rawPeriods) {
        const auto period = Period::fromString(text);
        if (period && std::any_of(facts.published.begin(), facts.published.end(), [&](const Period &month) {
                return month == *period || (!period->isMonth() && month.contains(period->firstWeek()));
            }))
            left.append(text);
    }
    const auto what = u"raw events of published months are deleted"_s;
    if (left.isEmpty())
        return {State::Kept, what, u"there are none"_s};
    const qint64 waits = facts.toldPublished.isValid() ? facts.toldPublished.secsTo(facts.now) : -1;
    if (waits >= 0 && waits < Limits::auditPublishedSeconds)
        return {State::Ask, what,
                u"there are some of %1: look again in an hour, when the collector has deleted them"_s.arg(
                    left.join(u", "_s))};
    return {State::Broken, what, u"there are some of %1"_s.arg(left.join(u", "_s))};
}

AuditFinding ofDeletion(const AuditFacts &facts)
{
    if (facts.rawPeriods.isEmpty())
        return {State::Kept, u"deletion runs every day"_s, u"there is nothing to delete"_s};
    const qint64 days = facts.tidiedOn ? facts.tidiedOn->daysTo(facts.now.toUTC().date()) : -1;
    return {kept(days >= 0 && days <= Limits::auditTidyDays), u"deletion runs every day"_s,
            facts.tidiedOn ? u"it ran last on %1"_s.arg(facts.tidiedOn->toString(Qt::ISODate)) : u"it never ran"_s};
}

AuditFinding ofLog(const AuditFacts &facts)
{
    const bool isStale = facts.logBytes > 0 && facts.logChanged.secsTo(facts.now) > Limits::auditLogSeconds;
    return {kept(!isStale), u"what was erased or deleted is in no file after %1 s"_s.arg(Limits::rawLogSeconds),
            isStale ? u"the log has %1 bytes since %2: something keeps it from being emptied"_s.arg(
                QString::number(facts.logBytes), facts.logChanged.toUTC().toString(Qt::ISODate))
                    : u"the log has %1 bytes, the database %2 free pages"_s.arg(QString::number(facts.logBytes),
                                                                                QString::number(facts.freePages))};
}

AuditFinding ofModes(const AuditFacts &facts)
{
    QStringList wide;
    for (const AuditFacts::File &file : facts.files) {
        if ((file.mode & ~file.widest) != 0)
            wide.append(u"%1 has 0%2, not 0%3"_s.arg(file.path, QString::number(file.mode, 8),
                                                     QString::number(file.widest, 8)));
    }
    return {kept(wide.isEmpty()), u"nobody else can read the host's files"_s,
            wide.isEmpty() ? u"%1 file(s) and folder(s) are closed"_s.arg(facts.files.size()) : wide.join(u"; "_s)};
}

AuditFinding ofLogs(const AuditFacts &facts)
{
    const auto what = u"logs are kept %1 days at most"_s.arg(Limits::hostLogDays);
    if (!facts.oldestLogEntry)
        return {State::Ask, what, u"no log could be looked at: how long does this computer keep them?"_s};
    const qint64 days = facts.oldestLogEntry->daysTo(facts.now);
    return {kept(days <= Limits::hostLogDays), what, u"the oldest entry is %1 day(s) old"_s.arg(days)};
}

AuditFinding ofBackups(const AuditFacts &facts)
{
    const auto what = u"raw events are never backed up"_s;
    if (!facts.copies.isEmpty())
        return {State::Broken, what, facts.copies.join(u"; "_s)};
    if (!facts.backupsNamed)
        return {State::Ask, what, u"the settings name no backups: does one hold the raw database?"_s};
    if (!facts.archives.isEmpty())
        return {State::Ask, what,
                u"does one of these archives hold the raw database: %1?"_s.arg(facts.archives.join(u"; "_s))};
    return {facts.unread.isEmpty() ? State::Kept : State::Ask, what,
            facts.unread.isEmpty() ? u"no backup holds them"_s : u"not everything could be looked at"_s};
}

AuditFinding ofSite(const AuditFacts &facts)
{
    const auto what = u"the site shows what is published"_s;
    if (facts.siteLacks->isEmpty())
        return {State::Kept, what, u"every page and file is of the public folder"_s};
    // Of a host that has just been set up there may be no public folder yet.
    return {facts.lastRun ? State::Broken : State::Ask, what, *facts.siteLacks};
}

QString nameOf(State state)
{
    switch (state) {
    case State::Kept:
        return u"kept"_s;
    case State::Broken:
        return u"broken"_s;
    case State::Ask:
        break;
    }
    return u"ask"_s;
}

} // namespace

QList<AuditFinding> auditOf(const AuditFacts &facts)
{
    QList<AuditFinding> findings{ofAge(facts), ofPublished(facts), ofDeletion(facts), ofLog(facts), ofModes(facts)};
    QStringList missed;
    for (const Period &period : facts.missed)
        missed.append(period.toString());
    findings.append({missed.isEmpty() ? State::Kept : State::Ask,
                     u"what closes is drawn within %1 days"_s.arg(Limits::missedPeriodDays),
                     missed.isEmpty()
                         ? u"nothing was missed"_s
                         : u"missed: %1. Was nobody there, or did the collector not run?"_s.arg(missed.join(u", "_s))});
    if (facts.lastRun) {
        const qint64 days = facts.lastRun->daysTo(facts.now.toUTC().date());
        findings.append({kept(days >= 0 && days <= Limits::missedPeriodDays), u"the aggregation runs every day"_s,
                         u"it ran last on %1"_s.arg(facts.lastRun->toString(Qt::ISODate))});
    }
    findings.append(ofLogs(facts));
    findings.append(ofBackups(facts));
    findings.append({kept(facts.keys.isEmpty()), u"the keys that sign are here, and their owner's alone"_s,
                     facts.keys.isEmpty() ? u"nothing is wrong with them"_s : facts.keys.join(u"; "_s)});
    if (facts.siteLacks)
        findings.append(ofSite(facts));
    findings.append({State::Ask, u"no copy of the disk outlives a deletion"_s,
                     u"does whoever runs this computer's disk keep snapshots of it, and how long?"_s});
    for (const QString &unread : facts.unread)
        findings.append({State::Broken, u"everything can be looked at"_s, unread});
    return findings;
}

bool isBroken(const QList<AuditFinding> &findings)
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const AuditFinding &finding) { return finding.state == State::Broken; });
}

QString auditText(const QList<AuditFinding> &findings)
{
    QString text;
    for (const AuditFinding &finding : findings)
        text += u"%1  %2: %3\n"_s.arg(nameOf(finding.state).leftJustified(6), finding.what, finding.found);
    return text;
}

QByteArray auditJson(const QList<AuditFinding> &findings)
{
    QJsonArray all;
    for (const AuditFinding &finding : findings)
        all.append(
            QJsonObject{{u"state"_s, nameOf(finding.state)}, {u"what"_s, finding.what}, {u"found"_s, finding.found}});
    return QJsonDocument(QJsonObject{{u"kept"_s, !isBroken(findings)}, {u"findings"_s, all}})
               .toJson(QJsonDocument::Compact)
           + '\n';
}

} // namespace Telemetry
