#include "client/collect/userecorder.h"

#include "client/sources/usefilter.h"
#include "client/spool/abstractusejournal.h"
#include "client/spool/useline.h"
#include "contract/limits.h"
#include "contract/mergerule.h"
#include "contract/reporter.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Telemetry {

UseRecorder::UseRecorder(std::unique_ptr<const Clock> clock)
    : m_clock(std::move(clock))
{
}

UseRecorder::~UseRecorder() = default;

int UseRecorder::number(const QString &thing, const Value &value)
{
    const std::lock_guard guard(m_mutex);
    if (const auto known = m_numbers.constFind(thing); known != m_numbers.constEnd())
        return *known;
    if (m_numbers.size() >= Limits::countedThings)
        return -1;
    const int next = static_cast<int>(m_things.size());
    m_things.push_back({value, false, {}});
    m_numbers.insert(thing, next);
    return next;
}

int UseRecorder::commandNumber(const QString &command)
{
    return number(command,
                  [command](const UseFilter &filter, const TopicDefinition &topic) -> std::optional<QJsonObject> {
                      if (topic.publicRule.kind != PublicRule::Kind::Command || !filter.allows(command))
                          return std::nullopt;
                      return QJsonObject{{topic.publicRule.nameField, command},
                                         {topic.merge.greaterField, topic.merge.classes.value(0)}};
                  });
}

int UseRecorder::layerNumber(const LayerFacts &facts)
{
    // No command has a line break in its id.
    const QString kind = u"%1\n%2\n%3\n%4\n%5"_s.arg(facts.layerType, facts.arrayModule, facts.dtype,
                                                     QString::number(facts.ndim), QString::number(facts.elements));
    return number(kind, [facts](const UseFilter &, const TopicDefinition &topic) { return layerValue(facts, topic); });
}

UseRecorder::Kept UseRecorder::use(int number)
{
    const std::lock_guard guard(m_mutex);
    if (!m_stale || number < 0 || static_cast<size_t>(number) >= m_things.size())
        return Kept::No;
    if (m_door) {
        const qint64 now = m_clock->now().toMSecsSinceEpoch();
        if (now >= m_door->begin && now < m_door->end)
            return keep(number);
        m_door.reset();
        m_stale();
    }
    if (static_cast<qsizetype>(m_waiting.size()) >= Limits::countedThings)
        return Kept::No;
    m_waiting.push_back(number);
    return Kept::Later;
}

UseRecorder::Kept UseRecorder::keep(int number)
{
    Thing &thing = m_things[static_cast<size_t>(number)];
    if (!thing.known)
        prepare(thing);
    if (thing.lines.empty())
        return Kept::No;
    bool all = true;
    for (const int place : thing.lines) {
        Line &line = m_lines[static_cast<size_t>(place)];
        if (line.rest <= 0)
            continue; // in the greatest class, or said already, whatever the other sessions counted
        if (m_door->journal->append(place, line.first, line.again))
            --line.rest;
        else
            all = false;
    }
    return all ? Kept::Yes : Kept::No;
}

/// What is not public is dropped in silence, on purpose: it is the rule, not a fault.
void UseRecorder::prepare(Thing &thing)
{
    thing.known = true;
    thing.lines.clear();
    for (const TopicDefinition &topic : m_door->maker.dictionary().topics()) {
        if (!topic.isUse || !m_door->filter->keeps(topic.topic))
            continue;
        const auto value = thing.value(*m_door->filter, topic);
        if (const int line = value ? lineOf(topic, *value) : -1; line >= 0)
            thing.lines.push_back(line);
    }
}

/// The same for all things that say the same by this topic; -1 when it makes no event.
int UseRecorder::lineOf(const TopicDefinition &topic, const QJsonObject &value)
{
    // What makes an event distinct, before anything is derived from it: most kinds of layers add nothing new.
    const QByteArray key = topic.topic.toUtf8() + '\0' + distinctPart(topic, value);
    if (const auto known = m_lineNumbers.constFind(key); known != m_lineNumbers.constEnd())
        return *known;
    const auto event = m_door->maker.make(topic.topic, value);
    if (!event)
        return -1;
    const int next = static_cast<int>(m_lines.size());
    m_lines.push_back(
        {useLine(next, event.value()), useAgainLine(next), topic.isCounter() ? greatestBound(topic.merge.classes) : 1});
    m_lineNumbers.insert(key, next);
    return next;
}

int UseRecorder::start(std::function<void()> stale)
{
    const std::lock_guard guard(m_mutex);
    m_stale = std::move(stale);
    m_door.reset();
    return ++m_session;
}

void UseRecorder::open(int session, std::shared_ptr<AbstractUseJournal> journal, const EventMaker &maker,
                       std::shared_ptr<const UseFilter> filter, Week clockWeek)
{
    const std::lock_guard guard(m_mutex);
    if (session != m_session || !m_stale)
        return;
    const QDateTime begin = clockWeek.monday().startOfDay(Qt::UTC);
    m_door.emplace(Door{std::move(journal), maker, std::move(filter), begin.toMSecsSinceEpoch(),
                        begin.addDays(7).toMSecsSinceEpoch()});
    m_door->journal->forgetNames();
    m_lines.clear();
    m_lineNumbers.clear();
    for (Thing &thing : m_things)
        thing.known = false;
    for (const int number : std::exchange(m_waiting, {}))
        (void)keep(number);
}

void UseRecorder::stop()
{
    const std::lock_guard guard(m_mutex);
    m_stale = {};
    m_door.reset();
    m_waiting.clear();
    ++m_session;
}

} // namespace Telemetry
