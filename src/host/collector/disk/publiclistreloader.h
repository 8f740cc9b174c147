#pragma once

#include "host/collector/disk/publiclistfiles.h"
#include "host/collector/publiclistinuse.h"

#include <functional>
#include <memory>
#include <optional>

namespace Telemetry {

/// Decides which list is in use: at the start, and when the file has changed. Tells the operator. A list that is
/// damaged changes nothing.
class PublicListReloader
{
public:
    /// Puts in use what PublicListFiles::choose() gives. `refused` is told whether the file's list can't be used, now
    /// and after each change. Errors: as choose().
    [[nodiscard]] static Result<std::unique_ptr<PublicListReloader>> start(PublicListFiles files,
                                                                           std::function<void(bool)> refused);

    [[nodiscard]] const PublicListInUse &inUse() const { return m_inUse; }
    /// Reads the file again. When it is not as it was it decides what is in use: its list, or without a file the one
    /// that is built in. One thread at a time.
    void look();

private:
    using Content = std::optional<QByteArray>; ///< the file's bytes, or why it could not be read; nothing: no file

    PublicListReloader(PublicListFiles files, Content seen, SharedPublicList list, std::function<void(bool)> refused);
    [[nodiscard]] static Content contentOf(const std::optional<Result<QByteArray>> &read);
    void judge(const Result<SharedPublicList> &list);
    void say(const QString &problem);

    const PublicListFiles m_files;
    Content m_seen; ///< what was judged last
    PublicListInUse m_inUse;
    const std::function<void(bool)> m_refused;
};

} // namespace Telemetry
