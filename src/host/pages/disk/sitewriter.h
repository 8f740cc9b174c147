#pragma once

#include "host/pages/pagesoptions.h"
#include "platform/disk/wholefolder.h"

namespace Telemetry {

/// Makes the site that the options ask for: reads the public folder, and replaces the site's folder whole. True:
/// it was replaced; false: it was as it should be. `own` are the files that belong to every site; `observer` is told
/// each step. Errors: as SiteFiles, Invalid (the folder holds something else, which would be lost; one folder is in
/// another), NotFound, Io, TooLarge; then nothing has changed. Waits for the disk.
[[nodiscard]] Result<bool> writeSite(const PagesOptions &options, const QMap<QString, QByteArray> &own,
                                     const WholeFolder::Observer &observer = {});

/// Whether the site's folder is what writeSite() would make of it; writes nothing. Errors: as writeSite(). Reads both
/// folders whole.
[[nodiscard]] Result<bool> siteIsCurrent(const PagesOptions &options, const QMap<QString, QByteArray> &own);

/// The folder with the scripts that was installed beside this program (share/napari-telemetry/site); empty: there is
/// none, and sites are made without.
[[nodiscard]] QString installedSiteFiles();

} // namespace Telemetry
