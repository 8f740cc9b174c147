#include "client/package/disk/shippedmanifest.h"

#include "client/package/packagelog.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

PackageManifest shippedManifest()
{
    QFile file(u":/telemetry/package.sha256"_s);
    auto manifest = PackageManifest::parse(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    if (manifest)
        return std::move(manifest).value();
    qCWarning(packageLog, "built without a list of the files of napari-telemetry: %s",
              qUtf8Printable(manifest.error().detail));
    return {};
}

} // namespace Telemetry
