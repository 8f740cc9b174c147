#include "client/spool/disk/erasingmark.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/reporter.h"
#include "platform/disk/wholefile.h"

#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 1;

/// [topic, reporter in hexadecimal digits]
std::optional<EventKey> keyOf(const QJsonValue &value)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2 || !pair[0].isString() || !pair[1].isString())
        return std::nullopt;
    const auto reporter = Reporter::fromString(pair[1].toString());
    if (!reporter)
        return std::nullopt;
    return EventKey{pair[0].toString(), reporter->bytes()};
}

} // namespace

QByteArray erasingToJson(const QList<EventKey> &chosen)
{
    QJsonArray keys;
    for (const EventKey &key : chosen)
        keys.append(QJsonArray{key.topic, QString::fromLatin1(key.reporter.toHex())});
    return canonicalJson({{u"schema"_s, schema}, {u"chosen"_s, keys}});
}

Result<QList<EventKey>> erasingFromJson(const QByteArray &json)
{
    const auto parsed = parseJsonObject(json, Limits::erasingFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt() > schema)
        return Error{Error::Code::Unsupported, u"it was written by a newer version"_s};
    if (object["schema"_L1].toInt() != schema || !object["chosen"_L1].isArray())
        return Error{Error::Code::Invalid, u"it is not what was chosen to be erased"_s};
    QList<EventKey> chosen;
    for (const QJsonValue &value : object["chosen"_L1].toArray()) {
        const auto key = keyOf(value);
        // One that can't be read is no reason to erase the others alone: the user chose all of them together.
        if (!key)
            return Error{Error::Code::Invalid, u"one of the chosen events can't be read"_s};
        chosen.append(*key);
    }
    return chosen;
}

ErasingMark::ErasingMark(QString file)
    : m_file(std::move(file))
{
}

Result<Done> ErasingMark::write(const QList<EventKey> &chosen)
{
    for (const EventKey &key : chosen) {
        if (!Reporter::fromBytes(key.reporter))
            return Error{Error::Code::Invalid, u"a chosen event has no identifier"_s};
    }
    if (auto written = WholeFile::write(m_file, erasingToJson(chosen), WholeFile::Folder::Ours); !written)
        return Error{Error::Code::Io, u"what is to be erased can't be noted: %1"_s.arg(written.error().detail)};
    return Done{};
}

Result<QList<EventKey>> ErasingMark::read() const
{
    const auto bytes = WholeFile::read(m_file, Limits::erasingFileBytes);
    if (!bytes)
        return Error{Error::Code::Io, u"there is no such file"_s};
    return *bytes ? erasingFromJson(bytes->value()) : Result<QList<EventKey>>(bytes->error());
}

void ErasingMark::remove()
{
    QFile::remove(m_file);
}

} // namespace Telemetry
