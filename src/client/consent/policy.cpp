#include "client/consent/policy.h"

#include "client/consent/levelsummary.h"
#include "client/language/language.h"
#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QHash>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

bool isSet(const QHash<QString, QString> &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed().toLower();
    return !value.isEmpty() && value != "0"_L1 && value != "false"_L1;
}

QString shortDate(const QDateTime &moment)
{
    return Language::locale().toString(moment.toLocalTime().date(), QLocale::ShortFormat);
}

QString shortMoment(const QDateTime &moment)
{
    return Language::locale().toString(moment.toLocalTime(), QLocale::ShortFormat);
}

using Cause = EffectiveLevel::Cause;

/// Hears one source after the other. The first that allows the least decides.
class Hearing
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::Policy)
public:
    explicit Hearing(const PolicyInputs &inputs)
        : m_inputs(inputs)
    {
    }
    PolicyReport report()
    {
        hearAdministrator();
        hearVariables();
        hearSession();
        hearContainer();
        hearUser();
        hearRecord();
        return std::move(m_report);
    }

private:
    EffectiveLevel &result() { return m_report.effective; }

    /// Adds what a source says. Returns its index, for decides().
    void finding(const QString &id, const QString &where, const QString &says, std::optional<Level> limit)
    {
        m_report.findings.append({id, where, says, limit, false});
    }
    void decides(Cause cause, const QString &reason)
    {
        for (PolicyFinding &finding : m_report.findings)
            finding.decides = false;
        m_report.findings.last().decides = true;
        result().cause = cause;
        result().reason = reason;
    }
    /// What stands above the user's answer allows no more than this.
    void cap(Level level, Cause cause, const QString &reason)
    {
        if (level >= result().maximum)
            return;
        result().maximum = level;
        m_capCause = cause;
        m_capReason = reason;
        m_capIndex = m_report.findings.size() - 1;
    }

    void hearAdministrator()
    {
        const auto &[path, content] = m_inputs.administrator;
        const QString id = u"administrator"_s;
        if (!content) {
            finding(id, path, tr("There is no such file."), std::nullopt);
        } else if (!*content) {
            const QString reason =
                tr("Off: the administrator's file %1 can't be read (%2).").arg(path, content->error().detail);
            finding(id, path, reason, Level::None);
            cap(Level::None, Cause::Administrator, reason);
            m_mayAsk = false;
        } else {
            const AdministratorPolicy &policy = content->value();
            finding(id, path,
                    tr("At most \u201c%1\u201d; asking is %2.")
                        .arg(LevelSummary::name(policy.maximum), policy.mayAsk ? tr("allowed") : tr("not allowed")),
                    policy.maximum);
            cap(policy.maximum, Cause::Administrator,
                policy.maximum == Level::None ? tr("Off: set by the administrator's file %1.").arg(path)
                                              : tr("Limited by the administrator's file %1.").arg(path));
            m_mayAsk = policy.mayAsk;
            m_keepsHome = policy.keepsHome;
            result().sharedHome = policy.sharedHome;
        }
    }

    void hearVariables()
    {
        const QString doNotTrack = u"DO_NOT_TRACK"_s;
        const bool refused = isSet(m_inputs.environment, doNotTrack);
        finding(doNotTrack, doNotTrack, refused ? tr("It is set.") : tr("It is not set."),
                refused ? std::optional(Level::None) : std::nullopt);
        if (refused)
            cap(Level::None, Cause::Variable, tr("Off: the variable DO_NOT_TRACK is set."));

        const QString name = u"NAPARI_TELEMETRY"_s;
        const QString value = m_inputs.environment.value(name);
        if (value.isEmpty()) {
            finding(name, name, tr("It is not set."), std::nullopt);
            return;
        }
        const auto level = value == "0"_L1 ? std::optional(Level::None) : levelFromName(value);
        finding(name, name,
                level ? tr("At most \u201c%1\u201d.").arg(LevelSummary::name(*level))
                      : tr("It has an unknown value, which means none."),
                level.value_or(Level::None));
        cap(level.value_or(Level::None), Cause::Variable,
            !level                  ? tr("Off: the variable NAPARI_TELEMETRY has an unknown value.")
            : *level == Level::None ? tr("Off: the variable NAPARI_TELEMETRY says so.")
                                    : tr("Limited by the variable NAPARI_TELEMETRY."));
    }

    void hearSession()
    {
        const QString id = u"session"_s;
        QStringList where;
        QStringList reasons; // each that holds; the first decides
        const auto off = [&](const QString &from, const QString &reason) {
            where.append(from);
            reasons.append(reason);
        };
        if (m_inputs.python.pytest)
            off(u"pytest"_s, tr("Off: pytest is loaded, so this is a test run and not a person's session."));
        if (isSet(m_inputs.environment, u"CI"_s))
            off(u"CI"_s, tr("Off: the variable CI is set, so this is not a person's session."));
        if (m_inputs.platformName == "offscreen"_L1 || m_inputs.platformName == "minimal"_L1)
            off(m_inputs.platformName, tr("Off: there is no screen."));
        if (m_inputs.python.disabled)
            off(u"napari"_s, tr("Off: disabled in napari's plugin manager."));
        if (m_inputs.keeping == AnswerKeeping::NoFolder)
            off(u"NAPARI_CONFIG"_s, tr("Off: napari keeps no settings here, so an answer could not be kept."));
        if (reasons.isEmpty()) {
            finding(id, m_inputs.platformName, tr("A person's session."), std::nullopt);
            return;
        }
        finding(id, where.join(", "_L1), reasons.join(u' '), Level::None);
        cap(Level::None, Cause::NoSession, reasons.first());
    }

    /// An answer that is thrown away is asked for again at each start, and each start counts as another person.
    void hearContainer()
    {
        const QString id = u"container"_s;
        const auto &[program, folder] = m_inputs.container;
        if (program.isEmpty()) {
            finding(id, {}, tr("This is not a container."), std::nullopt);
        } else if (folder.isEmpty()) {
            finding(id, program, tr("A container whose home folder is kept."), std::nullopt);
        } else if (m_keepsHome) {
            finding(id, program, tr("The administrator says that home folders are kept in this container."),
                    std::nullopt);
        } else {
            const QString reason = tr("Off: this is a container (%1), and what is saved in %2 seems to go with it. An "
                                      "administrator can state that it is kept.")
                                       .arg(program, folder);
            finding(id, program, reason, Level::None);
            cap(Level::None, Cause::NoSession, reason);
        }
    }

    void hearUser()
    {
        const auto &[path, content] = m_inputs.user;
        const QString id = u"user"_s;
        if (!content) {
            finding(id, path, tr("There is no such file."), std::nullopt);
            return;
        }
        if (!*content) {
            // Not a cap: it is the user's own file, and a new choice replaces it.
            m_unreadableUser = tr("Off: your choice in %1 can't be read.").arg(path);
            finding(id, path, m_unreadableUser, Level::None);
            m_mayAsk = false;
            return;
        }
        m_neverAsk = content->value().neverAsk;
        finding(id, path, m_neverAsk ? tr("Do not ask in any environment.") : tr("Asking is allowed."), std::nullopt);
    }

    void hearRecord()
    {
        const auto &[path, content] = m_inputs.record;
        const bool mayAsk = m_mayAsk && !m_neverAsk && m_inputs.keeping == AnswerKeeping::Kept;
        if (!content) {
            finding(u"record"_s, path, tr("There is no such file: no answer yet."), std::nullopt);
            if (decidedAbove())
                return;
            result().ask = mayAsk;
            decides(Cause::NotAsked, notAskedReason());
            return;
        }
        if (!*content) {
            const QString reason = tr("Off: your answer in %1 can't be read.").arg(path);
            finding(u"record"_s, path, reason, Level::None);
            if (decidedAbove())
                return;
            result().ask = mayAsk;
            decides(Cause::Unreadable, reason);
            return;
        }
        hearAnswer(content->value(), mayAsk);
    }

    QString notAskedReason() const
    {
        if (m_inputs.administrator.content && !m_mayAsk)
            return tr("Off: the administrator's file %1 does not let napari ask.").arg(m_inputs.administrator.path);
        if (m_neverAsk)
            return tr("Off: you chose not to be asked in any environment (%1).").arg(m_inputs.user.path);
        if (m_inputs.keeping == AnswerKeeping::ReadOnly)
            return tr("Off: %1 can't be written, so an answer could not be kept.").arg(m_inputs.record.path);
        return tr("Off: you have not been asked yet.");
    }

    void hearAnswer(const ConsentRecord &record, bool mayAsk)
    {
        const Answer &answer = record.answer;
        const QDateTime &now = m_inputs.now;
        result().chosen = answer.level;
        result().answeredDictionary = answer.dictionary;
        result().answered = answer.answered;
        result().unbroken = unbrokenAnswers(record);

        Cause cause = Cause::Chosen;
        QString reason = answer.level == Level::None ? tr("Off: you chose so on %1.").arg(shortDate(answer.answered))
                                                     : tr("You chose this on %1.").arg(shortDate(answer.answered));
        bool ask = false;
        if (answer.level == Level::None) {
            // A no stays a no, whatever else the record says.
            if (m_inputs.isRefusal)
                reason = tr("Off: what you chose on %1 could not be saved in its place. Choose again to change this.")
                             .arg(shortDate(answer.answered));
        } else if (answer.expires && *answer.expires <= now) {
            cause = Cause::Expired;
            reason = tr("Off: the time that you set ended on %1.").arg(shortDate(*answer.expires));
        } else if (answer.dictionary > m_inputs.dictionary) {
            // Written by a newer version: what was agreed to then is not known here.
            cause = Cause::Outdated;
            reason = tr("Off: your answer was given to a newer version of the question.");
        } else if (answer.dictionary < m_inputs.dictionary && m_inputs.adds(answer.dictionary, answer.level)) {
            cause = Cause::Outdated;
            reason = tr("Off: more would be sent at this level than when you answered.");
            ask = mayAsk;
        } else if (record.pause && (!record.pause->until || *record.pause->until > now)) {
            cause = Cause::Paused;
            reason = record.pause->until ? tr("Paused until %1.").arg(shortMoment(*record.pause->until))
                                         : tr("Paused until you resume.");
            result().changesAt = record.pause->until;
            // The time that was set goes on: when it ends, what is pending has to go.
            if (answer.expires && (!result().changesAt || *answer.expires < *result().changesAt))
                result().changesAt = answer.expires;
        } else {
            result().changesAt = answer.expires;
            if (answer.expires)
                reason += u' ' + tr("It ends on %1.").arg(shortDate(*answer.expires));
        }
        const Level allowed = cause == Cause::Chosen ? answer.level : Level::None;
        finding(u"record"_s, m_inputs.record.path,
                tr("\u201c%1\u201d. %2").arg(LevelSummary::name(answer.level), reason), allowed);
        if (decidedAbove())
            return;
        result().level = lowerOf(allowed, result().maximum);
        result().ask = ask;
        decides(cause, reason);
        if (allowed > result().maximum) {
            m_report.findings.last().decides = false;
            m_report.findings[m_capIndex].decides = true;
            result().cause = Cause::Limited;
            result().reason = m_capReason;
        }
    }

    /// What is above the record allows nothing: then the record is reported and not acted on.
    bool decidedAbove()
    {
        if (result().maximum == Level::None) {
            m_report.findings[m_capIndex].decides = true;
            result().cause = m_capCause;
            result().reason = m_capReason;
            result().fixed = true;
            return true;
        }
        if (!m_unreadableUser.isEmpty()) {
            for (PolicyFinding &finding : m_report.findings)
                finding.decides = finding.id == "user"_L1;
            result().cause = Cause::Unreadable;
            result().reason = m_unreadableUser;
            return true;
        }
        return false;
    }

    const PolicyInputs &m_inputs;
    PolicyReport m_report;
    bool m_mayAsk = true;
    bool m_neverAsk = false;
    bool m_keepsHome = false;
    Cause m_capCause = Cause::NotAsked;
    QString m_capReason;
    qsizetype m_capIndex = 0; ///< the finding that set the maximum
    QString m_unreadableUser;
};

} // namespace

Result<AdministratorPolicy> administratorPolicyFromJson(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt() != 1)
        return Error{Error::Code::Unsupported, u"unknown schema"_s};
    AdministratorPolicy policy;
    const QHash<QString, bool *> yesOrNo{
        {u"may_ask"_s, &policy.mayAsk}, {u"shared_home"_s, &policy.sharedHome}, {u"keeps_home"_s, &policy.keepsHome}};
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (bool *const setting = yesOrNo.value(it.key())) {
            if (!it.value().isBool())
                return Error{Error::Code::Invalid, u"%1 is not true or false"_s.arg(it.key())};
            *setting = it.value().toBool();
        } else if (it.key() != "schema"_L1 && it.key() != "maximum_level"_L1) {
            return Error{Error::Code::Unsupported, u"unknown setting"_s};
        }
    }
    if (object.contains("maximum_level"_L1)) {
        const auto level = levelFromName(object["maximum_level"_L1].toString());
        if (!level)
            return Error{Error::Code::Invalid, u"unknown level"_s};
        policy.maximum = *level;
    }
    return policy;
}

PolicyReport Policy::report(const PolicyInputs &inputs)
{
    return Hearing(inputs).report();
}

} // namespace Telemetry
