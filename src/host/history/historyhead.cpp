#include "host/history/historyhead.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/history/historyentry.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QJsonObject statement(const HistoryHead &head)
{
    return {{u"lines"_s, head.lines}, {u"sha256"_s, QString::fromLatin1(head.sha256)}};
}

} // namespace

QByteArray headPurpose()
{
    return "napari-telemetry history head"_ba;
}

QByteArray statementOf(const HistoryHead &head)
{
    return canonicalJson(statement(head));
}

QByteArray bytesOf(const HistoryHead &head)
{
    QJsonObject object = statement(head);
    object.insert(u"signatures"_s, toJson(head.signatures));
    return canonicalJson(object) + '\n';
}

Result<HistoryHead> readHistoryHead(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes, Limits::historyHeadBytes);
    if (!object)
        return object.error();
    auto signatures = readSignatures(object.value()[u"signatures"_s]);
    if (!signatures)
        return signatures.error();
    HistoryHead head{object.value()[u"lines"_s].toInt(-1), object.value()[u"sha256"_s].toString().toLatin1(),
                     std::move(signatures).value()};
    if (head.lines < 0 || head.lines > Limits::historyLines || !isSha256(head.sha256))
        return Error{Error::Code::Invalid, u"it doesn't say how many lines there are, and what the last one is"_s};
    if (bytesOf(head) != bytes)
        return Error{Error::Code::Invalid, u"it is not in its one form (keys in order, one line, nothing else)"_s};
    return head;
}

} // namespace Telemetry
