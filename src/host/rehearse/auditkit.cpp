#include "host/rehearse/auditkit.h"

#include "contract/limits.h"
#include "host/history/historyentry.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Telemetry::AuditKit {

Period month()
{
    return *Period::fromString(u"2026-10"_s);
}

QByteArray key()
{
    const QByteArray hash = QCryptographicHash::hash("napari telemetry's audit kit: everybody may know this key",
                                                     QCryptographicHash::Sha256);
    static_assert(Limits::noiseKeyBytes == 32);
    return hash;
}

Result<QByteArray> readKey(const QByteArray &text)
{
    const QByteArray key = QByteArray::fromHex(text.trimmed());
    if (key.size() != Limits::noiseKeyBytes || key.toHex() != text.trimmed())
        return Error{Error::Code::Invalid,
                     u"it is not a key of %1 bytes in hexadecimal digits"_s.arg(Limits::noiseKeyBytes)};
    return key;
}

QByteArray sumsOf(const PublicFiles &files)
{
    QByteArray sums;
    for (auto file = files.begin(); file != files.end(); ++file)
        sums += sha256Of(file.value()) + "  " + file.key().toUtf8() + '\n';
    return sums;
}

} // namespace Telemetry::AuditKit
