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

/// The files of a folder, by their names with this in front.
QMap<QString, QByteArray> filesOf(const QString &folder, const QString &front)
{
    QMap<QString, QByteArray> files;
    const QString path = u":/telemetry/"_s + folder;
    for (const QString &name : QDir(path).entryList(QDir::Files))
        files.insert(front + name, resource(path + name));
    return files;
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
    return filesOf(u"audit-kit/"_s, u"audit-kit/"_s);
}

QMap<QString, QByteArray> shippedPageFiles()
{
    return filesOf(u"pages/"_s, {});
}

} // namespace Telemetry
