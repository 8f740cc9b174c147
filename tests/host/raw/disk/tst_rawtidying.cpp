#include "host/raw/disk/rawtidying.h"

#include "contract/limits.h"
#include "host/raw/disk/rawfile.h"
#include "sqlite/disk/sqlitefile.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawTidying : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteFile> m_file;
    const RawFact m_young{u"plugin"_s, u"2026-11"_s, uR"({"name":"napari-svg"})"_s, u""_s};
    const RawFact m_old{u"plugin"_s, u"2026-08"_s, uR"({"name":"napari-svg"})"_s, u""_s};
    const QDate m_today{2026, 11, 28};

    [[nodiscard]] const QSqlDatabase &database() const { return m_file->connection(); }
    [[nodiscard]] qint64 number(const QString &sql) const { return sqlNumber(database(), sql).value(); }
    static QByteArray reporter(int number)
    {
        return QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256).first(16);
    }
    void add(int from, int to, const RawFact &fact)
    {
        SqlTransaction transaction(database());
        QVERIFY(transaction.begin().ok());
        for (int i = from; i < to; ++i)
            QVERIFY(runSql(database(), u"INSERT INTO events VALUES (?, ?)"_s, {reporter(i), fact.key()}).ok());
        QVERIFY(transaction.commit().ok());
    }
    void addFacts(RawFacts &facts)
    {
        QVERIFY(facts.load(database()).ok());
        QVERIFY(facts.add({{m_young.key(), m_young}, {m_old.key(), m_old}}).ok());
        facts.committed({{m_young.key(), 0}, {m_old.key(), 0}});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = std::move(RawFile::openToWrite(m_folder->filePath(u"raw.sqlite"_s), u"tidying"_s)).value();
    }
    void cleanup() { m_file.reset(); }

    void goesThroughAllInSteps()
    {
        RawFacts facts;
        addFacts(facts);
        const int rows = 2 * Limits::rawStepRows;
        add(0, rows, m_young);
        add(rows, rows + 100, m_old);
        QVERIFY(facts.load(database()).ok());
        RawTidying tidying(facts);
        QVERIFY(tidying.prepare(database()).ok());
        for (int time = 0; time < 2; ++time) {
            QList<bool> last;
            qint64 deleted = 0;
            while (last.isEmpty() || !last.last()) {
                const auto step = tidying.step({u"2026-08"_s, u"2026-07"_s}, m_today);
                QVERIFY(step.ok());
                deleted += step.value().deleted;
                last.append(step.value().last);
                facts.committed(tidying.changes());
            }
            QCOMPARE(last.size(), 4); // three of events, the last of them not full, one of facts
            QCOMPARE(deleted, time == 0 ? 100 : 0);
            QCOMPARE(number(u"SELECT count(*) FROM events"_s), rows);
        }
        QVERIFY(facts.removeUnused(database()).ok());
        QCOMPARE(number(u"SELECT count(*) FROM facts"_s), 1);
        QCOMPARE(number(u"SELECT count(*) FROM tidied WHERE day = '2026-11-28'"_s), 1);
        QVERIFY(RawFile::check(database()).ok());
    }
    /// Between two steps requests are committed, before the place where it is and after.
    void whatComesMeanwhileStays()
    {
        RawFacts facts;
        addFacts(facts);
        add(0, int(Limits::rawStepRows) + 10, m_young);
        RawTidying tidying(facts);
        QVERIFY(tidying.prepare(database()).ok());
        QVERIFY(!tidying.step({}, m_today).value().last);
        add(100'000, 100'050, m_young);
        while (!tidying.step({}, m_today).value().last) { }
        QCOMPARE(number(u"SELECT count(*) FROM events"_s), Limits::rawStepRows + 60);
    }
    void beginsAnewAfterAnError()
    {
        RawFacts facts;
        addFacts(facts);
        add(0, int(Limits::rawStepRows) + 10, m_young);
        RawTidying tidying(facts);
        QVERIFY(tidying.prepare(database()).ok());
        {
            SqlTransaction undone(database());
            QVERIFY(undone.begin().ok());
            QVERIFY(!tidying.step({}, m_today).value().last);
            QVERIFY(runSql(database(), u"UPDATE events SET fact = zeroblob(16)"_s).ok());
            QCOMPARE(tidying.step({}, m_today).error().code, Error::Code::Damaged);
        }
        for (const bool last : {false, false, true})
            QCOMPARE(tidying.step({}, m_today).value().last, last);
        QCOMPARE(number(u"SELECT count(*) FROM events"_s), Limits::rawStepRows + 10);
    }
    void anEmptyFileIsTidyToo()
    {
        RawFacts facts;
        QVERIFY(facts.load(database()).ok());
        RawTidying tidying(facts);
        QVERIFY(tidying.prepare(database()).ok());
        QCOMPARE(tidying.step({}, m_today).value(), (TidyStep{0, false}));
        QCOMPARE(tidying.step({}, m_today).value(), (TidyStep{0, true}));
    }
};

QTEST_GUILESS_MAIN(TestRawTidying)
#include "tst_rawtidying.moc"
