#include "client/collect/disk/identityfile.h"

#include "client/collect/collectlog.h"
#include "contract/limits.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Error lockedError(const Error &error)
{
    return {Error::Code::Io, u"the identity can't be used: %1"_s.arg(error.detail)};
}

bool isDamage(const Result<std::optional<Identity>> &loaded)
{
    return !loaded && (loaded.error().code == Error::Code::Invalid || loaded.error().code == Error::Code::TooLarge);
}

} // namespace

QByteArray systemSecret()
{
    std::array<quint32, Limits::secretBytes / sizeof(quint32)> words;
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), Limits::secretBytes);
}

IdentityFile::IdentityFile(const QString &folder, SecretSource draw)
    : m_folder(folder)
    , m_file(ClientFiles::identityIn(folder))
    , m_draw(std::move(draw))
{
}

Result<Identity> IdentityFile::current(Week now)
{
    if (auto folder = makePrivateFolder(m_folder); !folder)
        return folder.error();
    FileLock lock(ClientFiles::lockOf(m_file));
    if (const auto locked = lock.lock(); !locked)
        return lockedError(locked.error());

    auto loaded = load();
    const bool foreign = isOutOfReach(m_file);
    const bool damaged = isDamage(loaded) || (!loaded && foreign);
    if (!loaded && !damaged)
        return loaded.error();
    const std::optional<Identity> last = damaged ? std::nullopt : loaded.value();
    auto next = advanced(last, now, m_draw);
    if (!next || (next.value() == last && !foreign)) // another user's is replaced
        return next;

    if (damaged) {
        qCWarning(collectLog, "the identity was damaged: %ls", qUtf16Printable(loaded.error().detail));
        setAside();
    }
    if (auto saved = save(next.value()); !saved)
        return saved.error();
    if (!damaged) { // it may hold the secret of a week that is over
        if (auto gone = shred(damagedFile()); !gone)
            qCWarning(collectLog, "%ls", qUtf16Printable(gone.error().detail));
    }
    return next;
}

Result<Done> IdentityFile::noteSending()
{
    if (!QFileInfo::exists(m_file))
        return Done{}; // what is sent now derives from an identity that was emptied meanwhile
    FileLock lock(ClientFiles::lockOf(m_file));
    if (const auto locked = lock.lock(); !locked)
        return lockedError(locked.error());
    auto loaded = load();
    if (!loaded)
        return loaded.error();
    if (!loaded.value())
        return Done{};
    const Identity noted = withSending(*loaded.value());
    return noted == *loaded.value() ? Result<Done>(Done{}) : save(noted);
}

Result<Done> IdentityFile::empty(Week now, bool others)
{
    if (!QFileInfo(m_folder).isDir())
        return Done{};
    FileLock lock(ClientFiles::lockOf(m_file));
    // Where there are no locks, nobody uses an identity: what there is goes.
    if (const auto locked = lock.lock(); !locked && locked.error().code != Error::Code::Unsupported)
        return lockedError(locked.error());
    auto loaded = load();
    if (!loaded && !isDamage(loaded) && !isOutOfReach(m_file))
        return loaded.error();
    const auto left = loaded ? emptied(loaded.value(), others) : Identity{now, {}, {{now, 2, true}}};
    auto done = left ? save(*left) : shred(m_file);
    const auto gone = shred(damagedFile());
    WholeFile::removeLeftovers(m_folder); // of a process that was killed while it wrote a secret
    if (auto synced = syncFolder(m_folder); !synced)
        return synced;
    return done ? gone : done;
}

Result<std::optional<Identity>> IdentityFile::load() const
{
    const auto bytes = WholeFile::read(m_file, Limits::identityFileBytes);
    if (!bytes)
        return std::optional<Identity>();
    if (!*bytes)
        return Error{bytes->error().code, u"the identity can't be read: %1"_s.arg(bytes->error().detail)};
    if ((QFile::permissions(m_file)
         & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)))
        QFile::setPermissions(m_file, privateFile); // a copy may have widened it
    auto identity = identityFromJson(bytes->value());
    if (!identity)
        return identity.error();
    return std::optional<Identity>(identity.value());
}

Result<Done> IdentityFile::save(const Identity &identity) const
{
    QFile old(m_file); // stays open when its name goes to the new one
    const bool replaces = openPrivate(old, QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered).ok();
    const QByteArray bytes = identityToJson(identity);
    auto written = WholeFile::write(m_file, bytes, WholeFile::Folder::Ours);
    if (written)
        return replaces ? overwrite(old) : Result<Done>(Done{});
    // The old one may be in the way because it is open: then it makes room.
    old.close();
    if (replaces && written.error().code == Error::Code::Busy && QFile::rename(m_file, damagedFile())) {
        written = WholeFile::write(m_file, bytes, WholeFile::Folder::Ours);
        if (written)
            return shred(damagedFile());
        QFile::rename(damagedFile(), m_file);
    }
    return Error{Error::Code::Io, u"the identity can't be written: %1"_s.arg(written.error().detail)};
}

void IdentityFile::setAside() const
{
    if (auto gone = shred(damagedFile()); !gone)
        qCWarning(collectLog, "%ls", qUtf16Printable(gone.error().detail));
    if (!QFile::rename(m_file, damagedFile()))
        return; // save() replaces it
    QFile::setPermissions(damagedFile(), privateFile);
}

} // namespace Telemetry
