#include "host/simulate/weekfacts.h"

#include "host/simulate/random.h"

#include "contract/mergerule.h"
#include "contract/reporter.h"

#include <QCryptographicHash>
#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

enum Stream : quint64 { Activity = 2, Use = 3, Jitter = 4 };

quint64 absolute(Week week)
{
    return quint64(week.monday().toJulianDay());
}

/// The longest period in which no earlier week was active.
FirstIn firstInOf(quint64 seed, const Person &person, Week week)
{
    FirstIn firstIn = FirstIn::Ever;
    const QDate day = week.thursday();
    for (Week earlier = person.joined; earlier < week; earlier = earlier.plusWeeks(1)) {
        if (!isActive(seed, person, earlier))
            continue;
        const QDate then = earlier.thursday();
        const bool sameYear = then.year() == day.year();
        firstIn = std::min(firstIn, !sameYear                     ? FirstIn::Year
                                    : then.month() != day.month() ? FirstIn::Month
                                                                  : FirstIn::Week);
    }
    return firstIn;
}

/// The newest release whose week and the environment's lag are over; together that is a logistic adoption.
QString napariOf(quint64 seed, const Person &person, qsizetype index, Week week, const Catalog &catalog)
{
    const PersonEnvironment &environment = person.environments[index];
    if (environment.development)
        return u"dev"_s;
    qsizetype release = catalog.releaseIn(environment.since);
    for (qsizetype i = release + 1; i < catalog.releases().size() && !environment.frozen; ++i) {
        const quint64 jitter = Random::mixed({seed, quint64(person.number), Jitter, quint64(index), quint64(i)}) % 5;
        if (catalog.releases()[i].week.plusWeeks(environment.lag + int(jitter)) <= week)
            release = i;
    }
    return catalog.releases()[release].version;
}

QString countClass(Random &random)
{
    const char *const classes[] = {"1", "2-9", "10-99", "100+"};
    return QLatin1StringView(classes[random.weighted({30, 45, 20, 5})]);
}

/// A fact of each topic that asks for something of this and for nothing else.
QList<Fact> factsFrom(const QJsonObject &known, const DataDictionary &dictionary)
{
    QList<Fact> facts;
    for (const TopicDefinition &topic : dictionary.topics()) {
        if (const auto value = topic.valueFrom(known); value && !topic.fields.isEmpty())
            facts.append({topic.topic, *value});
    }
    return facts;
}

/// What one environment collects in the week.
QList<Fact> collect(quint64 seed, const Person &person, qsizetype index, Week week, const Catalog &catalog,
                    const DataDictionary &dictionary, FirstIn firstIn)
{
    const PersonEnvironment &environment = person.environments[index];
    QList<Fact> facts = factsFrom({{u"napari_version"_s, napariOf(seed, person, index, week, catalog)},
                                   {u"python_version"_s, environment.python},
                                   {u"os"_s, person.os},
                                   {u"os_version"_s, person.osVersion},
                                   {u"cpu_architecture"_s, person.architecture}},
                                  dictionary);
    for (const TopicDefinition &topic : dictionary.topics()) {
        if (topic.fields.isEmpty()) // says only that somebody uses napari
            facts.append({topic.topic, {}});
    }
    for (Fact &fact : facts) {
        if (const auto longest = dictionary.topic(fact.topic)->firstIn)
            fact.firstIn = std::min(firstIn, *longest);
    }
    for (const auto &installed : environment.plugins) {
        const Catalog::Plugin &plugin = catalog.plugins()[installed.plugin];
        if (installed.since <= week)
            facts.append({u"plugin"_s, {{u"name"_s, plugin.name}, {u"version"_s, plugin.releases[installed.release]}}});
    }
    Random random({seed, quint64(person.number), Use, absolute(week), quint64(index)});
    for (const QString &command : person.commands) {
        if (random.percent(60))
            facts.append({u"command"_s, {{u"command"_s, command}, {u"count_class"_s, countClass(random)}}});
    }
    for (const QJsonObject &layer : person.layers) {
        if (random.percent(65))
            facts += factsFrom(layer, dictionary);
    }
    return facts;
}

using Identity = std::pair<QString, QByteArray>;

Identity identityOf(const Fact &fact, const DataDictionary &dictionary)
{
    return {fact.topic, distinctPart(*dictionary.topic(fact.topic), fact.value)};
}

