#pragma once

#include "client/spool/abstractspool.h"
#include "client/spool/eventkey.h"
#include "contract/datadictionary.h"
#include "contract/request.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

namespace Telemetry {

class SqlitePreview;

/// What leaves at the next sending, as the uploader will make it: the same events by departureOf(), the same batches by
/// batchesOf(), the same requests by batchRequest(). Worker thread, because it reads the spool.
class Outgoing
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::Outgoing)
public:
    /// All but the spool must outlive it. `now` is the running week.
    Outgoing(const DataDictionary &dictionary, const Endpoints &endpoints, QSet<QString> held, Week now);

    /// The requests of one level, in their order.
    [[nodiscard]] Result<QList<Request>> requests(const SqlitePreview &spool, Level level) const;
    /// The request that carries this event; nothing when it does not leave now.
    [[nodiscard]] Result<std::optional<Request>> requestWith(const SqlitePreview &spool,
                                                             const SpooledEvent &event) const;
    [[nodiscard]] bool leavesNow(const SpooledEvent &event) const;
    /// Translated: why an event does not leave now; empty when it does.
    [[nodiscard]] QString whyNot(const SpooledEvent &event) const;

private:
    [[nodiscard]] Result<QList<QList<SpooledEvent>>> batches(const SqlitePreview &spool, Level level) const;

    const DataDictionary &m_dictionary;
    Endpoints m_endpoints;
    QSet<QString> m_held;
    Week m_now;
};

} // namespace Telemetry
