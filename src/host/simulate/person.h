#pragma once

#include "host/simulate/catalog.h"

#include "contract/level.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace Telemetry {

/// One simulated Python environment with napari in it.
struct PersonEnvironment
{
    Week since; ///< made in this week
    bool development = false;
    bool frozen = false; ///< never updated
    int lag = 0;         ///< weeks that an update waits after the release
    QString python = {};
    struct Installed
    {
        qsizetype plugin = 0; ///< index into Catalog::plugins()
        Week since;
        qsizetype release = 0; ///< index into its releases
    };
    QList<Installed> plugins = {};
};

/// One simulated person: what stays the same from week to week.
struct Person
{
    qint64 number = 0;
    Level level = Level::None;
    Week joined;        ///< said yes in this week
    Week left;          ///< the first week after which nothing comes
    int activity = 0;   ///< percent of the weeks
    bool apart = false; ///< sends each environment on its own, so that the collector merges
    QString os = {};
    QString osVersion = {};
    QString architecture = {};
    QList<PersonEnvironment> environments = {};
    QStringList commands = {};      ///< that the person uses
    QList<QJsonObject> layers = {}; ///< kinds of layers that the person works with
    QByteArray secret = {};         ///< of the week `joined`
    QByteArray machine = {};
};

/// The same seed and number make the same person, whoever else there is.
[[nodiscard]] Person makePerson(quint64 seed, qint64 number, const Catalog &catalog);

/// The earliest week that a simulation can have.
[[nodiscard]] Week firstSimulatedWeek();

} // namespace Telemetry