/// One fact per reporter, by the dictionary's merge rule.
QMap<Identity, Fact> merge(const QList<Fact> &facts, const DataDictionary &dictionary)
{
    QMap<Identity, Fact> merged;
    for (const Fact &fact : facts) {
        const Identity identity = identityOf(fact, dictionary);
        const auto there = merged.find(identity);
        if (there == merged.end())
            merged.insert(identity, fact);
        else
            there->value = mergeValues(dictionary.topic(fact.topic)->merge, there->value, fact.value);
    }
    return merged;
}

/// What each environment of the person collects in the week, within the level.
QList<QList<Fact>> collectAll(quint64 seed, const Person &person, Week week, const Catalog &catalog,
                              const DataDictionary &dictionary)
{
    const FirstIn first = firstInOf(seed, person, week);
    QList<QList<Fact>> collected;
    for (qsizetype i = 0; i < person.environments.size(); ++i) {
        if (person.environments[i].since > week)
            continue;
        QList<Fact> kept = collect(seed, person, i, week, catalog, dictionary, first);
        kept.removeIf([&](const Fact &fact) { return dictionary.topic(fact.topic)->level > person.level; });
        collected.append(kept);
    }
    return collected;
}

QList<Fact> joined(const QList<QList<Fact>> &lists)
{
    QList<Fact> all;
    for (const QList<Fact> &each : lists)
        all += each;
    return all;
}

/// The facts that a person has recorded in a month, by topic.
using Recorded = QHash<QString, QSet<Identity>>;

/// Drops what was recorded in an earlier week of the month, and, in an order that is drawn, what is over a cap; notes
/// the rest. Of a week's topic nothing is recorded yet.
void keepNew(QMap<Identity, Fact> &facts, Recorded &recorded, const Person &person, const DataDictionary &dictionary)
{
    QHash<QString, QList<Identity>> fresh;
    for (auto it = facts.begin(); it != facts.end();) {
        const bool old = dictionary.topic(it->topic)->isMonthly && recorded[it->topic].contains(it.key());
        if (!old)
            fresh[it->topic].append(it.key());
        it = old ? facts.erase(it) : std::next(it);
    }
    for (auto topic = fresh.begin(); topic != fresh.end(); ++topic) {
        const TopicDefinition &definition = *dictionary.topic(topic.key());
        QSet<Identity> week;
        QSet<Identity> &there = definition.isMonthly ? recorded[topic.key()] : week;
        const qsizetype room = definition.cap - there.size();
        if (topic->size() > room) {
            const auto draw = [&](const Identity &fact) {
                return QCryptographicHash::hash(fact.second + QByteArray::number(person.number),
                                                QCryptographicHash::Sha1);
            };
            std::sort(topic->begin(), topic->end(),
                      [&](const Identity &a, const Identity &b) { return draw(a) < draw(b); });
        }
        for (qsizetype i = 0; i < topic->size(); ++i) {
            if (i < room)
                there.insert((*topic)[i]);
            else
                facts.remove((*topic)[i]);
        }
    }
}

} // namespace

bool isActive(quint64 seed, const Person &person, Week week)
{
    if (week < person.joined || week >= person.left)
        return false;
    return Random::mixed({seed, quint64(person.number), Activity, absolute(week)}) % 100 < quint64(person.activity);
}

WeekFacts factsOf(quint64 seed, const Person &person, Week week, const Catalog &catalog,
                  const DataDictionary &dictionary)
{
    WeekFacts facts;
    if (person.level == Level::None || !isActive(seed, person, week))
        return facts;
    const QList<QList<Fact>> collected = collectAll(seed, person, week, catalog, dictionary);
    QMap<Identity, Fact> merged;
    Recorded recorded;
    for (Week each = Period::monthOf(week).firstWeek(); each <= week; each = each.plusWeeks(1)) {
        if (!isActive(seed, person, each))
            continue;
        merged = merge(each == week ? joined(collected) : joined(collectAll(seed, person, each, catalog, dictionary)),
                       dictionary);
        keepNew(merged, recorded, person, dictionary);
    }
    facts.merged = merged.values();

    if (!person.apart) {
        facts.sends.append(facts.merged);
        return facts;
    }
    for (const QList<Fact> &each : collected) {
        QMap<Identity, Fact> send = merge(each, dictionary);
        for (auto it = send.begin(); it != send.end();)
            it = merged.contains(it.key()) ? std::next(it) : send.erase(it);
        facts.sends.append(send.values());
    }
    return facts;
}

} // namespace Telemetry
