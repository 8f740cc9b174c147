#include "host/aggregate/disk/publiccopy.h"

#include "contract/limits.h"

#include <QDir>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What ssh and rsync said first is why; rsync's summary at the end only says that there were errors.
QString causeIn(const QString &output)
{
    constexpr qsizetype mostLines = 5;
    QStringList lines;
    for (const QString &line : output.split(u'\n')) {
        const QString words = line.trimmed(); // ssh ends its lines as terminals do
        if (lines.size() < mostLines && !words.isEmpty() && !words.startsWith("rsync error:"_L1))
            lines.append(words);
    }
    return lines.isEmpty() ? u"rsync ended without a word"_s : lines.join(u"; "_s);
}

} // namespace

Result<Done> copyPublicFolder(const QString &folder, const QString &place, const QString &mark)
{
    // Whatever else is there would be gone. What is on another computer is not looked at.
    const QDir there(place);
    if (!place.contains(u':') && there.exists() && !there.isEmpty() && !there.exists(mark))
        return Error{Error::Code::Io,
                     u"%1 holds other files, which would be lost; name a folder of its own"_s.arg(place)};
    QProcess rsync;
    rsync.setProcessChannelMode(QProcess::MergedChannels);
    // --checksum: what was removed within a second of its publishing has the old size and, to rsync, the old time.
    rsync.start(u"rsync"_s, {u"--recursive"_s, u"--checksum"_s, u"--times"_s, u"--perms"_s, u"--delete-after"_s,
                             u"--delay-updates"_s, u"--fsync"_s, u"--rsh=ssh -oBatchMode=yes"_s, u"--"_s, folder + u'/',
                             place + u'/'});
    if (!rsync.waitForStarted())
        return Error{Error::Code::Io, u"rsync can't be started; install it"_s};
    rsync.closeWriteChannel();
    if (!rsync.waitForFinished(Limits::publicCopyMs))
        return Error{Error::Code::Io, u"rsync has not ended after %1 minutes"_s.arg(Limits::publicCopyMs / 60'000)};
    if (rsync.exitStatus() != QProcess::NormalExit || rsync.exitCode() != 0)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(place, causeIn(QString::fromLocal8Bit(rsync.readAll())))};
    return Done{};
}

} // namespace Telemetry
