#include "client/plugins/telemetry/telemetryplugin.h"

#include "client/collect/userecorder.h"
#include "client/consent/consentgate.h"
#include "client/plugins/telemetry/telemetryworker.h"
#include "client/plugins/telemetry/usefunction.h"
#include "client/preview/disk/previewdesk.h"
#include "client/preview/disk/telemetrycommands.h"
#include "client/preview/erasetext.h"
#include "client/sources/layersource.h"
#include "client/upload/uploadinterface.h"
#include "contract/limits.h"

#include <QCoreApplication>
#include <QJsonDocument>
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
    : m_uses(usesOfProcess())
{
    connectPreview();
    connectUpload();
    connect(&m_windows, &NapariWindows::found, this, [this] { Q_EMIT watchingWanted(true); });
    instance() = this;
    qAddPostRoutine(deleteInstance);
}

TelemetryPlugin::~TelemetryPlugin()
{
    qRemovePostRoutine(deleteInstance);
    m_uses->stop();
    if (!m_thread)
        return;
    m_thread->quit();
    if (m_thread->wait(Limits::shutdownWaitMs))
        delete m_thread;
    // else: left to the end of the process. Destroying a running thread would abort it.
}

void TelemetryPlugin::connectPreview()
{
    connect(&m_preview, &PreviewHolder::sendRequested, this, &TelemetryPlugin::send);
    connect(&m_preview, &PreviewHolder::cancelRequested, this, &TelemetryPlugin::cancelSending);
    connect(&m_preview, &PreviewHolder::eraseConfirmed, this, [this](const QList<EventKey> &keys) {
        orderErasing({ConsentGate::eraseGrantForClick(), keys}); // in answer to the user's click
    });
    connect(&m_preview, &PreviewHolder::forgetConfirmed, this, &TelemetryPlugin::forgetReceipts);
}

void TelemetryPlugin::connectUpload()
{
    connect(&m_upload, &UploadQueue::uploadWanted, this, &TelemetryPlugin::uploadWanted);
    connect(&m_upload, &UploadQueue::attached, this, [this](UploadInterface *upload) {
        startThread();
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, upload] { worker->setUpload(upload); });
    });
    connect(&m_upload, &UploadQueue::eraseReady, this, [this] {
        if (auto order = m_upload.takeErasing())
            QMetaObject::invokeMethod(m_worker, [worker = m_worker, order = std::move(*order)]() mutable {
                worker->erase(std::move(order));
            });
    });
    connect(&m_upload, &UploadQueue::sendReady, this,
            [this] { QMetaObject::invokeMethod(m_worker, &TelemetryWorker::send); });
    connect(&m_upload, &UploadQueue::dueReady, this,
            [this] { QMetaObject::invokeMethod(m_worker, &TelemetryWorker::sendDue); });
    connect(&m_upload, &UploadQueue::notSent, &m_preview, &PreviewHolder::showProblem);
    connect(&m_upload, &UploadQueue::eraseFailed, this, [this](const QString &reason) {
        showEraseReport({{}, reason});
    });
}

QString TelemetryPlugin::release() const
{
    return ourRelease();
}

void TelemetryPlugin::setInstalledPlugins(const QString &json)
{
    m_plugins = installedPluginsFromJson(json.toUtf8());
}

