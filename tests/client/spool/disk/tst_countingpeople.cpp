#include "client/spool/disk/seenfile.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/spool/firstinspool.h"
#include "contract/limits.h"
#include "support/grants.h"
#include "support/memoryseen.h"
#include "support/memoryspool.h"
#include "support/values.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <map>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int weeks = 30; ///< over the end of 2026, a year of 53 weeks
const auto first = Week::fromString(u"2026-W36").value();

QDateTime wednesdayOf(Week week)
{
    return QDateTime(week.monday().addDays(2), QTime(12, 0), Qt::UTC);
}

/// One environment of a person, with a spool of its own.
struct Environment
{
    Environment(std::unique_ptr<AbstractSpool> own, AbstractSeen &seen, const QString &name)
        : inner(std::move(own))
        , spool(*inner, TestSupport::dictionary(), seen, name)
    {
    }
    std::unique_ptr<AbstractSpool> inner;
    FirstInSpool spool;
    int active = 0; ///< percent of the weeks
    int online = 0; ///< percent of the times
};

/// What the collector has of a person: the period that was named, by week. It merges as RawStore does.
using Accepted = std::map<Week, FirstIn>;
/// The reporters that it has of a month's fact, each of which is counted; by month, topic and value.
using AcceptedFacts = std::map<QString, QSet<QByteArray>>;

class Person
{
public:
    Person(QRandomGenerator &random, AbstractSeen &seen, std::vector<std::unique_ptr<Environment>> environments)
        : m_random(random)
        , m_seen(seen)
        , m_environments(std::move(environments))
    {
        for (const auto &environment : m_environments) {
            environment->active = m_random.bounded(10, 100);
            environment->online = m_random.bounded(20, 101);
        }
        m_faults = chance(50);
    }

    void live(const std::function<void()> &forget)
    {
        Week week = first.plusWeeks(m_random.bounded(weeks / 2));
        for (; week < first.plusWeeks(weeks); week = week.plusWeeks(1)) {
            for (int session = 0; session < 2; ++session) {
                for (const auto &environment : m_environments) {
                    if (chance(environment->active))
                        use(*environment, week);
                }
            }
            if (m_faults && chance(1)) {
                // A no in all environments, "forget receipts", or a lost file.
                if (chance(50))
                    for (const auto &environment : m_environments)
                        purge(*environment);
                forget();
                ++m_secret;
                ++resets;
            }
            lost += closed(week);
        }
        lost += closed(week.plusWeeks(Limits::rawDays / 7)); // what waits at the end
    }

    void forEach(const std::function<void(AbstractSpool &)> &change)
    {
        for (const auto &environment : m_environments)
            change(*environment->inner);
    }

    Accepted accepted;
    AcceptedFacts facts;
    int resets = 0;
    int lost = 0; ///< events that went, and were in doubt when their week closed

private:
    bool chance(int percent) { return int(m_random.bounded(100)) < percent; }
    static void must(bool ok)
    {
        if (!ok)
            qFatal("a spool refused");
    }

    void use(Environment &environment, Week week)
    {
        must(environment.spool.expire(wednesdayOf(week)).ok());
        if (m_faults && chance(3)) // the level is lowered, and raised again
            must(environment.spool.purgeAbove(Level::Basic).ok());
        const char secret = char('a' + m_secret);
        must(environment.spool.record(TestSupport::event(u"user", {}, week.toString(), secret)).ok());
        must(environment.spool
                 .record(TestSupport::event(u"architecture", TestSupport::dictionary().topic(u"architecture")->example,
                                            week.toString(), secret))
                 .ok());
        // One version a week, of plugins that come and go.
        const QString name = u"napari-%1"_s.arg(m_random.bounded(3));
        const QString version = u"1.%1"_s.arg(first.weeksTo(week));
        must(environment.spool
                 .record(TestSupport::event(u"plugin", TestSupport::plugin(name, version), week.toString(), secret))
                 .ok());
        if (chance(environment.online))
            send(environment, week);
    }
    void send(Environment &environment, Week week)
    {
        auto batch = environment.spool.pending(Level::Basic).value();
        batch += environment.spool.pending(Level::Middle).value();
        const auto leaving = environment.spool.beginSending(batch).value();
        const int fate = m_faults ? m_random.bounded(10) : 9;
        if (fate == 0) { // surely did not leave
            must(environment.spool.undoSending(leaving).ok());
            return;
        }
        for (const SpooledEvent &spooled : leaving) {
            const Event &event = spooled.event;
            if (event.period.closesAt() <= wednesdayOf(week))
                qFatal("an event of a closed period was sent");
            if (event.period.isMonth()) {
                const QString name = event.value[u"name"_s].toString();
                if (fate != 1)
                    facts[event.period.toString() + event.topic + name].insert(event.reporter.bytes());
                continue;
            }
            m_inDoubt[event.week()] |= fate <= 2;
            if (fate == 1) // was lost on its way, and nobody knows
                continue;
            const auto known = accepted.find(event.week());
            if (known == accepted.end())
                accepted[event.week()] = *event.firstIn;
            else
                known->second = std::max(known->second, *event.firstIn);
            if (fate > 2)
                m_inDoubt[event.week()] = false;
        }
        if (fate > 2)
            must(environment.spool.markSent(leaving).ok());
    }
    static void purge(Environment &environment) { must(environment.spool.purgeAbove(Level::None).ok()); }
    /// How many events were in doubt until their week closed; it has closed by now.
    int closed(Week now)
    {
        int found = 0;
        for (auto one = m_inDoubt.begin(); one != m_inDoubt.end();) {
            const bool over = one->first.closesAt() <= wednesdayOf(now.plusWeeks(1));
            found += over && one->second ? 1 : 0;
            one = over ? m_inDoubt.erase(one) : std::next(one);
        }
        return found;
    }

