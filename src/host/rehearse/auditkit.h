#pragma once

#include "host/aggregate/publicfiles.h"

#include "contract/period.h"
#include "contract/result.h"

#include <QByteArray>
#include <QString>

/// A month of made-up people, drawn with a noise key that everybody may know: from it a stranger gets the same public
/// bytes with a program of their own. Pure; any thread.
namespace Telemetry::AuditKit {

inline constexpr auto rawFile = "raw.sqlite";
inline constexpr auto keyFile = "noise-key.txt";
inline constexpr auto dictionaryFile = "dictionary.json";
inline constexpr auto sumsFile = "SHA256SUMS";

/// The month that it is of: five weeks.
[[nodiscard]] Period month();
/// The key, Limits::noiseKeyBytes long. It is the hash of a sentence, so that nobody could have chosen it for the
/// numbers that it makes.
[[nodiscard]] QByteArray key();
/// Reads a key file. Errors: Invalid.
[[nodiscard]] Result<QByteArray> readKey(const QByteArray &text);

/// A line for each file, as sha256sum writes and checks it.
[[nodiscard]] QByteArray sumsOf(const PublicFiles &files);

} // namespace Telemetry::AuditKit
