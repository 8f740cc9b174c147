#pragma once

#include "contract/result.h"

#include <QString>

#include <optional>

namespace Telemetry {

/// A file (or a system's own store of settings) as it was found.
template<typename T> struct Found
{
    QString path;
    std::optional<Result<T>> content; ///< nothing: there is no such file
};

} // namespace Telemetry
