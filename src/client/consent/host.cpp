#include "client/consent/host.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<Host> hostFromJson(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    Host host;
    const std::array<std::pair<QLatin1StringView, QString *>, 8> fields{{
        {"python"_L1, &host.python},
        {"config_folder"_L1, &host.configFolder},
        {"data_folder"_L1, &host.dataFolder},
        {"environment"_L1, &host.environment},
        {"package_folder"_L1, &host.packageFolder},
        {"napari_version"_L1, &host.napariVersion},
        {"python_version"_L1, &host.pythonVersion},
        {"language"_L1, &host.language},
    }};
    for (const auto &[name, target] : fields) {
        if (!parsed.value()[name].isString())
            return Error{Error::Code::Invalid, u"\"%1\" is missing"_s.arg(name)};
        *target = parsed.value()[name].toString();
    }
    return host;
}

PythonFacts pythonFactsFromJson(const QByteArray &json)
{
    const auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return {};
    return {parsed.value()["pytest"_L1].toBool(), parsed.value()["disabled"_L1].toBool()};
}

} // namespace Telemetry
