#include "consent/policy.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

EffectiveLevel off(const QString &reason)
{
    return {Level::None, false, true, Level::None, reason};
}

bool isSet(const QHash<QString, QString> &environment, const QString &name)
{
    const QString value = environment.value(name).trimmed().toLower();
    return !value.isEmpty() && value != "0"_L1 && value != "false"_L1;
}

} // namespace

Result<AdministratorPolicy> administratorPolicyFromJson(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::policyFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt() != 1)
        return Error{Error::Code::Unsupported, u"unknown schema"_s};
    static const QSet<QString> known{u"schema"_s, u"maximum_level"_s, u"may_ask"_s};
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return Error{Error::Code::Unsupported, u"unknown setting"_s};
    }
    AdministratorPolicy policy;
    if (object.contains("maximum_level"_L1)) {
        const auto level = levelFromName(object["maximum_level"_L1].toString());
        if (!level)
            return Error{Error::Code::Invalid, u"unknown level"_s};
        policy.maximum = *level;
    }
    if (object.contains("may_ask"_L1)) {
        if (!object["may_ask"_L1].isBool())
            return Error{Error::Code::Invalid, u"may_ask is not true or false"_s};
        policy.mayAsk = object["may_ask"_L1].toBool();
    }
    return policy;
}

EffectiveLevel Policy::evaluate(const PolicyInputs &inputs)
{
    EffectiveLevel result;
    QString capReason;

    // 1. The administrator.
    bool mayAsk = true;
    if (inputs.administrator.content) {
        const auto &content = *inputs.administrator.content;
        if (!content)
            return off(tr("Off: the administrator's file %1 can't be read (%2).")
                           .arg(inputs.administrator.path, content.error().detail));
        mayAsk = content.value().mayAsk;
        if (content.value().maximum < result.maximum) {
            result.maximum = content.value().maximum;
            capReason = tr("Limited by the administrator's file %1.").arg(inputs.administrator.path);
        }
        if (result.maximum == Level::None)
            return off(tr("Off: set by the administrator's file %1.").arg(inputs.administrator.path));
    }

    // 2. The environment of the process.
    if (isSet(inputs.environment, u"DO_NOT_TRACK"_s))
        return off(tr("Off: the variable DO_NOT_TRACK is set."));
    const QString variable = inputs.environment.value(u"NAPARI_TELEMETRY"_s);
    if (!variable.isEmpty()) {
        const auto cap = variable == "0"_L1 ? std::optional(Level::None) : levelFromName(variable);
        if (!cap)
            return off(tr("Off: the variable NAPARI_TELEMETRY has an unknown value."));
        if (*cap == Level::None)
            return off(tr("Off: the variable NAPARI_TELEMETRY says so."));
        if (*cap < result.maximum) {
            result.maximum = *cap;
            capReason = tr("Limited by the variable NAPARI_TELEMETRY.");
        }
    }

    // 3. Not a person's session.
    if (isSet(inputs.environment, u"CI"_s))
        return off(tr("Off: the variable CI is set, so this is not a person's session."));
    if (inputs.platformName == "offscreen"_L1 || inputs.platformName == "minimal"_L1)
        return off(tr("Off: there is no screen."));
    if (!inputs.personsSession)
        return off(tr("Off: napari keeps no settings here, so an answer could not be kept."));

    // 4. The consent record.
    if (!inputs.record.content) {
        result.ask = mayAsk;
        result.fixed = false;
        result.reason =
            mayAsk ? tr("Off: you have not been asked yet.")
                   : tr("Off: the administrator's file %1 does not let napari ask.").arg(inputs.administrator.path);
        return result;
    }
    if (!*inputs.record.content) {
        result.ask = mayAsk;
        result.reason = tr("Off: your answer in %1 can't be read.").arg(inputs.record.path);
        return result;
    }
    const ConsentRecord &record = inputs.record.content->value();
    if (record.expires && *record.expires <= inputs.now) {
        result.reason = tr("Off: the time you set ended on %1.")
                            .arg(QLocale().toString(record.expires->date(), QLocale::ShortFormat));
        return result;
    }
    if (record.dictionary > inputs.dictionary) {
        // Written by a newer version: what was agreed to then is not known here.
        result.reason = tr("Off: your answer was given to a newer version of the question.");
        return result;
    }
    if (record.dictionary < inputs.dictionary && record.level != Level::None) {
        // A newer dictionary may send more than was agreed to.
        result.ask = mayAsk;
        result.reason = tr("Off: what can be sent has changed since you answered.");
        return result;
    }
    result.level = lowerOf(record.level, result.maximum);
    const QString date = QLocale().toString(record.answered.toLocalTime().date(), QLocale::ShortFormat);
    result.reason = record.level > result.maximum ? capReason
                    : record.level == Level::None ? tr("Off: you chose so on %1.").arg(date)
                                                  : tr("You chose this on %1.").arg(date);
    return result;
}

} // namespace Telemetry