    QRandomGenerator &m_random;
    AbstractSeen &m_seen;
    std::vector<std::unique_ptr<Environment>> m_environments;
    std::map<Week, bool> m_inDoubt;
    int m_secret = 0;
    bool m_faults = false;
};

QString nameOf(FirstIn period, Week week)
{
    return period == FirstIn::Ever ? u"ever"_s
                                   : week.thursday().toString(period == FirstIn::Year ? u"yyyy" : u"yyyy-MM");
}

/// The published way of counting against the people there were, by period; says what does not hold.
QString judge(const Person &person)
{
    for (const FirstIn period : {FirstIn::Month, FirstIn::Year, FirstIn::Ever}) {
        std::map<QString, int> counted;
        for (const auto &[week, firstIn] : person.accepted)
            counted[nameOf(period, week)] += firstIn >= period ? 1 : 0;
        for (const auto &[name, count] : counted) {
            if (count > 1 + person.resets || count < 1 - person.lost)
                return u"counted %1 times in %2 with %3 resets and %4 lost events"_s.arg(count).arg(
                    name, QString::number(person.resets), QString::number(person.lost));
            if (person.resets == 0 && person.lost == 0 && count != 1)
                return u"counted %1 times in %2"_s.arg(QString::number(count), name);
        }
    }
    for (const auto &[name, reporters] : person.facts) {
        if (reporters.size() > 1 + person.resets)
            return u"counted %1 times for %2"_s.arg(QString::number(reporters.size()), name);
    }
    return {};
}

} // namespace

/// People of a month, of a year and ever, as they are counted: by what events say of themselves.
class TestCountingPeople : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsCountedTwice_data()
    {
        QTest::addColumn<bool>("onDisk");
        QTest::addColumn<int>("people");
        const bool full = qEnvironmentVariableIntValue("TELEMETRY_FULL") != 0;
        QTest::newRow("in memory") << false << (full ? 1'000'000 : 10'000);
        QTest::newRow("in files") << true << (full ? 1'000 : 30);
    }
    void nobodyIsCountedTwice()
    {
        QFETCH(bool, onDisk);
        QFETCH(int, people);
        QRandomGenerator random(20261128);
        int exact = 0, resets = 0, lost = 0, months = 0, facts = 0;
        for (int i = 0; i < people; ++i) {
            const auto folder = onDisk ? std::make_unique<QTemporaryDir>() : nullptr;
            std::unique_ptr<AbstractSeen> seen;
            if (onDisk)
                seen = std::make_unique<SeenFile>(folder->path(), "machine");
            else
                seen = std::make_unique<MemorySeen>();
            std::vector<std::unique_ptr<Environment>> environments;
            QList<MemorySpool *> family;
            const auto sameKey = [&](AbstractSpool &spool) {
                if (onDisk)
                    static_cast<SqliteSpool &>(spool).setFactKey(static_cast<SeenFile &>(*seen).factKey().value());
            };
            for (int number = random.bounded(1, 4); number > 0; --number) {
                const QString name = QString::number(number);
                std::unique_ptr<AbstractSpool> spool;
                if (onDisk)
                    spool = std::move(SqliteSpool::open(ConsentGate::forTest(Level::Middle), TestSupport::dictionary(),
                                                        folder->filePath(u"spool-%1.sqlite"_s.arg(name))))
                                .value();
                else
                    family.append(new MemorySpool);
                if (!onDisk) {
                    spool.reset(family.last());
                    family.last()->family = &family;
                }
                sameKey(*spool);
                environments.push_back(std::make_unique<Environment>(std::move(spool), *seen, name));
            }
            Person person(random, *seen, std::move(environments));
            person.live([&] {
                if (onDisk)
                    QVERIFY(SeenFile::remove(folder->path()).ok());
                else
                    static_cast<MemorySeen &>(*seen).seen = {};
                for (MemorySpool *spool : std::as_const(family))
                    spool->factKey += '.'; // it went with the file
                person.forEach(sameKey);
            });
            const QString problem = judge(person);
            QVERIFY2(problem.isEmpty(), qPrintable(u"person %1: %2"_s.arg(QString::number(i), problem)));
            exact += person.resets == 0 && person.lost == 0 ? 1 : 0;
            resets += person.resets;
            lost += person.lost;
            months += static_cast<int>(person.accepted.size());
            facts += static_cast<int>(person.facts.size());
        }
        // What was tried has happened.
        QVERIFY(exact > people / 3 && exact < people);
        QVERIFY(resets > 0 && lost > 0);
        QVERIFY(months > 3 * people);
        QVERIFY(facts > 6 * people);
    }
};

QTEST_GUILESS_MAIN(TestCountingPeople)
#include "tst_countingpeople.moc"
