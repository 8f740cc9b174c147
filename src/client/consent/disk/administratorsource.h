#pragma once

#include "client/consent/policy.h"

#include <QString>

class QSettings;

namespace Telemetry {

/// Where an administrator sets the policy of a whole computer.
namespace AdministratorSource {

/// This system's, see policyStore().
[[nodiscard]] Found<AdministratorPolicy> ofThisSystem();

/// A file in JSON. Nothing is found when there is none; one that can't be read is an error.
[[nodiscard]] Found<AdministratorPolicy> fromFile(const QString &path);

/// A system's own store, opened read-only; `where` names it for people. The settings are those of the file, a yes or no
/// also as 1 or 0. An empty store says nothing; "schema" may be left out.
[[nodiscard]] Found<AdministratorPolicy> fromSettings(const QSettings &settings, const QString &where);

} // namespace AdministratorSource

} // namespace Telemetry
