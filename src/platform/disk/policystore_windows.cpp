#include "platform/disk/policystore.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

PolicyStore policyStore()
{
    const QString where = u"HKEY_LOCAL_MACHINE\\Software\\Policies\\napari\\telemetry"_s;
    return {where, std::make_unique<QSettings>(where, QSettings::NativeFormat)};
}

} // namespace Telemetry
