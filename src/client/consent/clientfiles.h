#pragma once

#include <QString>

namespace Telemetry {

struct Host;

/// Where the client keeps its files, once there is a yes, and what lies beside them: the one place of their names. A
/// value without effects. The files of an environment are this environment's alone; identity and public list are the
/// user's, for all of them. The answer is in napari's settings folder, and there before everything else.
///
/// No name is longer than Limits::fileNameBytes, with all that is added to it: an environment, whose name may be of any
/// length, is in them as a digest, and environments() says which is which.
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
    [[nodiscard]] QString spool() const { return spoolIn(m_folder, m_key); }
    /// When each level was tried last, see SendingStateFile.
    [[nodiscard]] QString sendingState() const;
    /// There while what was sent is being erased, see ErasingMark: from the user's click to the end, over restarts.
    [[nodiscard]] QString erasing() const;
    /// The topics that the user holds, see HeldTopicsFile.
    [[nodiscard]] QString held() const;
    /// Which digest stands for which environment, for people; see EnvironmentsFile.
    [[nodiscard]] QString environments() const { return m_folder + QStringLiteral("/environments.json"); }

    /// The environment, as napari names it, and what stands for it in the names of files.
    [[nodiscard]] QString environment() const { return m_environment; }
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] static QString keyOf(const QString &environment);
    /// The spool of an environment in this folder.
    [[nodiscard]] static QString spoolIn(const QString &folder, const QString &key)
    {
        return folder + QStringLiteral("/spool-%1.sqlite").arg(key);
    }

    /// The answer, in napari's settings folder, see ConsentFile. napari has a folder for each environment; where the
    /// user set one for all, the environment is in the name.
    [[nodiscard]] static QString recordIn(const QString &settings, const QString &environment);
    /// The user's choice for all environments.
    [[nodiscard]] static QString userChoiceIn(const QString &settings, const QString &environment);
    /// A no that could not be saved in its place, in napari's data folder, see ConsentFile.
    [[nodiscard]] static QString refusalIn(const QString &data, const QString &environment);
    /// The user's identity in this folder, see IdentityFile.
    [[nodiscard]] static QString identityIn(const QString &folder) { return folder + QStringLiteral("/identity.json"); }
    /// What the user knows of having been counted, see SeenFile.
    [[nodiscard]] static QString seenIn(const QString &folder) { return folder + QStringLiteral("/seen.json"); }
    /// The public list that the collector gave last, see PublicListFile.
    [[nodiscard]] static QString publicListIn(const QString &folder)
    {
        return folder + QStringLiteral("/public-plugins.json");
    }
    /// While a file is being changed.
    [[nodiscard]] static QString lockOf(const QString &file) { return file + QStringLiteral(".lock"); }
    /// While something of this spool is being sent.
    [[nodiscard]] static QString sendingLockOf(const QString &spool) { return spool + QStringLiteral(".sending.lock"); }
    /// What could not be read, set aside once.
    [[nodiscard]] static QString damagedOf(const QString &file) { return file + QStringLiteral(".damaged"); }
    /// How the files of a spool's journal of uses begin; each ends with a name of its own. 1 is the format of its
    /// lines.
    [[nodiscard]] static QString journalOf(const QString &spool) { return spool + QStringLiteral(".uses-1-"); }

private:
    QString m_folder;
    QString m_environment;
    QString m_key;
};

} // namespace Telemetry
