#pragma once

#include "client/consent/clientfiles.h"
#include "contract/clock.h"
#include "contract/endpoints.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace Telemetry {

class SqlitePreview;

/// What the command line offers without the network: the preview in words. It needs neither a window nor napari
/// running, and works beside one that runs. The answer is JSON; "problem" is there when it could not be done. Its texts
/// are translated, and are those of the window. Any thread; it does file input and output.
class TelemetryCommands
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::TelemetryCommands)
public:
    TelemetryCommands(const ClientFiles &files, const Endpoints &endpoints, const Clock &clock);

    /// The one of these that has this name: preview, receipts, export (into `file`), purge or forget. Nothing for
    /// another name.
    [[nodiscard]] QJsonObject run(const QString &name, const QString &file) const;

    /// {"events": [{"level", "topic", "week", "state", "sentence", "event"}], "requests": [{"method", "url", "headers",
    /// "body"}], "held": [topics], "uncounted": n}: what has not been sent, what would be at a sending now, and how
    /// many uses of commands and layers wait beside the spool to be counted.
    [[nodiscard]] QJsonObject preview() const;
    /// {"events": [... and "sent_on", "answer"], "counted": [{"topic", "period", "week", "sentence"}]}: what was sent,
    /// and in which periods this user was counted by it.
    [[nodiscard]] QJsonObject receipts() const;
    /// Writes what preview() and receipts() show into a file, as CSV when it is called so, else as JSON.
    [[nodiscard]] QJsonObject exportTo(const QString &file) const;
    /// Deletes what has not been sent, and uses that were not counted yet.
    [[nodiscard]] QJsonObject purge() const;
    /// Deletes the receipts.
    [[nodiscard]] QJsonObject forgetReceipts() const;

private:
    template<typename Use> [[nodiscard]] QJsonObject withSpool(Use use) const;

    ClientFiles m_files;
    Endpoints m_endpoints;
    const Clock &m_clock;
};

} // namespace Telemetry
