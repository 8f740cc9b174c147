#include "plugins/telemetry/telemetryplugin.h"

#include "contract/limits.h"
#include "plugins/shippedresources.h"
#include "plugins/telemetry/telemetryworker.h"
#include "preview/widgets/previewwindow.h"
#include "sources/layersource.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.plugin")

/// As in consentplugin.cpp: the only moment that comes in every way of ending.
QPointer<TelemetryPlugin> &instance()
{
    static QPointer<TelemetryPlugin> plugin;
    return plugin;
}

void deleteInstance()
{
    delete instance();
}
} // namespace

TelemetryPlugin::TelemetryPlugin()
{
    instance() = this;
    qAddPostRoutine(deleteInstance);
}

TelemetryPlugin::~TelemetryPlugin()
{
    qRemovePostRoutine(deleteInstance);
    delete m_preview;
    if (!m_thread)
        return;
    m_thread->quit();
    if (m_thread->wait(Limits::shutdownWaitMs))
        delete m_thread;
    // else: left to the end of the process. Destroying a running thread would abort it.
}

QString TelemetryPlugin::release() const
{
    return ourRelease();
}

void TelemetryPlugin::setInstalledPlugins(const QString &json)
{
    m_plugins.clear();
    for (const QJsonValue &plugin : QJsonDocument::fromJson(json.toUtf8()).array())
        m_plugins.append({plugin["name"_L1].toString(), plugin["version"_L1].toString()});
}

void TelemetryPlugin::startThread()
{
    if (m_thread)
        return;
    m_thread = new QThread;
    m_thread->setObjectName(u"napari-telemetry"_s);
    m_worker = new TelemetryWorker;
    m_worker->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &TelemetryWorker::eventsRead, this, [this](const QList<SpooledEvent> &events) {
        if (m_preview)
            m_preview->setEvents(events);
    });
    connect(m_worker, &TelemetryWorker::sendFinished, this, [this](const UploadReport &report) {
        if (m_preview)
            m_preview->showReport(report);
    });
    connect(m_worker, &TelemetryWorker::problem, this, [this](const QString &text) {
        m_problem = text;
        qCWarning(log, "%s", qUtf8Printable(text));
        if (m_preview)
            m_preview->showProblem(text);
    });
    m_thread->start(QThread::LowPriority);
}

void TelemetryPlugin::start(const Grant &grant, const Host &host, const Endpoints &endpoints)
{
    startThread();
    m_endpoints = endpoints;
    m_problem.clear();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, grant, host, endpoints, plugins = m_plugins] {
        worker->begin(grant, host, endpoints, plugins);
        worker->readEvents();
    });
    Q_EMIT watchingWanted(grant.level() >= Level::Full);
}

void TelemetryPlugin::withdraw()
{
    if (m_preview)
        m_preview->close();
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &TelemetryWorker::end);
    Q_EMIT watchingWanted(false);
}

void TelemetryPlugin::countCommand(const QString &command)
{
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, command] { worker->countCommand(command); });
}

void TelemetryPlugin::countLayer(const QString &layerType, const QString &arrayModule, const QString &dtype, int ndim,
                                 double elements)
{
    if (!m_worker)
        return;
    const LayerFacts facts{layerType, arrayModule, dtype, ndim, elements};
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, facts] { worker->countLayer(facts); });
}

void TelemetryPlugin::showPreview(QWidget *window)
{
    if (!m_dictionary) {
        auto dictionary = shippedDictionary();
        if (!dictionary) {
            qCWarning(log, "%s", qUtf8Printable(dictionary.error().detail));
            return;
        }
        m_dictionary = std::make_unique<const DataDictionary>(std::move(dictionary).value());
    }
    if (!m_preview) {
        m_preview = new PreviewWindow(*m_dictionary, m_endpoints, window);
        m_preview->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_preview, &PreviewWindow::sendRequested, this, &TelemetryPlugin::send);
        if (!m_problem.isEmpty())
            m_preview->showProblem(m_problem);
    }
    m_preview->show();
    m_preview->raise();
    m_preview->activateWindow();
    QMetaObject::invokeMethod(m_worker, &TelemetryWorker::readEvents);
}

void TelemetryPlugin::send()
{
    if (m_preview)
        m_preview->showSending();
    if (m_uploadAttached)
        QMetaObject::invokeMethod(m_worker, &TelemetryWorker::send);
    else
        Q_EMIT uploadWanted(); // Python answers with attachUpload() or uploadFailed()
}

void TelemetryPlugin::attachUpload(QObject *plugin)
{
    auto *upload = qobject_cast<UploadInterface *>(plugin);
    if (!upload) {
        uploadFailed(tr("it is not the plugin that was expected"));
        return;
    }
    m_uploadAttached = true;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, upload] {
        worker->setUpload(upload);
        worker->send();
    });
}

void TelemetryPlugin::uploadFailed(const QString &reason)
{
    qCWarning(log, "the upload plugin can't be used: %s", qUtf8Printable(reason));
    if (m_preview)
        m_preview->showProblem(tr("Nothing was sent, because the upload plugin can't be used: %1").arg(reason));
}

} // namespace Telemetry
