#pragma once

#include <QString>

namespace Telemetry {

struct Host;

/// Where the client keeps its files, once there is a yes: the one place of their names. A value without effects. The
/// files of an environment are this environment's alone; identity and public list are the user's, for all of them.
class ClientFiles
{
public:
    /// Nowhere; isNull().
    ClientFiles() = default;
    explicit ClientFiles(const Host &host);
    /// Beside each other in a folder, as for this environment.
    ClientFiles(const QString &folder, const QString &environment);

    [[nodiscard]] bool isNull() const { return m_folder.isEmpty(); }
    /// Of all the others, and of nothing else.
    [[nodiscard]] QString folder() const { return m_folder; }
    /// The events, see SqliteSpool. SQLite, the journal of uses and the lock of sending add to this name.
    [[nodiscard]] QString spool() const { return m_folder + QStringLiteral("/spool-%1.sqlite").arg(m_environment); }
    /// When each level was tried last, see SendingStateFile.
    [[nodiscard]] QString sendingState() const;
    /// There while what was sent is being erased, see ErasingMark: from the user's click to the end, over restarts.
    [[nodiscard]] QString erasing() const { return m_folder + QStringLiteral("/spool-%1.erasing").arg(m_environment); }
    /// The topics that the user holds, see HeldTopicsFile.
    [[nodiscard]] QString held() const { return m_folder + QStringLiteral("/held-%1.json").arg(m_environment); }

private:
    QString m_folder;
    QString m_environment;
};

} // namespace Telemetry
