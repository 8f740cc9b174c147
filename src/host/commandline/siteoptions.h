#pragma once

#include "contract/result.h"

#include <QString>

/// What the public pages say of who publishes them, as it is typed or stands in the settings. Pure; any thread.
namespace Telemetry {

/// Where a site is served: https, with a slash at its end, and nothing behind it. Returns it as it is. `name`: of what
/// was typed, for the error. Errors: Invalid, a sentence for whoever typed it.
[[nodiscard]] Result<QString> siteAddress(const QString &name, const QString &text);

/// How to reach the operators: an e-mail address, or a page with https. Returns it as it is. Errors: as siteAddress().
[[nodiscard]] Result<QString> siteContact(const QString &name, const QString &text);
/// Where a link to it leads. `contact`: of siteContact().
[[nodiscard]] QString contactTarget(const QString &contact);

} // namespace Telemetry
