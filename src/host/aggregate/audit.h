#pragma once

#include "contract/period.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// What was found of the host's files. A value; nothing of what isn't there.
struct AuditFacts
{
    struct File
    {
        QString path;
        int mode = 0;   ///< as chmod has it
        int widest = 0; ///< the most that it may have
    };

    QDateTime now;
    QStringList rawPeriods;        ///< of all raw events, as stored
    std::optional<QDate> tidiedOn; ///< when all raw events were gone through last
    qint64 logBytes = 0;           ///< of the raw database's log
    QDateTime logChanged;          ///< when it was written to last
    qint64 freePages = 0;          ///< of the raw database
    QList<File> files;
    QList<Period> published; ///< months
    std::optional<QDate> lastRun;
    QList<Period> missed;      ///< that could not be drawn in time
    QStringList copies;        ///< files elsewhere that hold raw events, of the folders that the settings name
    bool backupsNamed = false; ///< the settings name such folders
    QStringList archives;      ///< files of them that may hold anything
    bool hasRaw = true;        ///< there is a raw database
    QDateTime toldPublished;   ///< when the collector was told last which months are published
    QStringList keys;          ///< files of keys that sign, of which there is none, or that can't be read, in words
    std::optional<QDateTime> oldestLogEntry; ///< of the collector, and of the proxy
    QStringList unread;                      ///< what could not be looked at, in words
    std::optional<QString> siteLacks; ///< why the site isn't what is published; empty: it is. Nothing: there is no site
};

/// One promise, or one question that only a person can answer.
struct AuditFinding
{
    enum class State { Kept, Broken, Ask };
    State state = State::Kept;
    QString what;  ///< the promise
    QString found; ///< what was found
};

/// Holds the facts against what the project promises. Pure.
[[nodiscard]] QList<AuditFinding> auditOf(const AuditFacts &facts);
/// Whether a promise isn't kept.
[[nodiscard]] bool isBroken(const QList<AuditFinding> &findings);

/// One line each, for a terminal.
[[nodiscard]] QString auditText(const QList<AuditFinding> &findings);
/// As JSON: `{"kept", "findings": [{"state", "what", "found"}]}`.
[[nodiscard]] QByteArray auditJson(const QList<AuditFinding> &findings);

} // namespace Telemetry
