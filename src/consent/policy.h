#pragma once

#include "consent/consentrecord.h"
#include "contract/level.h"
#include "contract/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <optional>

namespace Telemetry {

/// A file that one of the sources is read from, as it was found.
template<typename T> struct Found
{
    QString path;
    std::optional<Result<T>> content; ///< nothing: there is no such file
};

/// What an administrator set for the whole computer.
struct AdministratorPolicy
{
    Level maximum = Level::Full;
    bool mayAsk = true;
};

/// Reads `{"schema": 1, "maximum_level": "basic", "may_ask": false}`; both settings are optional. Strict, as
/// consentRecordFromJson().
[[nodiscard]] Result<AdministratorPolicy> administratorPolicyFromJson(const QByteArray &json);

/// Everything that the decision depends on. Nothing else is looked at.
struct PolicyInputs
{
    Found<AdministratorPolicy> administrator;
    QHash<QString, QString> environment; ///< the variables of the process
    QString platformName;                ///< QGuiApplication::platformName()
    bool personsSession = true;          ///< false: nobody can be asked (no place to keep an answer)
    Found<ConsentRecord> record;
    int dictionary = 0; ///< version of ours
    QDateTime now;      ///< UTC
};

/// What policy and consent together allow.
struct EffectiveLevel
{
    Level level = Level::None;
    bool ask = false;            ///< the question is due
    bool fixed = false;          ///< nothing that the user chooses here can raise it
    Level maximum = Level::Full; ///< the highest that a choice can reach
    QString reason;              ///< translated, names the file or variable that decided
};

/// The most restrictive source wins; what is unreadable or unknown means none.
class Policy
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::Policy)
public:
    [[nodiscard]] static EffectiveLevel evaluate(const PolicyInputs &inputs);
};

} // namespace Telemetry
