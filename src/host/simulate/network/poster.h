#pragma once

#include "contract/request.h"
#include "contract/result.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

#include <functional>
#include <optional>

class QNetworkReply;

namespace Telemetry {

/// A request and the number of its events.
struct Outgoing
{
    Request request;
    qsizetype events = 0;
};

/// What became of what was posted.
struct Posted
{
    qint64 requests = 0;
    qint64 accepted = 0;            ///< events that the collector acknowledged
    qint64 refused = 0;             ///< events
    QHash<QString, qint64> reasons; ///< refused events by the collector's reason
};

/// Posts requests to a collector over a few connections that stay open, several at a time, and tries again while the
/// collector is busy. Lives in a thread with an event loop.
class Poster : public QObject
{
    Q_OBJECT

public:
    /// The next request, or nothing when all are posted. Called again until then.
    using Source = std::function<std::optional<Outgoing>()>;

    explicit Poster(Source source, QObject *parent = nullptr);
    ~Poster() override;

    /// Begins; finished() follows from the event loop.
    void start();
    [[nodiscard]] const Posted &posted() const { return m_posted; }

Q_SIGNALS:
    /// Once, at the end; the text says why it ended early, and is empty when all was answered.
    void finished(const QString &failure);

private:
    void fill();
    void post(const Outgoing &outgoing, int attempt);
    void answered(QNetworkReply *reply, const Outgoing &outgoing, int attempt);
    void end(const QString &failure);

    Source m_source;
    QNetworkAccessManager m_network;
    Posted m_posted;
    int m_waiting = 0;
    bool m_exhausted = false;
    bool m_ended = false;
};

} // namespace Telemetry
