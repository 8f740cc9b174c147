#include "host/raw/disk/rawstore.h"

#include "contract/limits.h"
#include "support/events.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

using Sequence = QList<QByteArray>; ///< reporters in an order that a file shows
using Clusters = QList<QList<QByteArray>>;

/// People at level basic: each sends one request, with one event of each topic.
class Population
{
public:
    Population(int people, quint32 seed)
        : m_people(people)
    {
        QRandomGenerator random(seed);
        for (int person = 0; person < people; ++person) {
            QList<Event> request;
            for (const QString &topic : TestSupport::topicsUpTo(Level::Basic)) {
                Event event = TestSupport::eventOf(topic);
                if (topic == "python"_L1)
                    event.value[u"python_version"_s] = u"3.%1"_s.arg(random.bounded(9, 14));
                const auto name = QByteArray::number(seed) + ' ' + QByteArray::number(person) + ' ' + topic.toUtf8();
                event.reporter = *Reporter::fromBytes(
                    QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(Limits::reporterBytes));
                m_personOf[event.reporter.bytes()] = person;
                m_topicOf[event.reporter.bytes()] = topic;
                request.append(event);
            }
            std::shuffle(request.begin(), request.end(), random); // as the client does
            requests.append(request);
        }
    }
    [[nodiscard]] bool has(const QByteArray &reporter) const { return m_personOf.contains(reporter); }
    [[nodiscard]] bool areOne(const QByteArray &a, const QByteArray &b) const { return m_personOf[a] == m_personOf[b]; }
    [[nodiscard]] QString topicOf(const QByteArray &reporter) const { return m_topicOf[reporter]; }
    [[nodiscard]] QList<QByteArray> reporters() const { return m_personOf.keys(); }
    [[nodiscard]] qint64 pairs() const
    {
        const qint64 events = requests.first().size();
        return m_people * events * (events - 1) / 2;
    }
    QList<QList<Event>> requests; ///< in the order of their arrival

private:
    int m_people;
    QHash<QByteArray, int> m_personOf;
    QHash<QByteArray, QString> m_topicOf;
};

/// What somebody can do who has a copy of the files, and knows which reporters there are and how many topics.
class Attack
{
public:
    Attack(const Population &population, const QString &path)
        : m_population(population)
        , m_path(path)
    {
        for (const QByteArray &reporter : population.reporters())
            m_begins[beginning(reporter.constData())] = true;
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

    static quint16 beginning(const char *bytes) { return quint16(quint8(bytes[0]) << 8 | quint8(bytes[1])); }
    /// The reporters in these bytes, in their order.
    [[nodiscard]] Sequence found(const QByteArray &bytes) const
    {
        Sequence sequence;
        for (qsizetype i = 0; i + Limits::reporterBytes <= bytes.size(); ++i) {
            if (!m_begins[beginning(bytes.constData() + i)])
                continue;
            const auto here = QByteArray::fromRawData(bytes.constData() + i, Limits::reporterBytes);
            if (m_population.has(here)) {
                sequence.append(QByteArray(here.constData(), here.size()));
                i += Limits::reporterBytes - 1;
            }
        }
        return sequence;
    }
    /// A person has each topic once: where one comes again another person begins.
    [[nodiscard]] Clusters cut(const Sequence &sequence) const
    {
        Clusters clusters;
        QSet<QString> topics;
        for (const QByteArray &reporter : sequence) {
            const QString topic = m_population.topicOf(reporter);
            if (clusters.isEmpty() || topics.contains(topic)) {
                clusters.append(QList<QByteArray>());
                topics.clear();
            }
            topics.insert(topic);
            clusters.last().append(reporter);
        }
        return clusters;
    }

    const Population &m_population;
    const QString m_path;
    std::array<bool, 65'536> m_begins{};
};

/// Pairs that an attack says are of one person.
struct Score
{
    qint64 said = 0;
    qint64 right = 0;

    void add(const Population &population, const Clusters &clusters)
    {
        for (const QList<QByteArray> &cluster : clusters) {
            for (qsizetype a = 0; a < cluster.size(); ++a) {
                for (qsizetype b = a + 1; b < cluster.size(); ++b) {
                    ++said;
                    right += population.areOne(cluster[a], cluster[b]) ? 1 : 0;
                }
            }
        }
    }
    /// The upper end of the 95 % interval (Wilson) of the share that is right; something was said.
    [[nodiscard]] double upperEnd() const
    {
        constexpr double z = 1.96;
        const double n = double(said);
        const double p = double(right) / n;
        return (p + z * z / (2 * n) + z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n);
    }
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
