#pragma once

#include "client/consent/grant.h"
#include "client/upload/abstractlistrefresher.h"
#include "contract/endpoints.h"
#include "contract/publicstrings.h"

#include <QDate>
#include <QString>

#include <memory>

namespace Telemetry {

class UploadInterface;

/// Knows which public list is in use, and has it refreshed. Worker thread.
class PublicListKeeper
{
public:
    /// The list that the collector gave last, or else the one that is shipped. `folder` is ClientFiles::folder().
    [[nodiscard]] static Result<PublicStrings> inUse(const QString &folder);

    PublicListKeeper(const QString &folder, const Endpoints &endpoints);

    /// Asks for the whole list, at the level middle and above, unless that was done today. What comes is kept for the
    /// next start: nothing of the running week changes. Failures are of no consequence, the list stays as it is.
    void refresh(const Grant &grant, UploadInterface &upload, QDate today);
    /// No grant any more: a request under way is aborted.
    void stop() { m_refresher.reset(); }

private:
    const QString m_folder;
    const Endpoints m_endpoints;
    std::unique_ptr<AbstractListRefresher> m_refresher;
    QDate m_askedOn;
};

} // namespace Telemetry
