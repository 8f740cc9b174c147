#include "host/history/keysjson.h"

#include "contract/limits.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int publicKeyBytes = 32;

QString dayText(const QDate &day)
{
    return day.toString(u"yyyy-MM-dd"_s);
}

Error invalid(const QString &detail)
{
    return {Error::Code::Invalid, detail};
}

/// The public bytes that an object has beside their name.
QByteArray publicBytesIn(const QJsonObject &object)
{
    const QByteArray bytes = fromStrictBase64(object[u"public"_s].toString());
    const bool isKey = bytes.size() == publicKeyBytes && object[u"name"_s].toString().toLatin1() == keyName(bytes);
    return isKey ? bytes : QByteArray();
}

QString toString(KeyChange::Does does)
{
    switch (does) {
    case KeyChange::Does::Add:
        break;
    case KeyChange::Does::Retire:
        return u"retired"_s;
    case KeyChange::Does::Revoke:
        return u"revoked"_s;
    }
    return u"added"_s;
}

} // namespace

QJsonObject toJson(const HistoryKey &key)
{
    QJsonObject object{{u"from"_s, dayText(key.from)},
                       {u"holder"_s, key.holder},
                       {u"name"_s, QString::fromLatin1(key.name)},
                       {u"public"_s, QString::fromLatin1(key.publicBytes.toBase64())}};
    if (key.until)
        object.insert(u"until"_s, dayText(*key.until));
    if (key.revoked)
        object.insert(u"revoked"_s, dayText(*key.revoked));
    return object;
}

Result<HistoryKey> readHistoryKey(const QJsonObject &object)
{
    HistoryKey key;
    key.publicBytes = publicBytesIn(object);
    if (key.publicBytes.isEmpty())
        return invalid(u"a key has not the name of its public bytes"_s);
    key.name = keyName(key.publicBytes);
    key.holder = object[u"holder"_s].toString();
    if (!isHistoryText(key.holder))
        return invalid(u"a key's holder is not one line of at most %1 characters"_s.arg(Limits::historyTextChars));
    key.from = historyDay(object[u"from"_s].toString());
    if (object.contains(u"until"_s))
        key.until = historyDay(object[u"until"_s].toString());
    if (object.contains(u"revoked"_s))
        key.revoked = historyDay(object[u"revoked"_s].toString());
    if (!key.from.isValid() || (key.until && !key.until->isValid()) || (key.revoked && !key.revoked->isValid()))
        return invalid(u"a key has something that is no day such as 2026-12-08"_s);
    return key;
}

QJsonObject toJson(const KeyChange &change)
{
    QJsonObject what{{u"does"_s, toString(change.does)},
                     {u"name"_s, QString::fromLatin1(keyName(change.publicBytes))},
                     {u"public"_s, QString::fromLatin1(change.publicBytes.toBase64())}};
    if (change.does == KeyChange::Does::Add)
        what.insert(u"holder"_s, change.holder);
    if (change.threshold != 0)
        what.insert(u"threshold"_s, change.threshold);
    return what;
}

Result<KeyChange> readKeyChange(const QJsonObject &what)
{
    using Does = KeyChange::Does;
    KeyChange change;
    const QString does = what[u"does"_s].toString();
    change.publicBytes = publicBytesIn(what);
    change.holder = what[u"holder"_s].toString();
    change.threshold = what[u"threshold"_s].toInt();
    for (const Does one : {Does::Retire, Does::Revoke}) {
        if (does == toString(one))
            change.does = one;
    }
    if (change.publicBytes.isEmpty() || toJson(change) != what)
        return invalid(u"\"what\" doesn't say which key is added, retired or revoked"_s);
    return change;
}

} // namespace Telemetry
