#pragma once

#include "collect/recorder.h"
#include "collect/usecounter.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"
#include "contract/publicstrings.h"
#include "plugins/host.h"
#include "plugins/uploadinterface.h"
#include "sources/layersource.h"
#include "sources/pluginsource.h"
#include "spool/abstractspool.h"
#include "upload/abstractuploader.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Telemetry {

/// All disk and network work of the client. Lives in the one worker thread: call its slots by queued connections or
/// QMetaObject::invokeMethod only.
class TelemetryWorker : public QObject
{
    Q_OBJECT
public:
    TelemetryWorker();
    ~TelemetryWorker() override;

    /// Works with this grant from now on. What is pending above it is deleted first; then environment and plugins of
    /// this week are recorded.
    void begin(const Grant &grant, const Host &host, const Endpoints &endpoints, const QList<InstalledPlugin> &plugins);
    /// The grant is gone: aborts a sending, deletes what is pending, closes the spool.
    void end();
    /// One more use of a command, or of a kind of layer. Recorded only at full, and only when it changes a count class.
    void countCommand(const QString &command);
    void countLayer(const LayerFacts &facts);
    /// Makes the upload plugin known. It must outlive the thread.
    void setUpload(UploadInterface *upload);
    /// Sends what is pending; ends with sendFinished() or problem().
    void send();
    /// Reads the spool; ends with eventsRead() or problem().
    void readEvents();

Q_SIGNALS:
    void eventsRead(const QList<Telemetry::SpooledEvent> &events);
    void sendFinished(const Telemetry::UploadReport &report);
    /// In words for the user.
    void problem(const QString &text);

private:
    struct Session
    {
        Grant grant;
        Host host;
        Endpoints endpoints;
        QList<InstalledPlugin> plugins;
    };
    [[nodiscard]] Result<Done> open();
    [[nodiscard]] Result<Done> recordWeek(bool firstReport);
    [[nodiscard]] Result<Done> ensureRecorder();
    void count(const QString &topic, const QString &thing,
               const std::function<QJsonObject(const TopicDefinition &, const QString &)> &value);
    void close();
    void report(const Error &error);

    std::optional<Session> m_session;
    std::optional<DataDictionary> m_dictionary;
    std::optional<PublicStrings> m_publicStrings;
    std::unique_ptr<AbstractSpool> m_spool;
    std::unique_ptr<Recorder> m_recorder; ///< for its week; made anew when the week changes
    std::optional<Week> m_recorderMadeIn; ///< the clock's week; the identity's may differ
    UseCounter m_counter;
    std::unique_ptr<AbstractUploader> m_uploader; ///< destroyed before the spool that it uses
    UploadInterface *m_upload = nullptr;
};

} // namespace Telemetry
