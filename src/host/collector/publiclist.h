#pragma once

#include "contract/publicstrings.h"

#include <memory>
#include <optional>

namespace Telemetry {

/// A public list as it is served, with its tag, and as it is used. Immutable: any thread.
struct PublicList
{
    QByteArray bytes;
    QByteArray etag;
    PublicStrings strings;
};

using SharedPublicList = std::shared_ptr<const PublicList>;

/// Reads a list that somebody loads. An entry that a client would leave out refuses the whole: it is a mistake, or the
/// file is damaged. Errors: Invalid, TooLarge.
[[nodiscard]] Result<SharedPublicList> readPublicList(const QByteArray &bytes);

/// What speaks against loading a list in place of another one, in a sentence: it lacks more than half of what that one
/// has of plugins, of their commands, of napari's or of versions. Nothing when it does not.
[[nodiscard]] std::optional<QString> greatLoss(const PublicStrings &before, const PublicStrings &after);

} // namespace Telemetry
