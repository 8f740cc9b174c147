#pragma once

#include "client/consent/consentrecord.h"
#include "client/consent/host.h"
#include "contract/found.h"
#include "contract/level.h"
#include "contract/result.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace Telemetry {

/// What an administrator set for the whole computer.
struct AdministratorPolicy
{
    Level maximum = Level::Full;
    bool mayAsk = true;
    bool sharedHome = false; ///< people have one home folder on many computers: each counts once
    bool keepsHome = false;  ///< home folders in containers are not thrown away, however it looks
};

/// Reads `{"schema": 1, "maximum_level": "basic", "may_ask": false, "shared_home": true, "keeps_home": true}`; all
/// settings but the schema are optional. Strict, as consentRecordFromJson().
[[nodiscard]] Result<AdministratorPolicy> administratorPolicyFromJson(const QByteArray &json);

/// Whether an answer could be kept.
enum class AnswerKeeping {
    Kept,
    NoFolder, ///< napari keeps no settings (NAPARI_CONFIG="")
    ReadOnly, ///< the settings folder can't be written
};

/// The container that napari runs in. Default: none.
struct ContainerPlace
{
    QString program;    ///< whose it is, such as "docker"; empty: this is no container
    QString thrownAway; ///< the folder for answers or events that looks as if it goes with it; empty: both stay
};

/// Everything that the decision depends on. Nothing else is looked at.
struct PolicyInputs
{
    Found<AdministratorPolicy> administrator;
    QHash<QString, QString> environment; ///< the variables of the process
    QString platformName;                ///< QGuiApplication::platformName()
    PythonFacts python;
    AnswerKeeping keeping = AnswerKeeping::Kept;
    ContainerPlace container;
    Found<UserChoice> user;
    Found<ConsentRecord> record;
    bool isRefusal = false; ///< the record is what a choice left that could not be saved in its place
    int dictionary = 0;     ///< version of ours
    /// Whether ours sends more at this level than the dictionary of an earlier version did.
    std::function<bool(int since, Level level)> adds = [](int, Level) { return true; };
    QDateTime now; ///< UTC
};

/// What policy and consent together allow.
struct EffectiveLevel
{
    /// What the level comes from; the reason says it in words.
    enum class Cause {
        NotAsked,      ///< no answer yet, or nobody may be asked
        Chosen,        ///< the user's answer, none included
        Limited,       ///< the user's answer, lowered by a cap
        Expired,       ///< the time that the user set has ended
        Paused,        ///< the user's pause
        Administrator, ///< the administrator's policy
        Variable,      ///< a variable of the process
        NoSession,     ///< not a person's session
        Outdated,      ///< the dictionary has changed since the answer
        Unreadable,    ///< a file can't be read
    };
    Level level = Level::None;
    Cause cause = Cause::NotAsked;
    bool ask = false;                                  ///< the question is due
    bool fixed = false;                                ///< nothing that the user chooses here can raise it
    Level maximum = Level::Full;                       ///< the highest that a choice can reach
    QString reason;                                    ///< translated, names the file or variable that decided
    bool sharedHome = false;                           ///< as the administrator says, see AdministratorPolicy
    Level chosen = Level::None;                        ///< the user's answer, as far as it could be read
    int answeredDictionary = 0;                        ///< what `chosen` was answered to; 0: nothing
    QDateTime answered = {};                           ///< UTC; when `chosen` was answered; invalid: never
    QList<Answer> unbroken = {};                       ///< what led to `chosen`, see unbrokenAnswers()
    std::optional<QDateTime> changesAt = std::nullopt; ///< UTC; when time alone will change it
};

/// What one source says, for people who check. In the order in which the sources are heard.
struct PolicyFinding
{
    QString id;                 ///< for programs: "administrator", "DO_NOT_TRACK", "NAPARI_TELEMETRY", …
    QString where;              ///< the file or the variable
    QString says;               ///< translated
    std::optional<Level> limit; ///< the highest level that it allows; nothing: it has no say
    bool decides = false;       ///< the effective level comes from here
};

struct PolicyReport
{
    EffectiveLevel effective;
    QList<PolicyFinding> findings;
};

/// The most restrictive source wins; what is unreadable or unknown means none.
class Policy
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::Policy)
public:
    [[nodiscard]] static EffectiveLevel evaluate(const PolicyInputs &inputs) { return report(inputs).effective; }
    /// The same, with what every source says.
    [[nodiscard]] static PolicyReport report(const PolicyInputs &inputs);
};

} // namespace Telemetry
