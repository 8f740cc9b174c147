#include "client/package/disk/telemetrypackage.h"

#include "client/package/disk/packageverifier.h"
#include "client/package/disk/privatecopy.h"
#include "client/package/packagelog.h"
#include "contract/limits.h"

#include <utility>

namespace Telemetry {

struct TelemetryPackage::Found
{
    PackageReport report;
};

TelemetryPackage::TelemetryPackage(PackageManifest manifest, const QString &folder, const QString &dataFolder,
                                   QObject *parent)
    : AbstractPackage(parent)
    , m_manifest(std::move(manifest))
    , m_folder(folder)
    , m_place(folder)
    , m_dataFolder(dataFolder)
{
    connect(&m_place, &PackageFolder::touched, this, &TelemetryPackage::touched);
}

TelemetryPackage::~TelemetryPackage()
{
    // A thread that a dead network folder holds is left to the end of the process: destroying it would abort napari.
    if (m_thread && m_thread->wait(Limits::shutdownWaitMs))
        delete m_thread;
}

void TelemetryPackage::verify()
{
    if (m_thread)
        return;
    m_report = {};
    m_found = std::make_shared<Found>();
    // Everything that the thread uses is its own: it may outlive this.
    m_thread = QThread::create([found = m_found, manifest = m_manifest, folder = m_folder] {
        found->report = PackageVerifier::verify(manifest, folder);
    });
    connect(m_thread, &QThread::finished, this, &TelemetryPackage::finish);
    m_thread->start();
}

void TelemetryPackage::verifyNow()
{
    take(PackageVerifier::verify(m_manifest, m_folder));
}

void TelemetryPackage::finish()
{
    std::exchange(m_thread, nullptr)->deleteLater();
    take(std::exchange(m_found, nullptr)->report);
}

void TelemetryPackage::take(const PackageReport &report)
{
    m_report = report;
    Q_EMIT verified(m_report);
}

QByteArray TelemetryPackage::bytes(const QString &file) const
{
    const PageBytes content = m_report.files.value(file);
    return content.isNull() ? QByteArray() : QByteArray(content.view().constData(), content.size());
}

QString TelemetryPackage::copy(const QString &file)
{
    m_copy.reset();
    const PageBytes content = m_report.files.value(file);
    if (content.isNull())
        return {};
    auto copy = PrivateCopy::make(m_dataFolder, file, content.view());
    if (!copy) {
        qCWarning(packageLog, "%s can't be loaded: %s", qUtf8Printable(file), qUtf8Printable(copy.error().detail));
        return {};
    }
    m_copy = std::move(copy).value();
    return m_copy->path();
}

} // namespace Telemetry
