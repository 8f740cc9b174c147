#include "host/simulate/simulation.h"

#include "host/simulate/random.h"

#include "contract/batchcodec.h"
#include "contract/event.h"
#include "contract/reporter.h"

#include <algorithm>
#include <numeric>

namespace Telemetry {

namespace {
enum Stream : quint64 { People = 5, Events = 6 };
}

Simulation::Simulation(quint64 seed, qint64 people, const Catalog &catalog, const DataDictionary &dictionary,
                       std::optional<Week> opened)
    : m_seed(seed)
    , m_catalog(catalog)
    , m_dictionary(dictionary)
    , m_opened(opened)
    , m_secrets(people)
{
}

QList<qint64> Simulation::orderIn(Week week) const
{
    QList<qint64> order(m_secrets.size());
    std::iota(order.begin(), order.end(), 0);
    Random({m_seed, People, quint64(week.monday().toJulianDay())}).shuffle(order);
    return order;
}

QByteArray Simulation::secretOf(const Person &person, Week week)
{
    Secret &cached = m_secrets[person.number];
    const qint64 wanted = person.joined.weeksTo(week);
    if (cached.secret.isEmpty() || cached.week > wanted)
        cached = {person.secret, 0};
    for (; cached.week < wanted; ++cached.week)
        cached.secret = nextSecret(cached.secret);
    return cached.secret;
}

Simulation::Sent Simulation::send(qint64 number, Week week)
{
    Person person = makePerson(m_seed, number, m_catalog);
    if (m_opened)
        person.joined = std::max(person.joined, *m_opened);
    const WeekFacts facts = factsOf(m_seed, person, week, m_catalog, m_dictionary);
    Sent sent{facts.merged, {}};
    if (facts.merged.isEmpty())
        return sent;
    const QByteArray key = weekKey(secretOf(person, week), person.machine);
    Random random({m_seed, Events, quint64(number), quint64(week.monday().toJulianDay())});
    for (const QList<Fact> &send : facts.sends) {
        for (const Level level : sendingLevels()) {
            QByteArrayList events;
            for (const Fact &fact : send) {
                const TopicDefinition &topic = *m_dictionary.topic(fact.topic);
                if (topic.level == level)
                    events.append(eventBytes({fact.topic, topic.periodOf(week), deriveReporter(key, topic, fact.value),
                                              fact.value, fact.firstIn}));
            }
            random.shuffle(events);
            QList<qsizetype> sizes;
            for (const QByteArray &event : std::as_const(events))
                sizes.append(event.size());
            qsizetype first = 0;
            for (const qsizetype length : BatchCodec::batchLengths(sizes, m_dictionary.version())) {
                sent.batches.append({level, events.mid(first, length)});
                first += length;
            }
        }
    }
    return sent;
}

} // namespace Telemetry