QString TelemetryPlugin::command(const QString &name, const QString &file, const QString &hostJson)
{
    const auto host = hostFromJson(hostJson.toUtf8());
    const bool redirected = qEnvironmentVariableIsSet(endpointVariable);
    const auto endpoints =
        redirected ? Endpoints::onLoopback(qEnvironmentVariable(endpointVariable)) : Result<Endpoints>(Endpoints());
    QJsonObject answer;
    if (!host || !endpoints) {
        answer = {{u"problem"_s, host ? endpoints.error().detail : host.error().detail}};
    } else if (name == "erase"_L1) {
        setPlace(host.value(), endpoints.value());
        m_commandRunning = true;
        orderErasing({ConsentGate::eraseGrantForClick()}); // in answer to the person who typed it
        return {};
    } else if (name == "withdraw"_L1) {
        const auto done =
            TelemetryWorker::withdraw(ClientFiles(host.value()), Week::of(QDateTime::currentDateTimeUtc()));
        answer = done ? QJsonObject{{u"message"_s, tr("What was waiting to be sent is deleted.")}}
                      : QJsonObject{{u"problem"_s, done.error().detail}};
    } else {
        const SystemClock clock;
        answer = TelemetryCommands(ClientFiles(host.value()), endpoints.value(), clock).run(name, file);
    }
    return QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

void TelemetryPlugin::startThread()
{
    if (m_thread)
        return;
    m_thread = new QThread;
    m_thread->setObjectName(u"napari-telemetry"_s);
    m_worker = new TelemetryWorker(*m_place, m_uses);
    m_desk = new PreviewDesk(m_place->files, m_place->endpoints);
    for (QObject *inThread : {static_cast<QObject *>(m_worker), static_cast<QObject *>(m_desk)}) {
        inThread->moveToThread(m_thread);
        connect(m_thread, &QThread::finished, inThread, &QObject::deleteLater);
    }
    connectWorker();
    m_thread->start(QThread::LowPriority);
}

void TelemetryPlugin::connectWorker()
{
    connect(m_worker, &TelemetryWorker::ready, this, &TelemetryPlugin::watch);
    m_preview.setDesk(m_desk, m_place->endpoints);
    connect(m_desk, &PreviewDesk::heldChanged, m_worker, &TelemetryWorker::heldTopicsChanged);
    connect(m_desk, &PreviewDesk::removed, m_worker, &TelemetryWorker::readStatus);
    connect(m_worker, &TelemetryWorker::spoolChanged, &m_preview, &PreviewHolder::refresh);
    connect(m_worker, &TelemetryWorker::progressed, &m_preview, &PreviewHolder::showProgress);
    connect(m_worker, &TelemetryWorker::sendFinished, &m_preview, &PreviewHolder::showReport);
    connect(m_worker, &TelemetryWorker::notSent, &m_preview, &PreviewHolder::showProblem);
    connect(m_worker, &TelemetryWorker::statusRead, this, [this](const SpoolStatus &status) {
        m_activity.pending = status.pending;
        m_activity.sent = status.receipts;
        m_activity.onNetwork = status.onNetwork;
        m_preview.setDropped(status.dropped);
        reportActivity();
    });
    connect(m_worker, &TelemetryWorker::sendingDue, this, &TelemetryPlugin::sendDue);
    connect(m_worker, &TelemetryWorker::planned, this, [this](const UploadPlan &plan) {
        m_activity.unreachable = plan.unreachable;
        m_activity.waiting = plan.waiting;
        const QDateTime next = plan.nextTry();
        m_activity.nextTry = next.isValid() ? QDateTime::fromSecsSinceEpoch(next.toSecsSinceEpoch(), Qt::UTC) : next;
        reportActivity();
    });
    connect(m_worker, &TelemetryWorker::eraseFinished, this, &TelemetryPlugin::showEraseReport);
    connect(m_worker, &TelemetryWorker::identifiersRead, this, &TelemetryPlugin::identifiersReady);
    connect(m_worker, &TelemetryWorker::problem, this, &TelemetryPlugin::showProblem);
}

void TelemetryPlugin::setRecheck(std::function<void()> recheck)
{
    m_recheck = std::move(recheck);
}

void TelemetryPlugin::setPlace(const Host &host, const Endpoints &endpoints)
{
    m_place =
        ClientPlace{ClientFiles(host), endpoints, HostFacts::ofThisComputer(host.napariVersion, host.pythonVersion)};
}

void TelemetryPlugin::start(const Grant &grant)
{
    startThread();
    m_grant = grant;
    QMetaObject::invokeMethod(m_desk, &PreviewDesk::forgetRemoved);
    int session = 0;
    if (grant.level() >= Level::Full)
        session = m_uses->start([worker = m_worker] {
            QMetaObject::invokeMethod(worker, &TelemetryWorker::beginWeek, Qt::QueuedConnection);
        });
    else
        m_uses->stop();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, grant, plugins = m_plugins, session] { worker->begin(grant, plugins, session); });
    unwatch(grant.level() < Level::Full);
}

void TelemetryPlugin::watch()
{
    if (!m_grant || m_grant->level() < Level::Full)
        return; // it has changed meanwhile
    m_windows.watch();
}

/// `forget`: what was counted is deleted, too.
void TelemetryPlugin::unwatch(bool forget)
{
    m_windows.stop();
    Q_EMIT watchingWanted(false);
    if (forget)
        Q_EMIT usesForgotten();
}

