#pragma once

#include <QString>

namespace Telemetry {

/// Whether `no_proxy` says that requests to this host and port go through no proxy, as curl reads it. `list` is a `*`
/// alone for every host, or names and addresses between commas or blanks: a host or a domain with all that is below it,
/// with or without a leading dot; an address, or a range of them (`10.0.0.0/8`, `fd00::/8`). With `:port` an entry is
/// about that port only; an address of IPv6 then stands in brackets. `host` is as in a URL without brackets. Pure; any
/// thread.
[[nodiscard]] bool isExemptFromProxy(const QString &list, const QString &host, int port);

} // namespace Telemetry
