#include "client/spool/disk/seenfile.h"

#include "client/consent/clientfiles.h"
#include "client/spool/spoollog.h"
#include "contract/limits.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QByteArray newSalt()
{
    std::array<quint32, Limits::reporterBytes / sizeof(quint32)> words;
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), Limits::reporterBytes);
}

bool isDamage(const Error &error)
{
    return error.code == Error::Code::Invalid || error.code == Error::Code::TooLarge;
}

} // namespace

SeenFile::SeenFile(const QString &folder, QByteArray machineDetails)
    : m_folder(folder)
    , m_file(ClientFiles::seenIn(folder))
    , m_machineDetails(std::move(machineDetails))
{
}

QByteArray SeenFile::digestOf(const QByteArray &salt, const QByteArray &what) const
{
    return QMessageAuthenticationCode::hash(what + m_machineDetails, salt, QCryptographicHash::Sha256);
}

Result<SeenFile::Content> SeenFile::load(bool *damaged) const
{
    *damaged = false;
    const auto bytes = WholeFile::read(m_file, Limits::seenFileBytes);
    if (!bytes)
        return Content{{}, newSalt()};
    auto parsed = *bytes ? Seen::fromJson(bytes->value()) : Result<std::pair<Seen, QByteArray>>(bytes->error());
    if (!parsed) {
        // One of another user is replaced, as the identity is.
        *damaged = isDamage(parsed.error()) || isOutOfReach(m_file);
        return *damaged ? Result<Content>(Content{{}, newSalt()}) : Result<Content>(parsed.error());
    }
    return Content{parsed.value().first, parsed.value().second};
}

Result<QByteArray> SeenFile::salt()
{
    bool damaged = !QFileInfo::exists(m_file);
    auto content = damaged ? Result<Content>(Content{}) : load(&damaged);
    if (damaged)
        content = update([](Seen &) {}); // its salt is there from then on
    return content ? Result<QByteArray>(content.value().salt) : content.error();
}

Result<QString> SeenFile::computer()
{
    const auto kept = salt();
    if (!kept)
        return kept.error();
    return QString::fromLatin1(digestOf(kept.value(), {}).toHex().first(Limits::environmentDigits));
}

Result<QByteArray> SeenFile::factKey()
{
    const auto kept = salt();
    if (!kept)
        return kept.error();
    return digestOf(kept.value(), "facts"_ba + '\0');
}

Result<Seen> SeenFile::read()
{
    bool damaged = false;
    auto content = load(&damaged);
    return content ? Result<Seen>(content.value().seen) : content.error();
}

Result<Done> SeenFile::change(const std::function<void(Seen &seen)> &how)
{
    const auto updated = update(how);
    return updated ? Result<Done>(Done{}) : updated.error();
}

Result<SeenFile::Content> SeenFile::update(const std::function<void(Seen &seen)> &how)
{
    if (const auto folder = makePrivateFolder(m_folder); !folder)
        return folder.error();
    FileLock lock(ClientFiles::lockOf(ClientFiles::identityIn(m_folder)));
    if (const auto locked = lock.lock(); !locked)
        return Error{Error::Code::Io, u"the list of what was counted can't be used: %1"_s.arg(locked.error().detail)};
    bool damaged = false;
    auto loaded = load(&damaged);
    if (!loaded)
        return loaded.error();
    Content content = std::move(loaded).value();
    const Seen before = content.seen;
    how(content.seen);
    if (content.seen == before && QFileInfo::exists(m_file) && !damaged && !isOutOfReach(m_file))
        return content;
    if (damaged) {
        qCWarning(spoolLog, "the list of what was counted was damaged, and begins anew");
        WholeFile::keepAside(m_file, ClientFiles::damagedOf(m_file));
    }
    const auto written = WholeFile::write(m_file, content.seen.toJson(content.salt), WholeFile::Folder::Ours);
    if (!written)
        return Error{Error::Code::Io,
                     u"the list of what was counted can't be written: %1"_s.arg(written.error().detail)};
    return content;
}

Result<Done> SeenFile::remove(const QString &folder)
{
    const QString file = ClientFiles::seenIn(folder);
    if (!QFileInfo(folder).isDir())
        return Done{};
    FileLock lock(ClientFiles::lockOf(ClientFiles::identityIn(folder)));
    // Where there are no locks, nobody uses it: what there is goes.
    if (const auto locked = lock.lock(); !locked && locked.error().code != Error::Code::Unsupported)
        return Error{Error::Code::Io, locked.error().detail};
    const auto gone = shred(file);
    const auto asideGone = shred(ClientFiles::damagedOf(file));
    return gone ? asideGone : gone;
}

} // namespace Telemetry
