#include "host/raw/disk/rawstore.h"

#include "contract/limits.h"
#include "support/linkage.h"

#include <QSqlQuery>
#include <QTemporaryDir>

#include <array>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

using TestSupport::Clusters;
using TestSupport::Population;
using TestSupport::Score;
using TestSupport::Sequence;

/// What somebody can do who has a copy of the files, and knows which reporters there are and how many topics.
class Attack
{
public:
    Attack(const Population &population, const QString &path)
        : m_finder(population)
        , m_path(path)
    {
    }

    /// The log: what each commit has in its pages that none before it had.
    [[nodiscard]] Clusters fromLog() const
    {
        constexpr qsizetype headerBytes = 32;
        constexpr qsizetype frameHeaderBytes = 24;
        const QByteArray log = TestSupport::resource(m_path + u"-wal"_s);
        Clusters clusters;
        QSet<QByteArray> known;
        QList<QByteArray> fresh;
        for (qsizetype frame = headerBytes; frame + frameHeaderBytes + pageBytes <= log.size();
             frame += frameHeaderBytes + pageBytes) {
            for (const QByteArray &reporter : found(log.sliced(frame + frameHeaderBytes, pageBytes))) {
                if (!known.contains(reporter)) {
                    known.insert(reporter);
                    fresh.append(reporter);
                }
            }
            if (log.sliced(frame + 4, 4) != QByteArray(4, '\0')) { // the last frame of a commit
                clusters.append(fresh);
                fresh.clear();
            }
        }
        return clusters;
    }
    /// The order in which the rows lie within their pages: SQLite fills a page from its end.
    [[nodiscard]] Clusters fromPlaces() const
    {
        const QByteArray file = TestSupport::resource(m_path);
        Sequence sequence;
        for (qsizetype page = 0; page + pageBytes <= file.size(); page += pageBytes) {
            Sequence ofPage = found(file.sliced(page, pageBytes));
            std::reverse(ofPage.begin(), ofPage.end());
            sequence += ofPage;
        }
        return cut(sequence);
    }
    /// The order of the rows themselves.
    [[nodiscard]] Clusters fromRows(const QString &connection) const
    {
        Sequence sequence;
        QSqlQuery query(u"SELECT reporter FROM events"_s, QSqlDatabase::database(connection));
        while (query.next())
            sequence.append(query.value(0).toByteArray());
        return cut(sequence);
    }
    /// Every copy of a row that is left beside the row itself: free pages, gaps between rows, other files.
    [[nodiscard]] Clusters fromLeftovers() const
    {
        Sequence sequence;
        QSet<QByteArray> seen;
        const QFileInfo database(m_path);
        QStringList names = database.dir().entryList(QDir::Files | QDir::Hidden, QDir::Name); // raw.sqlite is the first
        for (const QString &name : names) {
            for (const QByteArray &reporter : found(TestSupport::resource(database.dir().filePath(name)))) {
                if (seen.contains(reporter))
                    sequence.append(reporter);
                seen.insert(reporter);
            }
        }
        return cut(sequence);
    }

private:
    static constexpr qsizetype pageBytes = 4096;

    [[nodiscard]] Sequence found(const QByteArray &bytes) const { return m_finder.found(bytes); }
    [[nodiscard]] Clusters cut(const Sequence &sequence) const { return m_finder.cut(sequence); }

    const TestSupport::Finder m_finder;
    const QString m_path;
};

} // namespace

/// Whether a copy of the files tells which rows are of one person. The attack is one that finds them where they can be
/// found; only then does it mean something that it finds none.
class TestLinkage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    void newFolder()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"raw.sqlite"_s);
    }
    Result<std::unique_ptr<AbstractRawStore>> open()
    {
        newFolder();
        auto store = RawStore::open(m_path, TestSupport::dictionary(), u"raw"_s);
        QSqlQuery(QSqlDatabase::database(u"raw"_s)).exec(u"PRAGMA synchronous = OFF"_s); // the files are the same
        return store;
    }
    static void sizes()
    {
        QTest::addColumn<int>("people");
        QTest::newRow("20 people") << 20;
        QTest::newRow("200 people") << 200;
        QTest::newRow("2,000 people") << 2'000;
    }

