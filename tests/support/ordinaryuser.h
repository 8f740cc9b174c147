#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTest>

#include <unistd.h>

namespace TestSupport {

/// Rights for everybody: of files, and of folders. (The ordinary user stays in root's group.)
inline constexpr QFileDevice::Permissions readByAll = QFileDevice::ReadGroup | QFileDevice::ReadOther;
inline constexpr QFileDevice::Permissions enteredByAll = readByAll | QFileDevice::ExeGroup | QFileDevice::ExeOther;

/// This process as an ordinary user, for as long as it lives: what was made before is root's, who is somebody else to
/// it. Only when root runs the tests, see isPossible().
class OrdinaryUser
{
public:
    [[nodiscard]] static bool isPossible() { return ::geteuid() == 0; }
    /// The folder, and those in it, are this user's; the files are not.
    explicit OrdinaryUser(const QString &folder)
    {
        QStringList folders{folder};
        QDirIterator inner(folder, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (inner.hasNext())
            folders.append(inner.next());
        for (const QString &name : std::as_const(folders)) {
            if (::chown(QFile::encodeName(name).constData(), user, user) != 0)
                qFatal("can't give a folder away");
        }
        if (::setresuid(user, user, 0) != 0)
            qFatal("can't be another user");
    }
    ~OrdinaryUser()
    {
        if (::setresuid(0, 0, 0) != 0)
            qFatal("can't be root again");
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

private:
    static constexpr uid_t user = 65534; // nobody
};

/// Gives all files of the folder this mode.
inline bool setModes(const QString &folder, QFileDevice::Permissions mode)
{
    bool done = true;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files | QDir::Hidden))
        done = QFile::setPermissions(info.filePath(), mode) && done;
    return done;
}

/// Files of another user: one that can be read, and one that can't.
inline void addModes()
{
    QTest::addColumn<QFileDevice::Permissions>("mode");
    constexpr auto own = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QTest::newRow("0644") << QFileDevice::Permissions(own | readByAll);
    QTest::newRow("0600") << QFileDevice::Permissions(own);
}

} // namespace TestSupport
