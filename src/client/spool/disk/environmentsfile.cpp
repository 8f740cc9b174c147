#include "client/spool/disk/environmentsfile.h"

#include "client/consent/clientfiles.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "platform/disk/filelock.h"
#include "platform/disk/wholefile.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 1;

} // namespace

EnvironmentsFile::EnvironmentsFile(QString file)
    : m_file(std::move(file))
{
}

Result<QMap<QString, QString>> EnvironmentsFile::read() const
{
    QMap<QString, QString> known;
    const auto bytes = WholeFile::read(m_file, Limits::environmentsFileBytes);
    if (!bytes)
        return known;
    if (!*bytes)
        return bytes->error();
    const auto parsed = parseJsonObject(bytes->value(), Limits::environmentsFileBytes);
    if (!parsed)
        return parsed.error();
    if (parsed.value()["schema"_L1].toInt() != schema || !parsed.value()["environments"_L1].isObject())
        return Error{Error::Code::Invalid, u"it is not a list of environments"_s};
    const QJsonObject environments = parsed.value()["environments"_L1].toObject();
    for (auto one = environments.begin(); one != environments.end(); ++one)
        known.insert(one.key(), one.value().toString());
    return known;
}

Result<Done> EnvironmentsFile::add(const QString &key, const QString &environment)
{
    const auto isThere = [&](const Result<QMap<QString, QString>> &known) {
        return known && known.value().value(key) == environment;
    };
    if (isThere(read()))
        return Done{};
    FileLock lock(ClientFiles::lockOf(m_file));
    if (auto locked = lock.lock(); !locked)
        return locked;
    const auto known = read(); // another process may have been faster
    if (isThere(known))
        return Done{};
    QJsonObject environments{{key, environment}};
    const QMap<QString, QString> others = known ? known.value() : QMap<QString, QString>();
    for (auto other = others.begin(); other != others.end(); ++other) {
        if (other.key() != key && QFileInfo::exists(ClientFiles::spoolIn(QFileInfo(m_file).path(), other.key())))
            environments.insert(other.key(), other.value());
    }
    const QJsonObject list{{u"schema"_s, schema}, {u"environments"_s, environments}};
    return WholeFile::write(m_file, QJsonDocument(list).toJson(QJsonDocument::Indented), WholeFile::Folder::Ours);
}

} // namespace Telemetry
