#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// What the command line of napari-telemetry-aggregate asks for, of the commands that read the host's files.
struct AggregateOptions
{
    enum class Command { Run, Review, DrawAgain, Publish, Remove, Audit, Access };
    Command command = Command::Run;
    QString raw;
    QString aggregates;
    QString publicFolder;
    QString publicCopy;                ///< where the site, else the public folder, is copied to; empty: nowhere
    QString site;                      ///< the folder of the public pages; empty: none are written
    QString siteFiles;                 ///< what tools/setup builds of site/; empty: what was installed, if it was
    QString siteAddress;               ///< where the site is served, see siteAddress(); empty: nobody said so
    QString contact;                   ///< how to reach the operators, see siteContact(); empty: nobody said so
    bool publishAutomatically = false; ///< an operator decided so in the settings
    std::optional<QDateTime> now;      ///< nothing: the clock
    QString publicList;                ///< that the collector uses; empty: the one that is built in
    QStringList signingKeys;           ///< files of the keys that sign the history
    bool clockIsRight = false;
    QStringList backups; ///< folders in which audit looks for raw events

    bool html = false; ///< review as a page
    bool json = false; ///< review and audit for a script
    bool automatic = false;
    QByteArray digest;      ///< publish: of the candidates
    QStringList words;      ///< remove: what
    bool inAdvance = false; ///< remove: also what is nowhere yet
    QString reason;         ///< draw-again, remove
    QString role;           ///< access: who reads
};

/// What to do: these, or show the budget, or else only print this text.
struct AggregateCommand
{
    enum class Budget { No, Text, Json };
    std::optional<AggregateOptions> run;
    Budget budget = Budget::No;
    QString text;
};

/// Reads the arguments, the program's name first. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<AggregateCommand> readAggregateOptions(const QStringList &arguments);

/// Whether the command of these arguments reads the settings.
[[nodiscard]] bool readsSettings(const QStringList &arguments);

} // namespace Telemetry
