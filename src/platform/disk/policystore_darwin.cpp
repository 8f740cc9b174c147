#include "platform/disk/policystore.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

PolicyStore policyStore()
{
    const QString where = u"/Library/Managed Preferences/org.napari.telemetry.plist"_s;
    return {where, std::make_unique<QSettings>(where, QSettings::NativeFormat)};
}

} // namespace Telemetry
