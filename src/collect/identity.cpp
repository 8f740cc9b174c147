#include "collect/identity.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/reporter.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 1;
/// "Counted at most twice that week."
constexpr int drawsPerWeek = 2;

Result<Identity> withNewSecret(Identity next, const SecretSource &draw)
{
    next.secret = draw();
    if (next.secret.size() != Limits::secretBytes)
        return Error{Error::Code::Io, u"no random secret could be drawn"_s};
    return next;
}

std::optional<QByteArray> secretFromHex(const QString &text)
{
    const QByteArray secret = QByteArray::fromHex(text.toLatin1());
    if (secret.size() != Limits::secretBytes || QString::fromLatin1(secret.toHex()) != text)
        return std::nullopt;
    return secret;
}

} // namespace

Result<Identity> advanced(const std::optional<Identity> &last, Week now, const SecretSource &draw)
{
    if (!last)
        return withNewSecret({now, {}, now, now, 1}, draw);

    const int ahead = last->week.weeksTo(now);
    if (ahead == 0 || ahead == -1)
        return *last;

    Identity next = *last;
    next.week = now;
    if (ahead > 0 && ahead <= Limits::ratchetWeeks) {
        for (int week = 0; week < ahead; ++week)
            next.secret = nextSecret(next.secret);
        return next;
    }

    const bool again = last->drawnIn == now;
    // Behind: a secret of this week may have been used before the clock ran ahead, so the new one is the second.
    next.draws = again ? last->draws + 1 : (ahead < 0 ? 2 : 1);
    if (next.draws > drawsPerWeek)
        return Error{Error::Code::Invalid, u"the clock went back to a week that was counted twice already"_s};
    next.drawnIn = now;
    // A first week in the future was a mistake of the clock.
    next.since = qMin(last->since, now);
    return withNewSecret(next, draw);
}

QByteArray identityToJson(const Identity &identity)
{
    return canonicalJson({{u"schema"_s, schema},
                          {u"week"_s, identity.week.toString()},
                          {u"secret"_s, QString::fromLatin1(identity.secret.toHex())},
                          {u"since"_s, identity.since.toString()},
                          {u"drawn_in"_s, identity.drawnIn.toString()},
                          {u"draws"_s, identity.draws}});
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
    const auto since = Week::fromString(object["since"_L1].toString());
    const auto drawnIn = Week::fromString(object["drawn_in"_L1].toString());
    const auto secret = secretFromHex(object["secret"_L1].toString());
    const int draws = object["draws"_L1].toInt(-1);
    if (found != schema || !week || !since || !drawnIn || !secret || draws < 1 || draws > drawsPerWeek
        || object.size() != 6)
        return Error{Error::Code::Invalid, u"the identity does not have its form"_s};
    return Identity{*week, *secret, *since, *drawnIn, draws};
}

} // namespace Telemetry
