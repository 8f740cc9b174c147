#include "host/simulate/person.h"

#include "support/dictionary.h"

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPerson : public QObject
{
    Q_OBJECT

    const Catalog m_catalog{TestSupport::publicStrings()};

private Q_SLOTS:
    void isTheSameEveryTime()
    {
        const Person a = makePerson(1, 5, m_catalog);
        const Person b = makePerson(1, 5, m_catalog);
        QCOMPARE(a.secret, b.secret);
        QCOMPARE(a.osVersion, b.osVersion);
        QCOMPARE(a.commands, b.commands);
        QCOMPARE(a.layers, b.layers);
        QVERIFY(a.secret != makePerson(2, 5, m_catalog).secret);
        QVERIFY(a.secret != makePerson(1, 6, m_catalog).secret);
        QCOMPARE(a.secret.size(), 32);
    }
    void populationIsPlausible()
    {
        constexpr int people = 4000;
        QMap<Level, int> levels;
        QMap<QString, int> systems;
        QMap<QString, int> plugins;
        int several = 0;
        for (int i = 0; i < people; ++i) {
            const Person person = makePerson(3, i, m_catalog);
            ++levels[person.level];
            ++systems[person.os];
            several += person.environments.size() > 1 ? 1 : 0;
            for (const auto &installed : person.environments.first().plugins)
                ++plugins[m_catalog.plugins()[installed.plugin].name];
            QVERIFY(person.joined < person.left);
            QVERIFY(person.environments.size() <= 3);
            QVERIFY((person.os == "windows"_L1) == person.osVersion.startsWith(u"windows "_s));
        }
        QVERIFY(levels[Level::None] > people / 10);
        QVERIFY(levels[Level::Basic] > levels[Level::Middle]);
        QVERIFY(levels[Level::Middle] > levels[Level::Full]);
        QVERIFY(levels[Level::Full] > people / 10);
        QVERIFY(several > people / 5 && several < people / 2);
        for (const QString &system : {u"linux"_s, u"windows"_s, u"macos"_s})
            QVERIFY(systems[system] > people / 10);
        // Zipf: few have most, most have few.
        QList<int> counts = plugins.values();
        std::sort(counts.rbegin(), counts.rend());
        QVERIFY(counts.size() > 400);
        QVERIFY(counts[0] > 5 * counts[20]);
        QVERIFY(counts[20] > 3 * counts[200]);
    }
};

QTEST_GUILESS_MAIN(TestPerson)
#include "tst_person.moc"
