#include "host/aggregate/disk/noisekey.h"

#include "contract/limits.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/renaming.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry::NoiseKey {

namespace {

QByteArray randomBytes()
{
    std::array<quint32, Limits::noiseKeyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), Limits::noiseKeyBytes);
}

Result<QByteArray> make(const QString &path)
{
    const QByteArray key = randomBytes();
    const QString beside = path + u".new"_s;
    QFile::remove(beside); // of a run that was killed; it never was the key
    if (const auto done = writeNewFile(beside, key, privateFile); !done)
        return done.error();
    if (const auto done = renameOver(beside, path); !done)
        return Error{done.error().code, u"%1: %2"_s.arg(path, done.error().detail)};
    if (const auto done = syncFolder(QFileInfo(path).absolutePath()); !done)
        return done.error();
    return key;
}

} // namespace

Result<QByteArray> readOrMake(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists() && !info.isSymLink())
        return make(path);
    if (!info.isFile())
        return Error{Error::Code::Invalid, u"%1: not a file"_s.arg(path)};
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (info.permissions() & others)
        return Error{Error::Code::Invalid,
                     u"%1: others may read or change the noise key, so it may be known; close it (chmod 600) if it is "
                     "not, else remove it: the next run makes a new one"_s.arg(path)};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString())};
    const QByteArray key = file.read(Limits::noiseKeyBytes + 1);
    if (key.size() != Limits::noiseKeyBytes)
        return Error{Error::Code::Invalid,
                     u"%1: a noise key has %2 bytes; restore it, or remove it and the next run makes a new one"_s.arg(
                         path, QString::number(Limits::noiseKeyBytes))};
    return key;
}

} // namespace Telemetry::NoiseKey
