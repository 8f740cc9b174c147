#include "platform/disk/shippedresources.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
QByteArray resource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

QByteArray shippedDictionarySource()
{
    return resource(u":/telemetry/dictionary.json"_s);
}

Result<DataDictionary> shippedDictionary()
{
    return DataDictionary::load(shippedDictionarySource());
}

Result<PublicStrings> shippedPublicStrings()
{
    return PublicStrings::load(shippedPublicList());
}

QByteArray shippedPublicList()
{
    return resource(u":/telemetry/public-list.json"_s);
}

QByteArray shippedEndpoints()
{
    return resource(u":/telemetry/endpoints.json"_s);
}

QMap<QString, QByteArray> shippedAuditKit()
{
    QMap<QString, QByteArray> files;
    const QStringList names = QDir(u":/telemetry/audit-kit"_s).entryList(QDir::Files);
    for (const QString &name : names)
        files.insert(u"audit-kit/"_s + name, resource(u":/telemetry/audit-kit/"_s + name));
    return files;
}

} // namespace Telemetry
