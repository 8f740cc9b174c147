#include "client/collect/identity.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/reporter.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 4;
/// "Counted at most twice that week."
constexpr int secretsPerWeek = 2;

/// Notes that the identity uses a secret in its week that was not used there before.
Result<Identity> withUse(Identity next)
{
    Identity::Use use{next.week, 1, false};
    const auto known = std::find_if(next.uses.begin(), next.uses.end(),
                                    [&](const Identity::Use &each) { return each.week == next.week; });
    if (known != next.uses.end()) {
        use = {known->week, known->secrets + 1, known->sent};
        next.uses.erase(known);
    }
    if (use.secrets > secretsPerWeek)
        return Error{Error::Code::Invalid, u"the clock went back to a week that was counted twice already"_s};
    next.uses.append(use);
    next.uses = next.uses.last(qMin(next.uses.size(), Limits::rememberedWeeks));
    return next;
}

Result<Identity> withNewSecret(Identity next, const SecretSource &draw)
{
    next.secret = draw();
    if (next.secret.size() != Limits::secretBytes)
        return Error{Error::Code::Io, u"no random secret could be drawn"_s};
    return next;
}

std::optional<QByteArray> secretFromHex(const QString &text)
{
    if (text.isEmpty())
        return QByteArray();
    const QByteArray secret = QByteArray::fromHex(text.toLatin1());
    if (secret.size() != Limits::secretBytes || QString::fromLatin1(secret.toHex()) != text)
        return std::nullopt;
    return secret;
}

Error damaged()
{
    return Error{Error::Code::Invalid, u"the identity does not have its form"_s};
}

bool isCount(int secrets)
{
    return secrets >= 1 && secrets <= secretsPerWeek;
}

std::optional<QList<Identity::Use>> usesFrom(const QJsonObject &object, Week current)
{
    QList<Identity::Use> uses;
    for (const QJsonValue &entry : object["uses"_L1].toArray()) {
        const auto week = Week::fromString(entry["week"_L1].toString());
        const int secrets = entry["secrets"_L1].toInt(-1);
        if (!week || !isCount(secrets) || !entry["sent"_L1].isBool() || entry.toObject().size() != 3)
            return std::nullopt;
        uses.append({*week, secrets, entry["sent"_L1].toBool()});
    }
    if (uses.isEmpty() || uses.size() > Limits::rememberedWeeks || uses.last().week != current || object.size() != 4)
        return std::nullopt;
    return uses;
}

/// After a no, something may be recorded in any week but those that are closed.
Result<Identity> anew(Identity next, Week now, const SecretSource &draw)
{
    const bool closed =
        std::any_of(next.uses.begin(), next.uses.end(), [&](const Identity::Use &use) { return use.week == now; });
    if (closed)
        return Error{Error::Code::Closed, u"telemetry was turned off in this week"_s};
    next.week = now;
    auto used = withUse(std::move(next));
    return used ? withNewSecret(std::move(used).value(), draw) : used;
}

} // namespace

Result<Identity> advanced(const std::optional<Identity> &last, Week now, const SecretSource &draw)
{
    if (!last)
        return withNewSecret({now, {}, {{now}}}, draw);
    if (last->secret.isEmpty())
        return anew(*last, now, draw);

    const int ahead = last->week.weeksTo(now);
    if (ahead == 0 || ahead == -1)
        return *last;

    Identity next = *last;
    next.week = now;
    auto used = withUse(next);
    if (!used)
        return used;
    next = std::move(used).value();
    if (ahead > 0 && ahead <= Limits::ratchetWeeks) {
        for (int week = 0; week < ahead; ++week)
            next.secret = nextSecret(next.secret);
        return next;
    }
    return withNewSecret(next, draw);
}

std::optional<Identity> emptied(const std::optional<Identity> &last, bool others)
{
    if (!last)
        return std::nullopt;
    Identity left = *last;
    left.secret.clear();
    if (!others)
        left.uses.removeIf([](const Identity::Use &use) { return !use.sent; });
    if (left.uses.isEmpty())
        return std::nullopt;
    for (Identity::Use &use : left.uses)
        use = {use.week, secretsPerWeek, true};
    left.week = left.uses.last().week;
    return left;
}

Identity withSending(Identity identity)
{
    for (Identity::Use &use : identity.uses)
        use.sent = true;
    return identity;
}

QByteArray identityToJson(const Identity &identity)
{
    QJsonArray uses;
    for (const Identity::Use &use : identity.uses)
        uses.append(QJsonObject{{u"week"_s, use.week.toString()}, {u"secrets"_s, use.secrets}, {u"sent"_s, use.sent}});
    return canonicalJson({{u"schema"_s, schema},
                          {u"week"_s, identity.week.toString()},
                          {u"secret"_s, QString::fromLatin1(identity.secret.toHex())},
                          {u"uses"_s, uses}});
}

Result<Identity> identityFromJson(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::identityFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    const int found = object["schema"_L1].toInt(-1);
    if (found > schema)
        return Error{Error::Code::Unsupported, u"the identity was written by a newer version"_s};
    const auto week = Week::fromString(object["week"_L1].toString());
    const auto secret = secretFromHex(object["secret"_L1].toString());
    if (found != schema || !week || !secret || !object["secret"_L1].isString())
        return damaged();
    const auto uses = usesFrom(object, *week);
    if (!uses)
        return damaged();
    return Identity{*week, *secret, *uses};
}

} // namespace Telemetry
