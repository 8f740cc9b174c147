#include "platform/disk/newfile.h"

#include "platform/disk/privatefiles.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Done> makePrivateFile(const QString &path)
{
    QFile file(path);
    // Append: another process may make and fill it in between.
    if (!file.exists() && !file.open(QIODevice::WriteOnly | QIODevice::Append, privateFile))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString())};
    return Done{};
}

} // namespace Telemetry