void TelemetryPlugin::forgetGrant()
{
    m_grant.reset();
    m_upload.forgetSendings();
    m_activity.waiting = 0;
    m_activity.unreachable = false; // nobody tries any more
    m_activity.nextTry = {};
    m_uses->stop();
}

void TelemetryPlugin::pause()
{
    forgetGrant();
    if (m_worker) {
        QMetaObject::invokeMethod(m_desk, &PreviewDesk::forgetRemoved);
        QMetaObject::invokeMethod(m_worker, &TelemetryWorker::pause);
    }
    unwatch(false);
}

void TelemetryPlugin::withdraw()
{
    forgetGrant();
    if (m_place) { // also when nothing ran before: an earlier napari may have left something
        startThread();
        QMetaObject::invokeMethod(m_desk, &PreviewDesk::forgetRemoved);
        QMetaObject::invokeMethod(m_worker, &TelemetryWorker::end);
    }
    unwatch(true);
}

int TelemetryPlugin::commandNumber(const QString &command)
{
    return m_uses->commandNumber(command);
}

int TelemetryPlugin::layerNumber(const QString &layerType, const QString &arrayModule, const QString &dtype, int ndim,
                                 double elements)
{
    return m_uses->layerNumber({layerType, arrayModule, dtype, ndim, elements});
}

qulonglong TelemetryPlugin::useFunction() const
{
    return reinterpret_cast<qulonglong>(&useOfProcess);
}

void TelemetryPlugin::showPreview(QWidget *window)
{
    startThread();
    if (!m_preview.open(window))
        qCWarning(log, "the data dictionary can't be read");
    else if (!m_activity.problem.isEmpty())
        m_preview.showProblem(m_activity.problem);
}

void TelemetryPlugin::showStatus(const ConsentStatus &status)
{
    m_preview.showStatus(status);
}

void TelemetryPlugin::deletePending()
{
    if (m_grant)
        QMetaObject::invokeMethod(m_worker, &TelemetryWorker::deletePending);
}

void TelemetryPlugin::send()
{
    if (const auto recheck = m_recheck)
        recheck();
    if (!m_grant) {
        m_preview.showProblem(tr("Nothing was sent, because telemetry is off at present."));
        return;
    }
    m_preview.showSending();
    m_upload.send();
}

void TelemetryPlugin::sendDue()
{
    if (const auto recheck = m_recheck)
        recheck();
    if (m_grant)
        m_upload.sendDue();
}

void TelemetryPlugin::cancelSending()
{
    if (m_upload.cancelSending())
        m_preview.showProblem(tr("The sending was stopped."));
    if (m_worker)
        QMetaObject::invokeMethod(m_worker, &TelemetryWorker::cancelSending);
}

void TelemetryPlugin::orderErasing(EraseOrder order)
{
    if (m_activity.erase == Activity::Erase::Running)
        return;
    startThread();
    m_activity.erase = Activity::Erase::Running;
    m_activity.eraseDetail.clear();
    reportActivity();
    m_upload.erase(std::move(order));
}

void TelemetryPlugin::forgetReceipts()
{
    startThread();
    QMetaObject::invokeMethod(m_worker, &TelemetryWorker::forgetReceipts);
}

void TelemetryPlugin::requestIdentifiers()
{
    startThread();
    QMetaObject::invokeMethod(m_worker, &TelemetryWorker::readIdentifiers);
}

void TelemetryPlugin::showProblem(const QString &text)
{
    m_activity.problem = text;
    reportActivity();
    if (text.isEmpty())
        return;
    qCWarning(log, "%s", qUtf8Printable(text));
    m_preview.showProblem(text);
}

void TelemetryPlugin::showEraseReport(const EraseReport &report)
{
    m_activity.erase = report.succeeded() ? Activity::Erase::Done : Activity::Erase::Failed;
    m_activity.eraseDetail = EraseText::of(report);
    reportActivity();
    if (!std::exchange(m_commandRunning, false))
        return;
    QJsonObject answer{{u"message"_s, m_activity.eraseDetail}};
    if (!report.succeeded())
        answer.insert(u"problem"_s, m_activity.eraseDetail);
    Q_EMIT commandFinished(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
}

void TelemetryPlugin::reportActivity()
{
    const QString json = QString::fromUtf8(activityToJson(m_activity));
    if (json == m_reportedActivity)
        return;
    m_reportedActivity = json;
    Q_EMIT activityChanged(json);
}

} // namespace Telemetry
