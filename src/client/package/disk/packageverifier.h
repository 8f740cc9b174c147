#pragma once

#include "client/package/packagemanifest.h"
#include "client/package/packagereport.h"

namespace Telemetry {

/// Compares the other package on this disk with the list that was built into ours. Reads every file once and keeps what
/// it hashed: whoever uses that can't be given other bytes. Looks only where it is told: no search path, no entry
/// point. Writes nothing. Any thread; takes as long as reading 1 MB does.
namespace PackageVerifier {

/// `folder`: where the package has to be. Its parent's own links are resolved; from there on, none is followed.
///
/// Everything in the folder has to be a file of the list with its digest, or one of its folders; but what is in folders
/// named __pycache__ is neither read nor used. Owners: this user or root. Nothing may be writable by everybody, nor by
/// a group, unless that is this user's own, without other members: with umask 002 that is how pip writes files.
[[nodiscard]] PackageReport verify(const PackageManifest &manifest, const QString &folder);

/// Whether there is something at all, even a broken link.
[[nodiscard]] bool exists(const QString &folder);

} // namespace PackageVerifier

} // namespace Telemetry
