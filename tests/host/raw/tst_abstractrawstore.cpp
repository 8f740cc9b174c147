// What every store of raw events has to hold, from outside: by its interface, and by the bytes in its folder. Another
// store gets a line in stores().
#include "host/raw/abstractrawstore.h"

#include "contract/limits.h"
#include "host/raw/disk/rawstore.h"
#include "support/linkage.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::eventOf;

namespace {

using Opened = Result<std::unique_ptr<AbstractRawStore>>;
using Open = std::function<Opened(const QString &folder)>;

const QMap<QString, Open> &stores()
{
    static const QMap<QString, Open> all{{u"SQLite"_s, [](const QString &folder) {
                                              return RawStore::open(folder + u"/raw.sqlite"_s,
                                                                    TestSupport::dictionary(), u"suite"_s);
                                          }}};
    return all;
}

StoreRequest put(const QList<Event> &events)
{
    return {events, {}};
}

StoreRequest erase(const Event &event)
{
    return {{}, {{TestSupport::dictionary().topic(event.topic)->level, event.period, event.reporter}}};
}

/// All bytes in the folder, file by file.
QByteArrayList bytesIn(const QString &folder)
{
    QByteArrayList files;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name))
        files.append(TestSupport::resource(folder + u'/' + name));
    return files;
}

bool contains(const QString &folder, const QByteArray &what)
{
    const QByteArrayList files = bytesIn(folder);
    return std::any_of(files.begin(), files.end(), [&](const QByteArray &file) { return file.contains(what); });
}

Event numbered(int number)
{
    Event event = eventOf(u"command"_s);
    const QByteArray digest = QCryptographicHash::hash(QByteArray::number(number), QCryptographicHash::Sha256);
    event.reporter = *Reporter::fromBytes(digest.first(Limits::reporterBytes));
    return event;
}

/// Commits one request after the other, each of two events, and says so on the pipe. For ever.
[[noreturn]] void commitForEver(const Open &open, const QString &folder, int first, int pipe)
{
    const auto store = open(folder);
    for (int i = first; store.ok(); i += 2) {
        if (!store.value()->commit({put({numbered(i), numbered(i + 1)})}) || write(pipe, &i, sizeof i) != sizeof i)
            break;
    }
    _exit(1);
}

} // namespace

class TestAbstractRawStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    Opened open()
    {
        QFETCH(QString, store);
        return stores()[store](m_folder->path());
    }
    static void each()
    {
        QTest::addColumn<QString>("store");
        for (const QString &name : stores().keys())
            QTest::newRow(qPrintable(name)) << name;
    }
    static qint64 tidy(AbstractRawStore &store, const QStringList &old)
    {
        qint64 deleted = 0;
        for (bool last = false; !last;) {
            const auto step = store.tidyStep(old, TestSupport::now().date());
            if (!step)
                return -1;
            deleted += step.value().deleted;
            last = step.value().last;
        }
        return deleted;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsCommittedIsThereWhenItIsOpenedAgain_data() { each(); }
    void whatIsCommittedIsThereWhenItIsOpenedAgain()
    {
        const QList<Event> events{eventOf(u"user"_s), eventOf(u"plugin"_s, 'b')};
        QCOMPARE(open().value()->commit({put(events)}).value(), QList<StoreOutcome>({{2, {0, 1}, {}}}));
        QCOMPARE(open().value()->commit({put(events)}).value(), QList<StoreOutcome>({{2, {}, {}}}));
    }
    void aReporterHasOneTopicAndPeriod_data() { each(); }
    void aReporterHasOneTopicAndPeriod()
    {
        const auto store = open();
        Event later = eventOf(u"napari"_s);
        later.period = later.period.lastWeek().plusWeeks(1);
        QCOMPARE(store.value()->commit({put({eventOf(u"napari"_s), later, eventOf(u"user"_s)})}).value(),
                 QList<StoreOutcome>({{1, {0}, {1, 2}}}));
    }
    void aRequestHoldsWholeOrNotAtAll_data() { each(); }
    void aRequestHoldsWholeOrNotAtAll()
    {
        const auto store = open();
        Event unknown = eventOf(u"plugin"_s, 'b');
        unknown.topic = u"unknown"_s;
        QVERIFY(!store.value()->commit({put({eventOf(u"plugin"_s)}), put({unknown})}).ok());
        QCOMPARE(store.value()->commit({put({eventOf(u"plugin"_s)})}).value(), QList<StoreOutcome>({{1, {0}, {}}}));
    }
    void whatIsErasedIsInNoFile_data() { each(); }
    void whatIsErasedIsInNoFile()
    {
        const auto store = open();
        QList<Event> events;
        for (int i = 0; i < 3'000; ++i)
            events.append(numbered(i));
        Event rare = numbered(3'000);
        rare.value[u"command"_s] = u"napari.a-very-rare-command"_s;
        QVERIFY(store.value()->commit({put(events + QList<Event>{rare})}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QVERIFY(contains(m_folder->path(), "a-very-rare-command"_ba)); // so the test can see it
        QVERIFY(store.value()->commit({erase(rare), erase(events[7]), erase(numbered(9'999))}).ok());
        QVERIFY(store.value()->truncateLog().ok());
        QVERIFY(!contains(m_folder->path(), "a-very-rare-command"_ba));
        for (const Event &gone : {rare, events[7]}) {
            QVERIFY(!contains(m_folder->path(), gone.reporter.bytes()));
            QVERIFY(!contains(m_folder->path(), gone.reporter.toString().toUtf8()));
        }
        QCOMPARE(store.value()->commit({put({events[7], events[8]})}).value(), QList<StoreOutcome>({{2, {0}, {}}}));
    }
    void whatIsOldIsInNoFile_data() { each(); }
    void whatIsOldIsInNoFile()
    {
        const auto store = open();
        Event old = eventOf(u"command"_s);
        old.period = *Period::fromString(u"2026-08"_s);
        old.value[u"command"_s] = u"napari.a-very-rare-command"_s;
        QVERIFY(store.value()->commit({put({old, eventOf(u"plugin"_s, 'b')})}).ok());
        QStringList periods = store.value()->periods().value();
        periods.sort();
        QCOMPARE(periods, (QStringList{u"2026-08"_s, u"2026-11"_s}));
        QVERIFY(!store.value()->tidiedOn().value().isValid());
        QCOMPARE(tidy(*store.value(), {u"2026-08"_s}), 1);
        QVERIFY(store.value()->truncateLog().ok());
        QCOMPARE(store.value()->tidiedOn().value(), TestSupport::now().date());
        QVERIFY(!contains(m_folder->path(), "a-very-rare-command"_ba));
        QVERIFY(!contains(m_folder->path(), old.reporter.bytes()));
        QCOMPARE(store.value()->periods().value(), QStringList{u"2026-11"_s});
    }
    void filesDoNotTellWhoseRowsAreWhose_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<int>("people");
        QTest::addColumn<int>("times"); // few people: many of them have to be asked
        for (const QString &name : stores().keys()) {
            QTest::addRow("%s, 20 people", qPrintable(name)) << name << 20 << 60;
            QTest::addRow("%s, 200 people", qPrintable(name)) << name << 200 << 5;
            QTest::addRow("%s, 2,000 people", qPrintable(name)) << name << 2'000 << 1;
        }
    }
    /// One commit a request, as on a quiet host; the log is emptied as the collector does it.
    void filesDoNotTellWhoseRowsAreWhose()
    {
        QFETCH(int, people);
        QFETCH(int, times);
        TestSupport::Score score;
        for (int time = 0; time < times; ++time) {
            m_folder = std::make_unique<QTemporaryDir>();
            const TestSupport::Population population(people, quint32(500 + time));
            const auto store = open();
            int inLog = 0;
            for (const QList<Event> &request : population.requests) {
                if (++inLog % Limits::rawLogRequests == 0)
                    QVERIFY(store.value()->truncateLog().ok());
                QVERIFY(store.value()->commit({put(request)}).ok());
            }
            QVERIFY(store.value()->truncateLog().ok());
            const TestSupport::Finder finder(population);
            for (const QByteArray &file : bytesIn(m_folder->path()))
                score.add(population, finder.cut(finder.found(file)));
        }
        QVERIFY(score.said > 1'000);
        QVERIFY(score.upperEnd() - 1.0 / people <= 0.01);
    }
    /// The test above finds them where they can be found.
    void filesInTheOrderOfArrivalTell()
    {
        const TestSupport::Population population(200, 1);
        QByteArray file;
        for (const QList<Event> &request : population.requests) {
            for (const Event &event : request)
                file += event.reporter.bytes() + QByteArray(16, '-');
        }
        const TestSupport::Finder finder(population);
        TestSupport::Score score;
        score.add(population, finder.cut(finder.found(file)));
        QVERIFY(10 * score.right >= 9 * population.pairs() && 10 * score.right >= 9 * score.said);
    }
    void holdsWhatItSaidWhenItIsKilled_data() { each(); }
    void holdsWhatItSaidWhenItIsKilled()
    {
        QFETCH(QString, store);
        QRandomGenerator random = QRandomGenerator::securelySeeded();
        int next = 0;
        int acknowledged = 0;
        for (int cycle = 0; cycle < 100; ++cycle) {
            int ends[2];
            QVERIFY(pipe(ends) == 0);
            const pid_t child = fork(); // no store is open here
            if (child == 0)
                commitForEver(stores()[store], m_folder->path(), next, ends[1]);
            close(ends[1]);
            int said = 0;
            QList<int> told;
            for (int left = random.bounded(1, 6); left > 0 && read(ends[0], &said, sizeof said) == sizeof said; --left)
                told.append(said);
            kill(child, SIGKILL);
            while (read(ends[0], &said, sizeof said) == sizeof said)
                told.append(said);
            close(ends[0]);
            QVERIFY(waitpid(child, nullptr, 0) == child);
            QVERIFY(!told.isEmpty());
            acknowledged += int(told.size());
            const auto again = open();
            QVERIFY(again.ok());
            for (const int first : told)
                QCOMPARE(again.value()->commit({put({numbered(first), numbered(first + 1)})}).value(),
                         QList<StoreOutcome>({{2, {}, {}}}));
            next = told.last() + 10; // beyond the one that was not told
        }
        QVERIFY(acknowledged >= 100);
    }
};

QTEST_GUILESS_MAIN(TestAbstractRawStore)
#include "tst_abstractrawstore.moc"
