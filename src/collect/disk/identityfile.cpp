#include "collect/disk/identityfile.h"

#include "collect/collectlog.h"
#include "collect/disk/privatefiles.h"
#include "contract/limits.h"

#include <QFile>
#include <QLockFile>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray systemSecret()
{
    std::array<quint32, Limits::secretBytes / sizeof(quint32)> words;
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), Limits::secretBytes);
}

IdentityFile::IdentityFile(const QString &folder, SecretSource draw)
    : m_folder(folder)
    , m_file(folder + u"/identity.json"_s)
    , m_draw(std::move(draw))
{
}

Result<Identity> IdentityFile::current(Week now)
{
    if (auto folder = makePrivateFolder(m_folder); !folder)
        return folder.error();
    QLockFile lock(m_file + u".lock"_s);
    if (!lockPatiently(lock))
        return Error{Error::Code::Io, u"the identity is locked by another process, or its folder can't be written"_s};

    auto loaded = load();
    const bool damaged =
        !loaded && (loaded.error().code == Error::Code::Invalid || loaded.error().code == Error::Code::TooLarge);
    if (!loaded && !damaged)
        return loaded.error();
    const std::optional<Identity> last = damaged ? std::nullopt : loaded.value();
    auto next = advanced(last, now, m_draw);
    if (!next || next.value() == last)
        return next;

    if (damaged) {
        qCWarning(collectLog, "the identity was damaged: %ls", qUtf16Printable(loaded.error().detail));
        setAside();
    }
    if (auto saved = save(next.value()); !saved)
        return saved.error();
    if (!damaged)
        QFile::remove(m_file + u".damaged"_s); // it may hold the secret of a week that is over
    return next;
}

Result<std::optional<Identity>> IdentityFile::load() const
{
    QFile file(m_file);
    if (!file.exists())
        return std::optional<Identity>();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, u"the identity can't be read: %1"_s.arg(file.errorString())};
    if ((file.permissions()
         & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)))
        file.setPermissions(privateFile); // a copy may have widened it
    auto identity = identityFromJson(file.read(Limits::identityFileBytes + 1));
    if (!identity)
        return identity.error();
    return std::optional<Identity>(identity.value());
}

Result<Done> IdentityFile::save(const Identity &identity) const
{
    QSaveFile file(m_file);
    // The mode is set while the file is still empty.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(privateFile)
        || file.write(identityToJson(identity)) < 0 || !file.commit())
        return Error{Error::Code::Io, u"the identity can't be written: %1"_s.arg(file.errorString())};
    return Done{};
}

void IdentityFile::setAside() const
{
    const QString aside = m_file + u".damaged"_s;
    QFile::remove(aside);
    if (!QFile::rename(m_file, aside))
        return; // save() replaces it
    QFile::setPermissions(aside, privateFile);
}

} // namespace Telemetry
