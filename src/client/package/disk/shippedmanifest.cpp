#include "client/package/disk/shippedmanifest.h"

#include <QFile>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.consent")
} // namespace

PackageManifest shippedManifest()
{
    QFile file(u":/telemetry/package.sha256"_s);
    auto manifest = PackageManifest::parse(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (manifest)
        return std::move(manifest).value();
    qCWarning(log, "built without a list of the files of napari-telemetry: %s",
              qUtf8Printable(manifest.error().detail));
    return {};
}

} // namespace Telemetry
