#include "platform/disk/privatefiles.h"

#include "contract/limits.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

bool isOutOfReach(const QString &file)
{
    const QFileInfo info(file);
    return info.isFile() && !(info.isReadable() && info.isWritable()) && QFileInfo(info.absolutePath()).isWritable();
}

bool isAbandoned(const QString &file)
{
    return isOutOfReach(file)
           && QFileInfo(file).lastModified().addSecs(Limits::abandonedAfterS) <= QDateTime::currentDateTimeUtc();
}

Result<Done> overwrite(QFile &file)
{
    const auto failed = [&file](const QString &why) {
        return Error{Error::Code::Io, u"the file \"%1\" can't be overwritten: %2"_s.arg(file.fileName(), why)};
    };
    const QByteArray zeros(64 * 1024, '\0');
    const qint64 size = file.size();
    if (size == 0)
        return Done{};
    if (!file.seek(0))
        return failed(file.errorString());
    for (qint64 done = 0; done < size;) {
        const qint64 written = file.write(zeros.constData(), qMin(size - done, static_cast<qint64>(zeros.size())));
        if (written <= 0)
            return failed(file.errorString());
        done += written;
    }
    if (!file.flush())
        return failed(file.errorString());
    // Or the file would be emptied before the zeros ever got to the disk.
    if (const auto synced = syncFile(file); !synced)
        return failed(synced.error().detail);
    if (!file.resize(0))
        return failed(file.errorString());
    return Done{};
}

Result<Done> shred(const QString &name)
{
    QFile file(name);
    const auto opened = openPrivate(file, QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered);
    if (!opened && opened.error().code == Error::Code::NotFound)
        return Done{};
    const bool reached = opened || !isOutOfReach(name);
    auto overwritten =
        opened     ? overwrite(file)
        : !reached ? Result<Done>(Done{})
                   : Result<Done>(Error{Error::Code::Io,
                                        u"the file \"%1\" can't be opened: %2"_s.arg(name, opened.error().detail)});
    if (!file.remove())
        return Error{Error::Code::Io, u"the file \"%1\" can't be deleted: %2"_s.arg(name, file.errorString())};
    return overwritten;
}

} // namespace Telemetry
