#include "client/package/disk/packagefolder.h"

#include "client/package/disk/packageverifier.h"
#include "contract/limits.h"
#include "platform/disk/filewatch.h"

namespace Telemetry {

PackageFolder::PackageFolder(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(Limits::packageSettlesMs);
    connect(&m_settling, &QTimer::timeout, this, &PackageFolder::touched);
}

PackageFolder::~PackageFolder() = default;

bool PackageFolder::exists() const
{
    return PackageVerifier::exists(m_path);
}

void PackageFolder::watch()
{
    if (m_watch)
        return;
    m_watch = std::make_unique<FileWatch>(QStringList{m_path});
    connect(m_watch.get(), &FileWatch::changed, &m_settling, qOverload<>(&QTimer::start));
}

} // namespace Telemetry
