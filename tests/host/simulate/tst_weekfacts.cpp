#include "host/simulate/weekfacts.h"

#include "contract/mergerule.h"
#include "contract/reporter.h"
#include "contract/version.h"
#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWeekFacts : public QObject
{
    Q_OBJECT

    const Catalog m_catalog{TestSupport::publicStrings()};
    const Week m_week = *Week::fromString(u"2026-W30");

    WeekFacts facts(const Person &person, Week week) const
    {
        return factsOf(1, person, week, m_catalog, TestSupport::dictionary());
    }
    /// The first people who report in the week.
    QList<Person> reporting(int wanted, Level level = Level::None) const
    {
        QList<Person> people;
        for (int i = 0; people.size() < wanted; ++i) {
            const Person person = makePerson(1, i, m_catalog);
            if (person.level != Level::None && (level == Level::None || person.level == level)
                && isActive(1, person, m_week))
                people.append(person);
        }
        return people;
    }
    static QString identity(const Fact &fact)
    {
        return fact.topic + u' '
               + QString::fromUtf8(distinctPart(*TestSupport::dictionary().topic(fact.topic), fact.value).toHex());
    }

private Q_SLOTS:
    void noneSendsNothing()
    {
        Person person = reporting(1).first();
        QVERIFY(!facts(person, m_week).merged.isEmpty());
        person.level = Level::None;
        QVERIFY(facts(person, m_week).merged.isEmpty());
        QVERIFY(facts(person, m_week).sends.isEmpty());
    }
    void nobodyReportsBeforeOrAfter()
    {
        Person person = reporting(1).first();
        person.activity = 100;
        QVERIFY(facts(person, person.joined.plusWeeks(-1)).merged.isEmpty());
        QVERIFY(!facts(person, person.joined).merged.isEmpty());
        person.left = person.joined.plusWeeks(2);
        QVERIFY(!facts(person, person.left.plusWeeks(-1)).merged.isEmpty());
        QVERIFY(facts(person, person.left).merged.isEmpty());
    }
    void onlyTheFirstReportSaysEver()
    {
        for (const Person &person : reporting(30)) {
            int first = 0;
            bool seen = false;
            for (Week week = person.joined; week < person.joined.plusWeeks(30); week = week.plusWeeks(1)) {
                const WeekFacts made = facts(person, week);
                if (made.merged.isEmpty())
                    continue;
                for (const Fact &fact : made.merged) {
                    if (fact.topic != "user"_L1)
                        continue;
                    QCOMPARE(fact.firstIn == FirstIn::Ever, !seen);
                    first += fact.firstIn == FirstIn::Ever ? 1 : 0;
                }
                seen = true;
            }
            QCOMPARE(first, seen ? 1 : 0);
        }
    }
    void levelsHoldTheirTopics()
    {
        for (const Level level : sendingLevels()) {
            for (const Person &person : reporting(20, level)) {
                const WeekFacts made = facts(person, m_week);
                QVERIFY(std::any_of(made.merged.begin(), made.merged.end(),
                                    [](const Fact &fact) { return fact.topic == "user"_L1; }));
                for (const Fact &fact : made.merged)
                    QVERIFY(TestSupport::dictionary().topic(fact.topic)->level <= level);
            }
        }
    }
    /// In whatever order the collector gets what is sent, it ends with the merged facts.
    void sendsMergeToTheFacts()
    {
        int apart = 0;
        for (const Person &person : reporting(150)) {
            const WeekFacts made = facts(person, m_week);
            QMap<QString, QJsonObject> expected;
            for (const Fact &fact : made.merged)
                expected[identity(fact)] = fact.value;
            QCOMPARE(expected.size(), made.merged.size()); // one per reporter
            QMap<QString, QJsonObject> stored;
            for (auto send = made.sends.crbegin(); send != made.sends.crend(); ++send) {
                for (const Fact &fact : *send) {
                    const auto there = stored.constFind(identity(fact));
                    stored[identity(fact)] =
                        there == stored.constEnd()
                            ? fact.value
                            : mergeValues(TestSupport::dictionary().topic(fact.topic)->merge, *there, fact.value);
                }
            }
            QCOMPARE(stored, expected);
            apart += made.sends.size() > 1 ? 1 : 0;
        }
        QVERIFY(apart > 3);
    }
    void aMonthsFactIsReportedOnce()
    {
        QSet<QString> reported;
        int facts = 0;
        for (const Person &person : reporting(40, Level::Full)) {
            const Period month = Period::monthOf(m_week);
            for (Week week = month.firstWeek(); week <= month.lastWeek(); week = week.plusWeeks(1)) {
                for (const Fact &fact : this->facts(person, week).merged) {
                    if (!TestSupport::dictionary().topic(fact.topic)->isMonthly)
                        continue;
                    reported.insert(QString::number(person.number) + identity(fact));
                    ++facts;
                }
            }
        }
        QCOMPARE(reported.size(), facts);
        QVERIFY(facts > 40 * 5);
    }
    void keepsTheCaps()
    {
        Person person = reporting(1, Level::Full).first();
        person.apart = true;
        person.environments.append(person.environments.first());
        qsizetype offset = 0;
        for (auto &environment : person.environments) {
            environment.since = person.joined;
            for (qsizetype i = 0; i < 60; ++i)
                environment.plugins.append({offset + i, person.joined, 0});
            offset += 40;
        }
        QMap<QString, QSet<QString>> sent; // in the whole month
        const Period month = Period::monthOf(m_week);
        for (Week week = month.firstWeek(); week <= month.lastWeek(); week = week.plusWeeks(1)) {
            for (const auto &send : facts(person, week).sends) {
                for (const Fact &fact : send)
                    sent[fact.topic].insert(identity(fact));
            }
        }
        QCOMPARE(sent[u"plugin"_s].size(), 20);
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY(sent[topic.topic].size() <= topic.cap);
    }
    void napariIsUpdatedAndNeverBack()
    {
        QMap<QString, int> early;
        QMap<QString, int> late;
        for (const Person &person : reporting(200)) {
            QString before = u"dev"_s;
            for (int i = 0; i < 20; ++i) {
                for (const Fact &fact : facts(person, m_week.plusWeeks(i)).merged) {
                    if (fact.topic != "napari"_L1)
                        continue;
                    const QString version = fact.value["napari_version"_L1].toString();
                    QVERIFY(compareVersions(version, before) >= 0);
                    before = version;
                    ++(i < 3 ? early : late)[version];
                }
            }
        }
        QVERIFY(early.value(u"0.9.2"_s) == 0);
        QVERIFY(late.value(u"0.9.1"_s) > 20);
        QVERIFY(early.value(u"0.8.0"_s) > 20);
        QVERIFY(early.value(u"dev"_s) > 0);
    }
};

QTEST_GUILESS_MAIN(TestWeekFacts)
#include "tst_weekfacts.moc"