private Q_SLOTS:
    void aLogThatIsNotEmptiedTells_data() { sizes(); }
    void aLogThatIsNotEmptiedTells()
    {
        QFETCH(int, people);
        const Population population(people, 1);
        const auto store = open();
        QVERIFY(QSqlQuery(QSqlDatabase::database(u"raw"_s)).exec(u"PRAGMA wal_autocheckpoint = 0"_s));
        for (const QList<Event> &request : population.requests)
            QVERIFY(store.value()->commit({{request, {}}}).ok());
        Score score;
        score.add(population, Attack(population, m_path).fromLog());
        QVERIFY2(10 * score.right >= 9 * population.pairs() && 10 * score.right >= 9 * score.said,
                 qPrintable(u"%1 of %2, %3 said"_s.arg(score.right).arg(population.pairs()).arg(score.said)));
    }
    void rowsInTheOrderOfTheirArrivalTell_data() { sizes(); }
    void rowsInTheOrderOfTheirArrivalTell()
    {
        QFETCH(int, people);
        const Population population(people, 2);
        newFolder();
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"ordered"_s);
            database.setDatabaseName(m_path);
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY(query.exec(u"CREATE TABLE events (reporter BLOB NOT NULL, fact BLOB NOT NULL)"_s));
            QVERIFY(database.transaction());
            for (const QList<Event> &request : population.requests) {
                for (const Event &event : request) {
                    query.prepare(u"INSERT INTO events VALUES (?, zeroblob(16))"_s);
                    query.addBindValue(event.reporter.bytes());
                    QVERIFY(query.exec());
                }
            }
            QVERIFY(database.commit());
            const Attack attack(population, m_path);
            for (const Clusters &clusters : {attack.fromRows(u"ordered"_s), attack.fromPlaces()}) {
                Score score;
                score.add(population, clusters);
                QVERIFY2(10 * score.right >= 9 * population.pairs() && 10 * score.right >= 9 * score.said,
                         qPrintable(u"%1 of %2"_s.arg(score.right).arg(population.pairs())));
            }
        }
        QSqlDatabase::removeDatabase(u"ordered"_s);
    }
    /// Without a rebuild the places in a page tell: that is what it is for.
    void rowsThatWereNotRebuiltTell()
    {
        const Population population(20, 3);
        const auto store = open();
        for (const QList<Event> &request : population.requests)
            QVERIFY(store.value()->commit({{request, {}}}).ok());
        QVERIFY(QSqlQuery(QSqlDatabase::database(u"raw"_s)).exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
        Score score;
        score.add(population, Attack(population, m_path).fromPlaces());
        QVERIFY2(10 * score.right >= 5 * population.pairs(),
                 qPrintable(u"%1 of %2"_s.arg(score.right).arg(population.pairs())));
    }
    /// One commit a request, as on a quiet host; the log is emptied as the collector does it.
    void ourFilesDoNotTell_data()
    {
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("times"); // few people: many of them have to be asked
        QTest::newRow("20 people") << 20 << 100;
        QTest::newRow("200 people") << 200 << 10;
        QTest::newRow("2,000 people") << 2'000 << 1;
        QTest::newRow("8,000 people, not rebuilt today") << 8'000 << 1;
    }
    void ourFilesDoNotTell()
    {
        QFETCH(int, people);
        QFETCH(int, times);
        std::array<Score, 4> scores;
        for (int time = 0; time < times; ++time) {
            const Population population(people, quint32(100 + time));
            const auto store = open();
            int inLog = 0;
            for (const QList<Event> &request : population.requests) {
                if (inLog++ == Limits::rawLogRequests) {
                    QVERIFY(store.value()->truncateLog().ok());
                    inLog = 1;
                }
                QVERIFY(store.value()->commit({{request, {}}}).ok());
            }
            QVERIFY(store.value()->truncateLog().ok());
            const Attack attack(population, m_path);
            const std::array clusters{attack.fromLog(), attack.fromPlaces(), attack.fromRows(u"raw"_s),
                                      attack.fromLeftovers()};
            for (std::size_t i = 0; i < scores.size(); ++i)
                scores[i].add(population, clusters[i]);
        }
        QCOMPARE(scores[0].said, 0); // the log is empty
        QCOMPARE(scores[3].said, 0); // nothing is left of rows that SQLite moved
        const qint64 bytes = QFileInfo(m_path).size();
        const double guessing = 1.0 / people; // somebody else's row of another topic is anybody's
        for (const Score &score : {scores[1], scores[2]}) {
            const double advantage = score.upperEnd() - guessing;
            qInfo("%lld bytes: %lld of %lld right, %.4f by guessing, advantage %.4f at most", qlonglong(bytes),
                  qlonglong(score.right), qlonglong(score.said), guessing, advantage);
            QVERIFY(score.said > 1'000);
            QVERIFY(advantage <= 0.01);
        }
    }
};

QTEST_GUILESS_MAIN(TestLinkage)
#include "tst_linkage.moc"
