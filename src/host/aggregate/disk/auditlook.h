#pragma once

#include "host/aggregate/audit.h"

#include <QString>
#include <QStringList>

namespace Telemetry {

/// Where an audit looks.
struct AuditPlaces
{
    QString raw;
    QString aggregates;
    QStringList backups; ///< folders
    QStringList keys;    ///< files of the keys that sign
    QString journalUnit = QStringLiteral("napari-telemetry-collector");
    QStringList logs = {QStringLiteral("/var/log/nginx"), QStringLiteral("/var/log/caddy")}; ///< folders of the proxy
};

/// Looks at the host's files, and changes none: modes, the raw database's periods, log and free pages, backups that
/// hold raw events, the oldest entry of the logs. What can't be looked at is among what it returns. Of `facts` it fills
/// in what is of files.
void lookAtFiles(const AuditPlaces &places, AuditFacts &facts);

} // namespace Telemetry
