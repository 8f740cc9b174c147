#include "host/simulate/disk/truthfile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Done> writeTruth(const QString &path, const QByteArray &json)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return Error{Error::Code::Io, u"writing %1: %2"_s.arg(path, file.errorString())};
    return Done{};
}

} // namespace Telemetry
