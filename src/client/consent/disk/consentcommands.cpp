#include "client/consent/disk/consentcommands.h"

#include "client/consent/disk/administratorsource.h"
#include "client/consent/disk/consentfile.h"
#include "client/consent/disk/consentstore.h"
#include "client/consent/levelsummary.h"
#include "client/consent/question.h"
#include "contract/datadictionary.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QJsonValue optionalMoment(const std::optional<QDateTime> &moment)
{
    return moment ? QJsonValue(moment->toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject answerToJson(const Answer &answer)
{
    return {{u"level"_s, levelName(answer.level)},
            {u"answered"_s, optionalMoment(answer.answered)},
            {u"expires"_s, optionalMoment(answer.expires)},
            {u"dictionary"_s, answer.dictionary}};
}

} // namespace

ConsentCommands::ConsentCommands(const Host &host, const DataDictionary &dictionary)
    : m_host(host)
    , m_dictionary(dictionary)
{
}

QJsonObject ConsentCommands::status(const PythonFacts &python) const
{
    const ConsentFile file(m_host);
    // No window here: what a screen decides is left to napari's start.
    PolicyInputs inputs = gatherPolicyInputs(file, containerPlace(m_host), m_dictionary, {});
    inputs.python = python;
    const PolicyReport report = Policy::report(inputs);
    QJsonArray sources;
    for (const PolicyFinding &finding : report.findings) {
        sources.append(QJsonObject{{u"source"_s, finding.id},
                                   {u"where"_s, finding.where},
                                   {u"says"_s, finding.says},
                                   {u"limit"_s, finding.limit ? QJsonValue(levelName(*finding.limit)) : QJsonValue()},
                                   {u"decides"_s, finding.decides}});
    }
    QJsonArray answers;
    const auto record = file.read().content;
    if (record && *record) {
        for (const Answer &answer : record->value().earlier)
            answers.append(answerToJson(answer));
        answers.append(answerToJson(record->value().answer));
    }
    return {{u"level"_s, levelName(report.effective.level)},
            {u"reason"_s, report.effective.reason},
            {u"will_ask"_s, report.effective.ask},
            {u"changes_at"_s, optionalMoment(report.effective.changesAt)},
            {u"sources"_s, sources},
            {u"answers"_s, answers},
            {u"only_napari_knows"_s, QJsonArray{
                                         tr("No main window of napari is visible."),
                                         tr("napari is in the window of another program."),
                                         tr("There is no screen (Qt's platforms “offscreen” and “minimal”)."),
                                         tr("pytest was imported in napari's Python."),
                                         tr("A variable is set in napari's process and not here: NAPARI_TELEMETRY, "
                                            "DO_NOT_TRACK, CI."),
                                         tr("The plugin was disabled while napari runs."),
                                         tr("The library of the plugin can't be loaded."),
                                     }}};
}

QJsonObject ConsentCommands::revoke() const
{
    ConsentStore store(m_host, m_dictionary, {});
    const auto written =
        store.choose({Level::None, std::nullopt, std::nullopt}, Question(m_dictionary, Endpoints()).hash());
    return {{u"saved"_s, written.ok()},
            {u"file"_s, store.answerPath()},
            {u"events"_s, store.hasEvents()},
            {u"message"_s,
             written
                 ? tr("Telemetry is off in this environment. A napari that runs stops within a second. To have erased "
                      "what was sent, open Preferences, Telemetry in napari.")
                 : tr("The no could not be saved: %1. The variable NAPARI_TELEMETRY=0 turns telemetry off.")
                       .arg(written.error().detail)}};
}

QJsonObject ConsentCommands::notDeleted(const QString &reason)
{
    return {
        {u"message"_s, tr("What waits to be sent could not be deleted now (%1). It is not sent: after another yes it "
                          "is deleted first.")
                           .arg(reason)}};
}

QString ConsentCommands::meaning(const AdministratorPolicy &policy)
{
    QStringList sentences{
        policy.maximum == Level::None ? tr("Telemetry is off.")
        : policy.mayAsk
            ? tr("Telemetry can be at most “%1”, if the user agrees.").arg(LevelSummary::name(policy.maximum))
            : tr("Telemetry can be at most “%1”; napari does not ask.").arg(LevelSummary::name(policy.maximum))};
    if (policy.sharedHome)
        sentences.append(tr("A person with one home folder on many computers counts once."));
    if (policy.keepsHome)
        sentences.append(tr("Home folders in containers count as kept, so napari may ask there, too."));
    return sentences.join(u' ');
}

QJsonObject ConsentCommands::checkPolicy(const QString &path)
{
    const auto found = path.isEmpty() ? AdministratorSource::ofThisSystem() : AdministratorSource::fromFile(path);
    QJsonObject answer{{u"file"_s, found.path}, {u"valid"_s, found.content && found.content->ok()}};
    if (!found.content) {
        // None on this system is fine; one that was named has to be there.
        answer[u"valid"_s] = path.isEmpty();
        answer[u"message"_s] = tr("There is no such file.");
    } else if (!*found.content) {
        answer[u"message"_s] = tr("It can't be read, so telemetry would be off: %1").arg(found.content->error().detail);
    } else {
        const AdministratorPolicy &policy = found.content->value();
        answer[u"maximum_level"_s] = levelName(policy.maximum);
        answer[u"may_ask"_s] = policy.mayAsk;
        answer[u"shared_home"_s] = policy.sharedHome;
        answer[u"keeps_home"_s] = policy.keepsHome;
        answer[u"message"_s] = meaning(policy);
    }
    return answer;
}

} // namespace Telemetry
