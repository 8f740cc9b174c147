#include "host/history/historykeys.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/history/historynames.h"
#include "host/history/keysjson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto signaturesKey = u"signatures"_s;

QByteArray purpose()
{
    return "napari-telemetry history key"_ba;
}

/// What is signed under the line of a key: the line without its signatures, with its place in the chain.
QByteArray statementOf(HistoryEntry entry)
{
    entry.said.what.remove(signaturesKey);
    return lineOf(entry);
}

Error invalid(const QString &detail)
{
    return {Error::Code::Invalid, detail};
}

} // namespace

const HistoryKey *HistoryKeys::find(const QByteArray &name) const
{
    const auto it = std::find_if(m_keys.begin(), m_keys.end(), [&](const HistoryKey &key) { return key.name == name; });
    return it == m_keys.end() ? nullptr : &*it;
}

qsizetype HistoryKeys::validKeys() const
{
    return std::count_if(m_keys.begin(), m_keys.end(), [](const HistoryKey &key) { return key.isValid(); });
}

Result<HistoryKeys> HistoryKeys::after(const KeyChange &change, const QDate &day) const
{
    HistoryKeys next = *this;
    const QByteArray name = keyName(change.publicBytes);
    const QString shown = QString::fromLatin1(name);
    const auto it =
        std::find_if(next.m_keys.begin(), next.m_keys.end(), [&](const HistoryKey &key) { return key.name == name; });
    if (change.does == KeyChange::Does::Add) {
        if (it != next.m_keys.end())
            return invalid(u"the key %1 was entered before; make a new one with \"key new\""_s.arg(shown));
        if (!isHistoryText(change.holder))
            return invalid(u"the holder of a key is one line of at most %1 characters"_s.arg(Limits::historyTextChars));
        if (m_keys.size() == Limits::historyKeys)
            return Error{Error::Code::TooLarge, u"%1 keys were entered, more are not read"_s.arg(m_keys.size())};
        next.m_keys.append({name, change.publicBytes, day, std::nullopt, std::nullopt, change.holder});
    } else if (it == next.m_keys.end()) {
        return invalid(u"there is no key %1"_s.arg(shown));
    } else if (change.does == KeyChange::Does::Revoke) { // also of a retired one: whoever has it could pretend
        if (it->revoked)
            return invalid(u"the key %1 is revoked already"_s.arg(shown));
        it->revoked = day;
    } else {
        if (!it->isValid())
            return invalid(u"the key %1 is retired or revoked already"_s.arg(shown));
        it->until = day;
    }
    if (change.threshold != 0)
        next.m_threshold = change.threshold;
    if (next.m_threshold < 1 || next.m_threshold > next.validKeys())
        return invalid(u"%1 keys would be valid then, and %2 have to sign; add a key first"_s.arg(
            QString::number(next.validKeys()), QString::number(next.m_threshold)));
    return next;
}

Result<HistoryDraft> HistoryKeys::draftOf(const KeyChange &change, const QDate &day, const QString &reason) const
{
    const auto next = after(change, day);
    if (!next)
        return next.error();
    return HistoryDraft{
        HistoryKind::Key, {{HistoryNames::keys, sha256Of(next.value().bytes())}}, toJson(change), reason};
}

Result<HistoryKeys> HistoryKeys::after(const HistoryEntry &entry) const
{
    QJsonObject what = entry.said.what;
    const auto signatures = readSignatures(what.take(signaturesKey));
    if (!signatures)
        return signatures.error();
    const auto change = readKeyChange(what);
    if (!change)
        return change.error();
    auto next = after(change.value(), entry.day);
    if (!next)
        return next;
    if (entry.said.files.value(HistoryNames::keys) != sha256Of(next.value().bytes()))
        return invalid(u"it doesn't name the keys.json that follows from the history"_s);
    const HistoryKeys &signers = m_keys.isEmpty() ? next.value() : *this;
    const auto judged = signers.judge(purpose(), statementOf(entry), signatures.value());
    for (const JudgedSignature &one : judged) {
        if (one.verdict != JudgedSignature::Verdict::Good)
            return invalid(u"a change of the keys was not approved: %1"_s.arg(textOf(one)));
    }
    if (judged.size() < signers.threshold())
        return invalid(
            u"a change of the keys was not approved: %1 of the keys valid before it had to sign, %2 did"_s.arg(
                QString::number(signers.threshold()), QString::number(judged.size())));
    return next;
}

QList<JudgedSignature> HistoryKeys::judge(const QByteArray &purpose, const QByteArray &statement,
                                          const QList<NamedSignature> &signatures) const
{
    using Verdict = JudgedSignature::Verdict;
    QList<JudgedSignature> judged;
    for (const NamedSignature &one : signatures) {
        const HistoryKey *key = find(one.key);
        Verdict verdict = Verdict::Good;
        if (!key)
            verdict = Verdict::Unknown;
        else if (key->revoked)
            verdict = Verdict::Revoked;
        else if (key->until)
            verdict = Verdict::Retired;
        else if (!isSignedBy(purpose, statement, one.signature, key->publicBytes))
            verdict = Verdict::Wrong;
        judged.append({one.key, verdict});
    }
    return judged;
}

QByteArray HistoryKeys::bytes() const
{
    QJsonArray keys;
    for (const HistoryKey &key : m_keys)
        keys.append(toJson(key));
    return canonicalJson({{u"keys"_s, keys}, {u"threshold"_s, m_threshold}}) + '\n';
}

Result<HistoryKeys> HistoryKeys::read(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes, Limits::historyKeysBytes);
    if (!object)
        return object.error();
    const QJsonArray list = object.value()[u"keys"_s].toArray();
    if (list.size() > Limits::historyKeys)
        return Error{Error::Code::TooLarge, u"there are more than %1 keys"_s.arg(Limits::historyKeys)};
    HistoryKeys keys;
    keys.m_threshold = object.value()[u"threshold"_s].toInt();
    for (const QJsonValue &value : list) {
        auto key = readHistoryKey(value.toObject());
        if (!key)
            return key.error();
        if (keys.find(key.value().name))
            return invalid(u"a key is there twice"_s);
        keys.m_keys.append(std::move(key).value());
    }
    if (keys.m_threshold < 1 || keys.bytes() != bytes)
        return invalid(u"it is not in its one form (keys in order, one line, nothing else)"_s);
    return keys;
}

Result<HistoryEntry> signedBy(const QList<SigningKeys> &signers, HistoryEntry entry)
{
    QList<NamedSignature> signatures;
    for (const SigningKeys &keys : signers) {
        const auto signature = signatureOf(purpose(), statementOf(entry), keys);
        if (!signature)
            return signature.error();
        const NamedSignature named{keyName(keys.publicBytes), signature.value()};
        if (!signatures.contains(named)) // the same file named twice
            signatures.append(named);
    }
    entry.said.what.insert(signaturesKey, toJson(signatures));
    return entry;
}

QString textOf(const JudgedSignature &signature)
{
    const QString name = QString::fromLatin1(signature.key);
    switch (signature.verdict) {
    case JudgedSignature::Verdict::Good:
        break;
    case JudgedSignature::Verdict::Unknown:
        return u"the key %1 that signed was never entered in the history"_s.arg(name);
    case JudgedSignature::Verdict::Retired:
        return u"the key %1 that signed was retired before"_s.arg(name);
    case JudgedSignature::Verdict::Revoked:
        return u"the key %1 that signed was revoked before"_s.arg(name);
    case JudgedSignature::Verdict::Wrong:
        return u"the signature of the key %1 is of something else"_s.arg(name);
    }
    return {};
}

} // namespace Telemetry
