#include "client/spool/disk/heldtopicsfile.h"

#include "client/consent/clientfiles.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "platform/disk/filelock.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/wholefile.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 1;

Error unreadable(Error::Code code, const QString &why)
{
    return {code, u"the list of the topics that are held can't be read: %1"_s.arg(why)};
}

Result<QSet<QString>> topicsOf(const QJsonObject &object)
{
    if (object["schema"_L1].toInt() > schema)
        return unreadable(Error::Code::Unsupported, u"it was written by a newer version"_s);
    if (object["schema"_L1].toInt() != schema || !object["held"_L1].isArray())
        return unreadable(Error::Code::Invalid, u"it is not such a list"_s);
    QSet<QString> topics;
    for (const QJsonValue &topic : object["held"_L1].toArray()) {
        if (!topic.isString())
            return unreadable(Error::Code::Invalid, u"a topic is not a text"_s);
        topics.insert(topic.toString());
    }
    return topics;
}

} // namespace

HeldTopicsFile::HeldTopicsFile(QString file)
    : m_file(std::move(file))
{
}

Result<QSet<QString>> HeldTopicsFile::read() const
{
    const auto bytes = WholeFile::read(m_file, Limits::heldTopicsFileBytes);
    if (!bytes)
        return QSet<QString>();
    if (!*bytes)
        return unreadable(bytes->error().code, bytes->error().detail);
    const auto object = parseJsonObject(bytes->value(), Limits::heldTopicsFileBytes);
    if (!object)
        return unreadable(object.error().code, object.error().detail);
    return topicsOf(object.value());
}

Result<Done> HeldTopicsFile::setHeld(const QString &topic, bool held)
{
    if (auto folder = makePrivateFolder(QFileInfo(m_file).absolutePath()); !folder)
        return folder.error();
    FileLock lock(ClientFiles::lockOf(m_file));
    if (const auto locked = lock.lock(); !locked)
        return Error{Error::Code::Io,
                     u"the list of the topics that are held can't be changed: %1"_s.arg(locked.error().detail)};
    auto known = read();
    if (!known)
        return known.error();
    QSet<QString> topics = std::move(known).value();
    if (held)
        topics.insert(topic);
    else
        topics.remove(topic);
    QStringList sorted(topics.begin(), topics.end());
    sorted.sort();
    const QByteArray list = canonicalJson({{u"schema"_s, schema}, {u"held"_s, QJsonArray::fromStringList(sorted)}});
    if (auto written = WholeFile::write(m_file, list, WholeFile::Folder::Ours); !written)
        return Error{Error::Code::Io,
                     u"the list of the topics that are held can't be written: %1"_s.arg(written.error().detail)};
    return Done{};
}

} // namespace Telemetry
