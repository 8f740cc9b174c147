#include "client/collect/userecorder.h"

#include "client/sources/usefilter.h"
#include "client/spool/abstractusejournal.h"
#include "client/spool/useline.h"
#include "contract/limits.h"
#include "contract/mergerule.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Telemetry {

UseRecorder::UseRecorder(std::unique_ptr<const Clock> clock)
    : m_clock(std::move(clock))
{
}

UseRecorder::~UseRecorder() = default;

int UseRecorder::number(const QString &topic, const QString &thing, const Value &value)
{
    const std::lock_guard guard(m_mutex);
    const QString key = topic + u'\n' + thing;
    if (const auto known = m_numbers.constFind(key); known != m_numbers.constEnd())
        return *known;
    if (m_numbers.size() >= Limits::countedThings)
        return -1;
    const int next = static_cast<int>(m_things.size());
    m_things.push_back({topic, value, useAgainLine(next), false, {}, 0});
    m_numbers.insert(key, next);
    return next;
}

int UseRecorder::commandNumber(const QString &command)
{
    return number(u"command"_s, command,
                  [command](const UseFilter &filter, const TopicDefinition &, const QString &countClass) {
                      if (!filter.allows(command))
                          return QJsonObject();
                      return QJsonObject{{u"command"_s, command}, {u"count_class"_s, countClass}};
                  });
}

int UseRecorder::layerNumber(const LayerFacts &facts)
{
    const QString cell = u"%1\n%2\n%3\n%4\n%5"_s.arg(facts.layerType, facts.arrayModule, facts.dtype,
                                                     QString::number(facts.ndim), QString::number(facts.elements));
    return number(u"layer-data"_s, cell,
                  [facts](const UseFilter &filter, const TopicDefinition &topic, const QString &countClass) {
                      return filter.countsLayers() ? layerValue(filter.coarsened(facts), countClass, topic)
                                                   : QJsonObject();
                  });
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
        prepare(number);
    if (thing.first.isEmpty())
        return Kept::No;
    if (thing.rest <= 0)
        return Kept::Yes; // in the greatest class, whatever the other sessions counted
    if (!m_door->journal->append(number, thing.first, thing.again))
        return Kept::No;
    --thing.rest;
    return Kept::Yes;
}

void UseRecorder::prepare(int number)
{
    Thing &thing = m_things[static_cast<size_t>(number)];
    thing.known = true;
    thing.first.clear();
    const TopicDefinition *topic = m_door->maker.dictionary().topic(thing.topic);
    if (!topic || topic->merge.classes.isEmpty())
        return;
    const auto event =
        m_door->maker.make(thing.topic, thing.value(*m_door->filter, *topic, topic->merge.classes.first()));
    if (!event)
        return; // what is not public is dropped in silence, on purpose: it is the rule, not a fault
    thing.first = useLine(number, event.value());
    thing.rest = greatestBound(topic->merge.classes);
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
