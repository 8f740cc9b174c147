#include "platform/disk/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Done> makePrivateFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return Done{};
    // Several processes may do this at once: what counts is that the folder is there afterwards.
    QDir().mkpath(info.absolutePath());
    QDir().mkdir(folder, privateFile | QFileDevice::ExeOwner);
    if (!QFileInfo(folder).isDir())
        return Error{Error::Code::Io, u"the folder \"%1\" can't be made"_s.arg(folder)};
    return Done{};
}

Result<Done> syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
    // Some network file systems can't, and need not: EINVAL.
    const bool failed = !synced && errno != EINVAL;
    if (descriptor >= 0)
        ::close(descriptor);
    if (failed)
        return Error{Error::Code::Io, u"the folder \"%1\" can't be synchronised"_s.arg(folder)};
#else
    Q_UNUSED(folder)
#endif
    return Done{};
}

Result<Done> overwrite(QFile &file)
{
    const auto failed = [&file] {
        return Error{Error::Code::Io,
                     u"the file \"%1\" can't be overwritten: %2"_s.arg(file.fileName(), file.errorString())};
    };
    const QByteArray zeros(64 * 1024, '\0');
    const qint64 size = file.size();
    if (size == 0)
        return Done{};
    if (!file.seek(0))
        return failed();
    for (qint64 done = 0; done < size;) {
        const qint64 written = file.write(zeros.constData(), qMin(size - done, static_cast<qint64>(zeros.size())));
        if (written <= 0)
            return failed();
        done += written;
    }
    if (!file.flush())
        return failed();
#ifdef Q_OS_UNIX
    // Or the file would be emptied before the zeros ever got to the disk.
    if (fsync(file.handle()) != 0)
        return failed();
#endif
    if (!file.resize(0))
        return failed();
    return Done{};
}

Result<Done> shred(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered) && !file.exists())
        return Done{};
    auto overwritten =
        file.isOpen() ? overwrite(file)
                      : Result<Done>(Error{Error::Code::Io,
                                           u"the file \"%1\" can't be opened: %2"_s.arg(name, file.errorString())});
    if (!file.remove())
        return Error{Error::Code::Io, u"the file \"%1\" can't be deleted: %2"_s.arg(name, file.errorString())};
    return overwritten;
}

} // namespace Telemetry
