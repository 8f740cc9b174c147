#include "client/spool/seen.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 1;

/// What the period is called that this week is in.
QString nameOf(FirstIn period, Week week)
{
    const QDate day = week.thursday();
    switch (period) {
    case FirstIn::Week:
        return week.toString();
    case FirstIn::Month:
        return day.toString(u"yyyy-MM");
    case FirstIn::Year:
        return day.toString(u"yyyy");
    case FirstIn::Ever:
        break;
    }
    return u"ever"_s;
}

constexpr auto longerThanAWeek = {FirstIn::Month, FirstIn::Year, FirstIn::Ever};

bool isOld(const QString &weekName, Week now)
{
    const auto week = Week::fromString(weekName);
    return !week || week->monday().addDays(Limits::rawDays) <= now.monday();
}

Error damaged()
{
    return Error{Error::Code::Invalid, u"the list of what was counted does not have its form"_s};
}

} // namespace

FirstIn Seen::firstIn(const QString &computer, const QString &topic, Week week, FirstIn longest) const
{
    const auto taken = m_computers.value(computer).topics.value(topic);
    FirstIn found = FirstIn::Week;
    for (const FirstIn period : longerThanAWeek) {
        const auto other = taken.constFind(nameOf(period, week));
        if (period > longest || (other != taken.constEnd() && other->week != week.toString()))
            break;
        found = period;
    }
    return found;
}

void Seen::take(const QString &computer, const Event &event, const QString &environment)
{
    auto &taken = m_computers[computer].topics[event.topic];
    for (const FirstIn period : longerThanAWeek) {
        if (period > event.firstIn)
            break;
        Taken &one = taken[nameOf(period, event.week())];
        one.week = event.week().toString();
        if (!one.by.contains(environment))
            one.by.append(environment);
    }
}

void Seen::giveBack(const QString &computer, const Event &event, const QString &environment)
{
    const auto known = m_computers.find(computer);
    if (known == m_computers.end())
        return;
    auto &taken = known->topics[event.topic];
    for (auto one = taken.begin(); one != taken.end();) {
        if (one->week == event.week().toString() && one->by.removeAll(environment) > 0 && one->by.isEmpty())
            one = taken.erase(one);
        else
            ++one;
    }
}

void Seen::noteRecorded(const QString &computer, const Event &event)
{
    m_computers[computer].recorded[event.reporter.toString()] = event.week().toString();
}

void Seen::forgetRecorded(const Event &event)
{
    for (Computer &computer : m_computers)
        computer.recorded.remove(event.reporter.toString());
}

QString Seen::computerOf(const Event &event, const QString &otherwise) const
{
    const auto found = std::find_if(m_computers.begin(), m_computers.end(), [&](const Computer &computer) {
        return computer.recorded.contains(event.reporter.toString());
    });
    return found == m_computers.end() ? otherwise : found.key();
}

QList<Seen::Counted> Seen::counted() const
{
    QList<Counted> all;
    for (auto computer = m_computers.begin(); computer != m_computers.end(); ++computer) {
        for (auto topic = computer->topics.begin(); topic != computer->topics.end(); ++topic) {
            for (auto one = topic->begin(); one != topic->end(); ++one)
                all.append({computer.key(), topic.key(), one.key(), one->week});
        }
    }
    return all;
}

void Seen::expire(Week now)
{
    const int year = now.thursday().year();
    for (Computer &computer : m_computers) {
        computer.recorded.removeIf([&](const auto &one) { return isOld(one.value(), now); });
        for (auto &taken : computer.topics) {
            for (auto one = taken.begin(); one != taken.end();) {
                const bool isMonth = one.key().contains(u'-');
                const bool isYear = !isMonth && one.key() != "ever"_L1;
                const bool old = isOld(one->week, now);
                if ((isMonth && old) || (isYear && old && one.key().toInt() < year - 1)) {
                    one = taken.erase(one);
                    continue;
                }
                if (old)
                    *one = {};
                ++one;
            }
        }
    }
}

QByteArray Seen::toJson(const QByteArray &salt) const
{
    QJsonObject computers;
    for (auto computer = m_computers.begin(); computer != m_computers.end(); ++computer) {
        QJsonObject topics;
        for (auto topic = computer->topics.begin(); topic != computer->topics.end(); ++topic) {
            QJsonObject periods;
            for (auto one = topic->begin(); one != topic->end(); ++one)
                periods[one.key()] =
                    QJsonObject{{u"week"_s, one->week}, {u"by"_s, QJsonArray::fromStringList(one->by)}};
            topics[topic.key()] = periods;
        }
        QJsonObject recorded;
        for (auto one = computer->recorded.begin(); one != computer->recorded.end(); ++one)
            recorded[one.key()] = one.value();
        computers[computer.key()] = QJsonObject{{u"topics"_s, topics}, {u"recorded"_s, recorded}};
    }
    return canonicalJson(
        {{u"schema"_s, schema}, {u"salt"_s, QString::fromLatin1(salt.toHex())}, {u"computers"_s, computers}});
}

Result<std::pair<Seen, QByteArray>> Seen::fromJson(const QByteArray &json)
{
    auto parsed = parseJsonObject(json, Limits::seenFileBytes);
    if (!parsed)
        return parsed.error();
    const QJsonObject &object = parsed.value();
    if (object["schema"_L1].toInt(-1) > schema)
        return Error{Error::Code::Unsupported, u"the list of what was counted was written by a newer version"_s};
    const QByteArray salt = QByteArray::fromHex(object["salt"_L1].toString().toLatin1());
    if (object["schema"_L1].toInt(-1) != schema || salt.size() != Limits::reporterBytes
        || !object["computers"_L1].isObject())
        return damaged();
    Seen seen;
    const QJsonObject computers = object["computers"_L1].toObject();
    for (auto computer = computers.begin(); computer != computers.end(); ++computer) {
        Computer &read = seen.m_computers[computer.key()];
        if (!computer.value()["topics"_L1].isObject() || !computer.value()["recorded"_L1].isObject())
            return damaged();
        const QJsonObject topics = computer.value()["topics"_L1].toObject();
        for (auto topic = topics.begin(); topic != topics.end(); ++topic) {
            const QJsonObject periods = topic.value().toObject();
            for (auto one = periods.begin(); one != periods.end(); ++one) {
                Taken taken{one.value()["week"_L1].toString(), {}};
                for (const QJsonValue &by : one.value()["by"_L1].toArray())
                    taken.by.append(by.toString());
                if (!taken.week.isEmpty() && (!Week::fromString(taken.week) || taken.by.isEmpty()))
                    return damaged();
                read.topics[topic.key()][one.key()] = taken;
            }
        }
        const QJsonObject recorded = computer.value()["recorded"_L1].toObject();
        for (auto one = recorded.begin(); one != recorded.end(); ++one)
            read.recorded[one.key()] = one.value().toString();
    }
    return std::pair(seen, salt);
}

} // namespace Telemetry
