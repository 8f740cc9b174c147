#include "consent/disk/consentfile.h"

#include "contract/limits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Nothing when there is no file. A file that can't be read is an error: it may forbid what we would do.
std::optional<Result<QByteArray>> readAll(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        // QFile::exists() is false for a file in a folder that we may not enter, too; the open error tells them apart.
        if (!file.exists() && file.error() == QFileDevice::OpenError && !QFileInfo(path).isSymLink())
            return std::nullopt;
        return Result<QByteArray>(Error{Error::Code::Io, file.errorString()});
    }
    const QByteArray bytes = file.read(Limits::policyFileBytes + 1);
    if (bytes.size() > Limits::policyFileBytes)
        return Result<QByteArray>(Error{Error::Code::TooLarge, u"larger than %1 bytes"_s.arg(Limits::policyFileBytes)});
    return Result<QByteArray>(bytes);
}

template<typename T> Found<T> readWith(const QString &path, Result<T> (*parse)(const QByteArray &))
{
    const auto bytes = readAll(path);
    if (!bytes)
        return {path, std::nullopt};
    if (!*bytes)
        return {path, Result<T>(bytes->error())};
    return {path, parse(bytes->value())};
}

} // namespace

ConsentFile::ConsentFile(const QString &folder)
    : m_folder(folder)
    , m_path(folder + u"/telemetry-consent.json"_s)
{
}

Found<ConsentRecord> ConsentFile::read() const
{
    return readWith<ConsentRecord>(m_path, consentRecordFromJson);
}

Result<Done> ConsentFile::write(const ConsentRecord &record) const
{
    if (!QDir().mkpath(m_folder))
        return Error{Error::Code::Io, u"the folder %1 can't be made"_s.arg(m_folder)};
    const auto before = read().content;
    const QString damaged = m_path + u".damaged"_s;
    if (before && !*before && !QFile::exists(damaged))
        QFile::copy(m_path, damaged);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Error::Code::Io, file.errorString()};
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(consentRecordToJson(record));
    if (!file.commit())
        return Error{Error::Code::Io, file.errorString()};
    return Done{};
}

Found<AdministratorPolicy> ConsentFile::readAdministratorPolicy(const QString &path)
{
    return readWith<AdministratorPolicy>(path, administratorPolicyFromJson);
}

} // namespace Telemetry
