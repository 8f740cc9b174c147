#pragma once

#include "client/spool/abstractseen.h"

#include <QByteArray>
#include <QString>

namespace Telemetry {

/// `seen.json`, beside the identity and in the folder that all environments of the user share; mode 0600, readable. It
/// is changed under the identity's lock. A damaged one is set aside as `seen.json.damaged` and begins anew: the user
/// may be counted once more. Waits for the lock, so it belongs to the worker thread.
class SeenFile final : public AbstractSeen
{
public:
    /// `machineDetails` tell computers apart that share the folder; empty when they count as one. Neither they nor
    /// anything that can be compared with another person's file is in it: only a digest with a salt of this file's own.
    SeenFile(const QString &folder, QByteArray machineDetails);

    [[nodiscard]] Result<QString> computer() override;
    [[nodiscard]] Result<Seen> read() override;
    [[nodiscard]] Result<Done> change(const std::function<void(Seen &seen)> &how) override;
    /// With what this computer's facts of a month are hashed, see SqliteSpool::setFactKey(): nobody who lacks this file
    /// can tell from a hash which fact it is. Errors: as change().
    [[nodiscard]] Result<QByteArray> factKey();

    /// After a no in the last environment, and when receipts are forgotten: deletes it, with what was set aside.
    /// Nothing is made. Errors: Io; what could be deleted is.
    [[nodiscard]] static Result<Done> remove(const QString &folder);

private:
    struct Content
    {
        Seen seen;
        QByteArray salt;
    };
    [[nodiscard]] Result<Content> load(bool *damaged) const;
    [[nodiscard]] Result<Content> update(const std::function<void(Seen &seen)> &how);
    /// The salt that is kept; there is one from then on.
    [[nodiscard]] Result<QByteArray> salt();
    [[nodiscard]] QByteArray digestOf(const QByteArray &salt, const QByteArray &what) const;

    QString m_folder;
    QString m_file;
    QByteArray m_machineDetails;
};

} // namespace Telemetry
