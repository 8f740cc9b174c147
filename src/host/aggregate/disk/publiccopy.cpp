#include "host/aggregate/disk/publiccopy.h"

#include "contract/limits.h"

#include <QProcess>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Done> copyPublicFolder(const QString &folder, const QString &place)
{
    QProcess rsync;
    rsync.setProcessChannelMode(QProcess::MergedChannels);
    // --checksum: what was removed within a second of its publishing has the old size and, to rsync, the old time.
    rsync.start(u"rsync"_s, {u"--recursive"_s, u"--checksum"_s, u"--times"_s, u"--perms"_s, u"--delete-after"_s,
                             u"--delay-updates"_s, u"--fsync"_s, u"--rsh=ssh -oBatchMode=yes"_s, u"--"_s, folder + u'/',
                             place + u'/'});
    if (!rsync.waitForStarted())
        return Error{Error::Code::NotFound, u"rsync can't be started; install it"_s};
    rsync.closeWriteChannel();
    if (!rsync.waitForFinished(Limits::publicCopyMs))
        return Error{Error::Code::Io, u"rsync has not ended after %1 minutes"_s.arg(Limits::publicCopyMs / 60'000)};
    if (rsync.exitStatus() != QProcess::NormalExit || rsync.exitCode() != 0) {
        const QStringList words = QString::fromLocal8Bit(rsync.readAll()).trimmed().split(u'\n');
        return Error{Error::Code::Io, u"%1: %2"_s.arg(place, words.last())};
    }
    return Done{};
}

} // namespace Telemetry
