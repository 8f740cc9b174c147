#include "contract/batchcodec.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry::BatchCodec {

QByteArray encode(int dictionaryVersion, const QByteArrayList &events)
{
    return R"({"dictionary":)"_ba + QByteArray::number(dictionaryVersion) + R"(,"events":[)"_ba + events.join(',')
           + "]}"_ba;
}

QList<qsizetype> batchLengths(const QList<qsizetype> &eventSizes, int dictionaryVersion)
{
    const qsizetype frame = encode(dictionaryVersion, {}).size();
    QList<qsizetype> lengths;
    qsizetype bytes = 0;
    for (const qsizetype size : eventSizes) {
        const qsizetype more = size + 1; // and its comma
        if (lengths.isEmpty() || lengths.last() >= Limits::requestEvents || bytes + more > Limits::requestBytes) {
            lengths.append(0);
            bytes = frame;
        }
        ++lengths.last();
        bytes += more;
    }
    return lengths;
}

Result<DecodedBatch> decode(const QByteArray &body)
{
    auto object = parseJsonObject(body, Limits::requestBytes);
    if (!object)
        return object.error();
    const QJsonObject &batch = object.value();
    const QJsonValue version = batch["dictionary"_L1];
    if (!version.isDouble() || version.toInt(0) < 1)
        return Error{Error::Code::Invalid, u"\"dictionary\" is not a version"_s};
    if (!batch["events"_L1].isArray() || batch.size() != 2)
        return Error{Error::Code::Invalid, u"a batch has exactly dictionary and events"_s};
    const QJsonArray events = batch["events"_L1].toArray();
    if (events.isEmpty())
        return Error{Error::Code::Invalid, u"no events"_s};
    if (events.size() > Limits::requestEvents)
        return Error{Error::Code::TooLarge, u"%1 events, %2 are allowed"_s.arg(QString::number(events.size()),
                                                                               QString::number(Limits::requestEvents))};
    return DecodedBatch{version.toInt(), events};
}

QByteArray encodeAnswer(const QList<Refusal> &refused)
{
    QJsonArray list;
    for (const Refusal &refusal : refused)
        list.append(QJsonObject{{u"index"_s, refusal.index}, {u"reason"_s, refusal.reason}});
    return canonicalJson({{u"refused"_s, list}});
}

Result<QList<Refusal>> decodeAnswer(const QByteArray &body, qsizetype events)
{
    auto object = parseJsonObject(body, Limits::responseBytes);
    if (!object)
        return object.error();
    if (!object.value()["refused"_L1].isArray())
        return Error{Error::Code::Invalid, u"the answer has no list of refused events"_s};
    QList<Refusal> refused;
    QSet<int> seen;
    for (const QJsonValue &entry : object.value()["refused"_L1].toArray()) {
        const int index = entry["index"_L1].toInt(-1);
        if (index < 0 || index >= events || seen.contains(index))
            return Error{Error::Code::Invalid, u"the answer refuses an event that was not in the request"_s};
        seen.insert(index);
        refused.append({index, entry["reason"_L1].toString()});
    }
    return refused;
}

} // namespace Telemetry::BatchCodec
