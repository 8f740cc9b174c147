#include "host/history/disk/keyfile.h"

#include "contract/limits.h"
#include "host/history/secretkey.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/wholefile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
                        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

Result<SigningKeys> readKeyFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Error::Code::NotFound, u"there is no key file %1"_s.arg(path)};
    if (info.permissions() & others)
        return Error{Error::Code::Invalid,
                     u"the key file %1 is not its owner's alone, and it is not used. If nobody else can have read it, "
                     "run \"chmod 600 %1\"; else make a new key and revoke this one"_s.arg(path)};
    const auto bytes = WholeFile::read(path, Limits::keyFileBytes);
    if (!bytes)
        return Error{Error::Code::NotFound, u"there is no key file %1"_s.arg(path)};
    auto keys = *bytes ? readSecretKeyLine(bytes->value()) : bytes->error();
    if (!keys)
        return Error{keys.error().code, u"the key file %1: %2"_s.arg(path, keys.error().detail)};
    return keys;
}

} // namespace

Result<Done> writeKeyFile(const QString &path, const SigningKeys &keys)
{
    if (auto written = writeNewFile(path, secretKeyLine(keys), privateFile); !written)
        return written;
    return syncFolder(QFileInfo(path).absolutePath());
}

Result<QList<SigningKeys>> readKeyFiles(const QStringList &paths)
{
    QList<SigningKeys> all;
    for (const QString &path : paths) {
        auto keys = readKeyFile(path);
        if (!keys)
            return keys.error();
        all.append(std::move(keys).value());
    }
    return all;
}

} // namespace Telemetry
