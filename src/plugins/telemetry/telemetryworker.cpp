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
        done = ensureRecorder();
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

Result<Done> TelemetryWorker::ensureRecorder()
{
    const Week now = Week::of(QDateTime::currentDateTimeUtc());
    if (m_recorder && m_recorderMadeIn == now)
        return Done{};
    m_recorder.reset();
    m_counter.clear();
    auto identity = IdentityFile(folderOf(m_session->host)).current(now);
    if (!identity)
        return identity.error();
    m_recorder = std::make_unique<Recorder>(m_session->grant, *m_dictionary, *m_publicStrings, identity.value(),
                                            machineDetails(), *m_spool);
    m_recorderMadeIn = now;
    return recordWeek(identity.value().isFirstReport());
}

Result<Done> TelemetryWorker::recordWeek(bool firstReport)
{
    const TopicDefinition *environment = m_dictionary->topic(u"environment");
    const TopicDefinition *plugin = m_dictionary->topic(u"plugin");
    if (!environment || !plugin)
        return Error{Error::Code::Invalid, u"the data dictionary lacks a topic"_s};
    const HostFacts facts = HostFacts::ofThisComputer(m_session->host.napariVersion, m_session->host.pythonVersion);
    auto done = m_recorder->record(environment->topic, environmentValue(facts, firstReport, *environment));
    if (!done || plugin->level > m_session->grant.level())
        return done;
    for (const QJsonObject &value : pluginValues(m_session->plugins, *m_publicStrings, *plugin)) {
        done = m_recorder->record(plugin->topic, value);
        if (!done)
            return done;
    }
    return done;
}

void TelemetryWorker::count(const QString &topicName, const QString &thing,
                            const std::function<QJsonObject(const TopicDefinition &, const QString &)> &value)
{
    if (!m_session || !m_spool)
        return;
    const TopicDefinition *topic = m_dictionary->topic(topicName);
    if (!topic || topic->level > m_session->grant.level())
        return;
    const auto ready = ensureRecorder();
    if (!ready) {
        report(ready.error());
        return;
    }
    const auto reached = m_counter.add(topicName + u'\n' + thing);
    if (!reached)
        return;
    const auto done = m_recorder->record(topicName, value(*topic, *reached));
    // What is not public is dropped in silence, on purpose: it is the rule, not a fault. So is what is over the cap.
    if (!done && done.error().code == Error::Code::Io)
        report(done.error());
    else if (done)
        readEvents();
}

void TelemetryWorker::countCommand(const QString &command)
{
    count(u"command"_s, command, [&](const TopicDefinition &, const QString &reached) {
        return QJsonObject{{u"command"_s, command}, {u"count_class"_s, reached}};
    });
}

void TelemetryWorker::countLayer(const LayerFacts &facts)
{
    const QString cell = u"%1\n%2\n%3\n%4\n%5"_s.arg(facts.layerType, facts.arrayModule, facts.dtype)
                             .arg(facts.ndim)
                             .arg(facts.elements);
    count(u"layer-data"_s, cell,
          [&](const TopicDefinition &topic, const QString &reached) { return layerValue(facts, reached, topic); });
}

void TelemetryWorker::end()
{
    if (m_uploader)
        m_uploader->cancel(); // before anything is deleted, or it could still be sent
    if (m_spool) {
        const auto done = m_spool->purgeAbove(Level::None);
        if (!done)
            report(done.error());
    }
    close();
}

void TelemetryWorker::close()
{
    if (m_uploader)
        m_uploader->cancel(); // its report still reaches the preview
    m_uploader.reset();
    m_recorder.reset();
    m_counter.clear();
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
