#include "client/consent/sampleevents.h"

#include "client/language/dictionarytext.h"
#include "contract/canonicaljson.h"
#include "contract/event.h"
#include "contract/limits.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The event's own bytes, so that the sample can't drift from what is sent.
QString jsonOf(const Event &event, const QString &reporterWords)
{
    QJsonObject object = QJsonDocument::fromJson(eventBytes(event)).object();
    object[u"reporter"_s] = reporterWords;
    return QString::fromUtf8(canonicalJson(object));
}

int countLeftOut(const QList<InstalledPlugin> &installed, const PublicStrings &publicStrings,
                 const TopicDefinition &topic)
{
    QSet<QString> names;
    QSet<QString> sendable;
    for (const InstalledPlugin &plugin : installed) {
        const QString name = normalisedPluginName(plugin.name);
        names.insert(name);
        if (!pluginValues({plugin}, publicStrings, topic).isEmpty())
            sendable.insert(name);
    }
    return static_cast<int>(names.size() - sendable.size());
}

} // namespace

SampleEvents::SampleEvents(const DataDictionary &dictionary, const HostFacts &facts,
                           const std::optional<QList<InstalledPlugin>> &installed, const PublicStrings &publicStrings,
                           Week week)
{
    for (const TopicDefinition &topic : dictionary.topics()) {
        QList<QJsonObject> values{topic.example};
        Sample::Kind kind = Sample::Kind::Example;
        if (const auto value = hostValue(facts, publicStrings, topic)) {
            values = {*value};
            kind = Sample::Kind::Real;
        } else if (topic.publicRule.kind == PublicRule::Kind::Plugin && installed) {
            values = pluginValues(*installed, publicStrings, topic);
            kind = Sample::Kind::Real;
            m_leftOut = countLeftOut(*installed, publicStrings, topic);
        }
        for (const QJsonObject &value : values) {
            // Its reporter is all zeros on the way: no secret is read or made for it. It would be the first.
            const Event event{topic.topic, topic.periodOf(week),
                              *Reporter::fromBytes(QByteArray(Limits::reporterBytes, '\0')), value, topic.firstIn};
            m_samples.append({&topic, kind, value, DictionaryText::sentence(topic, event),
                              jsonOf(event, tr("made after you agree"))});
        }
    }
}

QString SampleEvents::leftOutSentence(int leftOut)
{
    if (leftOut == 0)
        return {};
    return tr("%n plugin(s) are not on the public list, or not in the version that you have, and would not be sent.",
              nullptr, leftOut);
}

} // namespace Telemetry
