#include "client/consent/disk/administratorsource.h"

#include "platform/disk/policystore.h"
#include "platform/disk/wholefile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Telemetry::AdministratorSource {

Found<AdministratorPolicy> ofThisSystem()
{
    const PolicyStore store = policyStore();
    return store.settings ? fromSettings(*store.settings, store.where) : fromFile(store.where);
}

Found<AdministratorPolicy> fromFile(const QString &path)
{
    return WholeFile::readWith<AdministratorPolicy>(path, administratorPolicyFromJson);
}

Found<AdministratorPolicy> fromSettings(const QSettings &settings, const QString &where)
{
    if (settings.status() != QSettings::NoError)
        return {where, Result<AdministratorPolicy>(Error{Error::Code::Io, u"it can't be read"_s})};
    const QStringList keys = settings.allKeys();
    if (keys.isEmpty())
        return {where, std::nullopt};
    // One reader for all systems: the store is turned into the file that would say the same.
    QJsonObject object{{u"schema"_s, 1}};
    for (const QString &key : keys) {
        const QVariant value = settings.value(key);
        const QString text = value.toString().toLower();
        if (key == "schema"_L1)
            object[key] = value.toInt();
        else if (key != "maximum_level"_L1 && (text == "1"_L1 || text == "true"_L1))
            object[key] = true;
        else if (key != "maximum_level"_L1 && (text == "0"_L1 || text == "false"_L1))
            object[key] = false;
        else
            object[key] = value.toString();
    }
    return {where, administratorPolicyFromJson(QJsonDocument(object).toJson())};
}

} // namespace Telemetry::AdministratorSource
