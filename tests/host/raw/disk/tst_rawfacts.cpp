#include "host/raw/disk/rawfacts.h"

#include "host/raw/disk/rawfile.h"
#include "sqlite/disk/sqlitefile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawFacts : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteFile> m_file;
    const RawFact m_svg{u"plugin"_s, u"2026-11"_s, u"{\"name\":\"napari-svg\"}"_s, u""_s};
    const RawFact m_user{u"user"_s, u"2026-W47"_s, u"{}"_s, u"ever"_s};

    [[nodiscard]] const QSqlDatabase &database() const { return m_file->connection(); }
    void addEvent(char reporter, const RawFact &fact)
    {
        QVERIFY(runSql(database(), u"INSERT INTO events VALUES (?, ?)"_s, {QByteArray(16, reporter), fact.key()}).ok());
    }
    [[nodiscard]] qint64 stored() const { return sqlNumber(database(), u"SELECT count(*) FROM facts"_s).value(); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::move(RawFile::openToWrite(m_folder->filePath(u"raw.sqlite"_s), u"facts"_s)).value();
    }
    void cleanup() { m_file.reset(); }

    void theKeySaysAllThereIsAndNothingElse()
    {
        QCOMPARE(m_svg.key().size(), 16);
        QCOMPARE(RawFact(m_svg).key(), m_svg.key());
        const QList<RawFact> others{{u"plugi"_s, u"n2026-11"_s, m_svg.value, u""_s},
                                    {m_svg.topic, u"2026-12"_s, m_svg.value, u""_s},
                                    {m_svg.topic, m_svg.period, u"{}"_s, u""_s},
                                    {m_svg.topic, m_svg.period, m_svg.value, u"month"_s}};
        for (const RawFact &other : others)
            QVERIFY(other.key() != m_svg.key());
    }
    void aFactIsStoredOnceAndGoesWithItsLastEvent()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        for (int i = 0; i < 2; ++i) {
            QVERIFY(facts.add({{m_svg.key(), m_svg}}).ok());
            facts.committed({{m_svg.key(), 1}});
        }
        QCOMPARE(stored(), 1);
        for (const qsizetype left : {1, 0}) {
            facts.committed({{m_svg.key(), -1}});
            QVERIFY(facts.removeUnused(database()).ok());
            QCOMPARE(stored(), left);
            QCOMPARE(facts.has(m_svg.key()), left == 1);
        }
    }
    void aFactThatIsUsedAgainStays()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        QVERIFY(facts.add({{m_svg.key(), m_svg}}).ok());
        for (const int change : {1, -1, 1})
            facts.committed({{m_svg.key(), change}});
        QVERIFY(facts.removeUnused(database()).ok());
        QCOMPARE(stored(), 1);
    }
    void aTransactionThatIsUndoneChangesNoNumber()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        {
            SqlTransaction transaction(database());
            QVERIFY(transaction.begin().ok());
            QVERIFY(facts.add({{m_svg.key(), m_svg}}).ok()); // and never committed
        }
        QCOMPARE(stored(), 0);
        QVERIFY(facts.add({{m_svg.key(), m_svg}}).ok());
        QCOMPARE(stored(), 1);
    }
    void countsWhatIsThere()
    {
        {
            RawFacts facts;
            QVERIFY(facts.load(database()).ok());
            QVERIFY(facts.add({{m_svg.key(), m_svg}, {m_user.key(), m_user}}).ok());
        }
        addEvent('a', m_svg);
        addEvent('b', m_svg);
        addEvent('c', m_user);
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        QCOMPARE(facts.ofPeriods({u"2026-11"_s, u"2026-10"_s}).value(), QSet<QByteArray>{m_svg.key()});
        QCOMPARE(facts.ofPeriods({u"2026-W47"_s}).value(), QSet<QByteArray>{m_user.key()});
        QList<QString> periods = facts.periods().value();
        std::sort(periods.begin(), periods.end());
        QCOMPARE(periods, (QList<QString>{u"2026-11"_s, u"2026-W47"_s}));
        facts.committed({{m_svg.key(), -2}});
        QVERIFY(facts.removeUnused(database()).ok());
        QCOMPARE(stored(), 1);
    }
    /// The process ended before it could remove it.
    void whatNobodyHasIsRemovedLater()
    {
        {
            RawFacts facts;
            QVERIFY(facts.load(database()).ok());
            QVERIFY(facts.add({{m_svg.key(), m_svg}}).ok());
        }
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        QVERIFY(facts.removeUnused(database()).ok());
        QCOMPARE(stored(), 0);
    }
    void anEventWithoutItsFactIsDamage()
    {
        addEvent('a', m_svg);
        RawFacts facts;
        QCOMPARE(facts.load(database()).error().code, Error::Code::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestRawFacts)
#include "tst_rawfacts.moc"
