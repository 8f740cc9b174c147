#include "plugins/telemetry/telemetryworker.h"

#include "collect/disk/identityfile.h"
#include "collect/disk/machinedetails.h"
#include "plugins/shippedresources.h"
#include "sources/environmentsource.h"
#include "spool/disk/sqlitespool.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
QString folderOf(const Host &host)
{
    return host.dataFolder + u"/telemetry"_s;
}
} // namespace

TelemetryWorker::TelemetryWorker() = default;

TelemetryWorker::~TelemetryWorker()
{
    close();
}

void TelemetryWorker::begin(const Grant &grant, const Host &host, const Endpoints &endpoints,
                            const QList<InstalledPlugin> &plugins)
{
    close();
    m_session = Session{grant, host, endpoints, plugins};
    auto done = open();
    if (done)
        done = recordWeek();
    if (!done)
        report(done.error());
}

Result<Done> TelemetryWorker::open()
{
    if (!m_dictionary) {
        auto dictionary = shippedDictionary();
        if (!dictionary)
            return dictionary.error();
        m_dictionary = std::move(dictionary).value();
        auto publicStrings = shippedPublicStrings();
        if (!publicStrings)
            return publicStrings.error();
        m_publicStrings = std::move(publicStrings).value();
    }
    auto spool = SqliteSpool::open(m_session->grant, *m_dictionary,
                                   folderOf(m_session->host) + u"/spool-%1.sqlite"_s.arg(m_session->host.environment));
    if (!spool)
        return spool.error();
    m_spool = std::move(spool).value();
    auto done = m_spool->purgeAbove(m_session->grant.level());
    if (done)
        done = m_spool->expire(QDateTime::currentDateTimeUtc());
    return done;
}

Result<Done> TelemetryWorker::recordWeek()
{
    auto identity = IdentityFile(folderOf(m_session->host)).current(Week::of(QDateTime::currentDateTimeUtc()));
    if (!identity)
        return identity.error();
    Recorder recorder(m_session->grant, *m_dictionary, *m_publicStrings, identity.value(), machineDetails(), *m_spool);

    const TopicDefinition *environment = m_dictionary->topic(u"environment");
    const TopicDefinition *plugin = m_dictionary->topic(u"plugin");
    if (!environment || !plugin)
        return Error{Error::Code::Invalid, u"the data dictionary lacks a topic"_s};
    const HostFacts facts = HostFacts::ofThisComputer(m_session->host.napariVersion, m_session->host.pythonVersion);
    auto done =
        recorder.record(environment->topic, environmentValue(facts, identity.value().isFirstReport(), *environment));
    if (!done || plugin->level > m_session->grant.level())
        return done;
    for (const QJsonObject &value : pluginValues(m_session->plugins, *m_publicStrings, *plugin)) {
        done = recorder.record(plugin->topic, value);
        if (!done)
            return done;
    }
    return done;
}

void TelemetryWorker::end()
{
    if (m_uploader)
        m_uploader->cancel();
    if (m_spool) {
        const auto done = m_spool->purgeAbove(Level::None);
        if (!done)
            report(done.error());
    }
    close();
}

void TelemetryWorker::close()
{
    m_uploader.reset();
    m_spool.reset();
    m_session.reset();
}

void TelemetryWorker::setUpload(UploadInterface *upload)
{
    m_upload = upload;
}

void TelemetryWorker::send()
{
    if (!m_session || !m_spool || !m_upload) {
        Q_EMIT problem(tr("Nothing can be sent now."));
        return;
    }
    if (!m_uploader)
        m_uploader = m_upload->createUploader(m_session->grant, *m_spool, *m_dictionary, m_session->endpoints);
    m_uploader->sendPending([this](const UploadReport &result) {
        Q_EMIT sendFinished(result);
        readEvents();
    });
}

void TelemetryWorker::readEvents()
{
    if (!m_spool)
        return;
    auto events = m_spool->events();
    if (events)
        Q_EMIT eventsRead(events.value());
    else
        report(events.error());
}

void TelemetryWorker::report(const Error &error)
{
    Q_EMIT problem(tr("Events can't be kept on this computer: %1. napari is not affected, and nothing is sent.")
                       .arg(error.detail));
}

} // namespace Telemetry
