#include "client/sources/hostsource.h"

#include "client/sources/adopt.h"

#include <QStringList>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString operatingSystem(const QString &kernelType)
{
    if (kernelType == "linux"_L1)
        return u"linux"_s;
    if (kernelType == "darwin"_L1)
        return u"macos"_s;
    if (kernelType == "winnt"_L1)
        return u"windows"_s;
    return u"other"_s;
}

QString processor(const QString &architecture)
{
    const QString name = architecture.toLower();
    if (name == "x86_64"_L1 || name == "amd64"_L1)
        return u"x86_64"_s;
    if (name == "arm64"_L1 || name == "aarch64"_L1)
        return u"arm64"_s;
    if (name == "i386"_L1 || name == "i686"_L1 || name == "x86"_L1)
        return u"i386"_s;
    return u"other"_s;
}

/// "3.12" of "3.12.4".
QString majorMinor(const QString &version)
{
    return version.section(u'.', 0, 1);
}

} // namespace

HostFacts HostFacts::ofThisComputer(const QString &napariVersion, const QString &pythonVersion)
{
    return {napariVersion,
            pythonVersion,
            QSysInfo::productType(),
            QSysInfo::productVersion(),
            QSysInfo::currentCpuArchitecture(),
            QSysInfo::kernelType()};
}

std::optional<QJsonObject> hostValue(const HostFacts &facts, const PublicStrings &publicStrings,
                                     const TopicDefinition &topic)
{
    // Starts from the coarsest valid value, and the dictionary alone decides what may replace it.
    auto value = topic.valueFrom({{u"napari_version"_s, u"dev"_s},
                                  {u"python_version"_s, u"3.0"_s},
                                  {u"os"_s, operatingSystem(facts.kernelType)},
                                  {u"os_version"_s, u"other"_s},
                                  {u"cpu_architecture"_s, processor(facts.cpuArchitecture)}});
    if (!value)
        return value;
    const QString product = facts.productType.toLower();
    adopt(*value, topic, u"napari_version"_s, {facts.napariVersion});
    adopt(*value, topic, u"python_version"_s, {majorMinor(facts.pythonVersion)});
    const QString release = product + u' ' + facts.productVersion.toLower();
    QJsonObject precise = *value;
    precise[u"os_version"_s] = release;
    adopt(*value, topic, u"os_version"_s, {publicStrings.allows(topic, precise) ? release : product, product});
    return value;
}

} // namespace Telemetry
