#include "client/collect/weeklyrecorder.h"

#include "support/grants.h"
#include "support/memoryspool.h"
#include "support/values.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestWeeklyRecorder : public QObject
{
    Q_OBJECT
private:
    MemorySpool m_spool;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)};
    Result<Identity> m_identity = Error{Error::Code::Io, u"not yet"_s};
    int m_asked = 0;
    std::unique_ptr<WeeklyRecorder> m_recorder;

    /// So many of the public list, in alphabetical order.
    static QList<InstalledPlugin> manyPlugins(int count)
    {
        QList<InstalledPlugin> plugins;
        const PublicStrings &names = TestSupport::publicStrings();
        QStringList sorted = names.plugins();
        sorted.sort();
        for (const QString &name : sorted.first(count))
            plugins.append({name, names.releases(name).first()});
        return plugins;
    }
    void make(Level level, const QList<InstalledPlugin> &plugins = {{u"napari-svg"_s, u"0.2.1"_s},
                                                                    {u"my-secret-plugin"_s, u"1.0"_s}})
    {
        m_recorder = std::make_unique<WeeklyRecorder>(
            ConsentGate::forTest(level),
            [this](Week) {
                ++m_asked;
                return m_identity;
            },
            "machine\n1000", HostFacts::ofThisComputer(u"0.9.2"_s, u"3.12.1"_s), plugins, TestSupport::dictionary(),
            TestSupport::publicStrings(), m_clock, m_spool);
    }
    void setWeek(QStringView name)
    {
        const Week week = TestSupport::week(name);
        m_identity = Identity{week, week.toString().toLatin1().repeated(4), {{week, 1}}};
    }
    QStringList topics() const
    {
        QStringList found;
        for (const SpooledEvent &row : m_spool.rows)
            found.append(row.event.topic + u' ' + row.event.period.toString());
        return found;
    }
    static QStringList in(Level level, const QString &week)
    {
        QStringList events;
        for (const QString &topic : TestSupport::topicsUpTo(level))
            events.append(topic + u' '
                          + TestSupport::dictionary().topic(topic)->periodOf(TestSupport::week(week)).toString());
        return events;
    }

private Q_SLOTS:
    void init()
    {
        m_spool.rows.clear();
        m_spool.failing = false;
        m_asked = 0;
        m_clock.set(QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC));
        setWeek(u"2026-W47");
    }
    void theFactsOfAWeekAreRecordedOnce()
    {
        make(Level::Middle);
        QVERIFY(!m_recorder->maker() && !m_recorder->clockWeek());
        QVERIFY(m_recorder->recordWeek().ok());
        QVERIFY(m_recorder->recordWeek().ok());
        QCOMPARE(topics(), in(Level::Middle, u"2026-W47"_s)); // one plugin: of the public list only
        QCOMPARE(m_asked, 1);
        QVERIFY(m_recorder->maker());
    }
    void whichPluginsAreOverTheCapIsDrawn()
    {
        const int cap = TestSupport::dictionary().topic(u"plugin")->cap;
        QSet<QString> kept;
        for (const QStringView week : {u"2026-W40", u"2026-W47"}) { // of two months
            QStringList names;
            m_spool.rows.clear();
            setWeek(week);
            m_clock.set(TestSupport::week(week).monday().startOfDay(Qt::UTC));
            make(Level::Middle, manyPlugins(cap + 10));
            QVERIFY(m_recorder->recordWeek().ok());
            for (const SpooledEvent &row : std::as_const(m_spool.rows))
                names.append(row.event.value[u"name"_s].toString());
            names.removeAll(QString());
            QCOMPARE(names.size(), cap + 10); // the spool sees to the cap
            QVERIFY(!std::is_sorted(names.begin(), names.end()));
            kept += QSet<QString>(names.begin(), names.begin() + cap);
        }
        QVERIFY(kept.size() > cap); // others in another month
    }
    void atBasicNoPluginIsNamed()
    {
        make(Level::Basic);
        QVERIFY(m_recorder->recordWeek().ok());
        QCOMPARE(topics(), in(Level::Basic, u"2026-W47"_s));
    }
    void aNewWeekTakesTheNextIdentity()
    {
        make(Level::Basic);
        QVERIFY(m_recorder->recordWeek().ok());
        m_clock.set(m_clock.now().addDays(7));
        setWeek(u"2026-W48");
        QVERIFY(m_recorder->recordWeek().ok());
        QCOMPARE(topics(), in(Level::Basic, u"2026-W47"_s) + in(Level::Basic, u"2026-W48"_s));
        QCOMPARE(m_recorder->clockWeek()->toString(), u"2026-W48"_s);
    }
    void withoutAnIdentityNothingIsRecordedAndNobodyCanMakeEvents()
    {
        make(Level::Basic);
        QVERIFY(m_recorder->recordWeek().ok());
        m_clock.set(m_clock.now().addDays(7));
        m_identity = Error{Error::Code::Closed, u"a no"_s};
        const auto recorded = m_recorder->recordWeek();
        QCOMPARE(recorded.error().code, Error::Code::Closed);
        QVERIFY(!m_recorder->maker()); // least of all with last week's
        QCOMPARE(topics(), in(Level::Basic, u"2026-W47"_s));
    }
    void aSpoolThatRefusesIsAnError()
    {
        make(Level::Basic);
        m_spool.failing = true;
        QCOMPARE(m_recorder->recordWeek().error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestWeeklyRecorder)
#include "tst_weeklyrecorder.moc"
