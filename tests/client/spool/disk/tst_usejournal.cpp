#include "client/spool/disk/usejournal.h"

#include "client/consent/clientfiles.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/spool/disk/usesegment.h"
#include "client/spool/useline.h"
#include "contract/limits.h"
#include "support/grants.h"
#include "support/ordinaryuser.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

Event use(const QString &command)
{
    return TestSupport::event(u"command", TestSupport::command(command, u"1"_s));
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace

class TestUseJournal : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqliteSpool> m_spool;
    std::atomic<int> m_news = 0;
    QHash<QByteArray, int> m_numbers;

    [[nodiscard]] QString file() const { return m_folder->filePath(u"spool.sqlite"_s); }
    [[nodiscard]] QStringList segments() const { return UseSegment::filesOf(file()); }
    std::shared_ptr<UseJournal> journal()
    {
        auto opened = UseJournal::open(file(), [this] { ++m_news; });
        if (!opened)
            qFatal("%ls", qUtf16Printable(opened.error().detail));
        return opened.value();
    }
    /// One use, under the number that the event has in all journals of the test.
    bool append(UseJournal &to, const Event &event)
    {
        const QByteArray key = event.topic.toUtf8() + event.reporter.bytes();
        const int number = m_numbers.value(key, static_cast<int>(m_numbers.size()));
        m_numbers.insert(key, number);
        return to.append(number, useLine(number, event), useAgainLine(number));
    }
    /// "command class uses", in order.
    [[nodiscard]] QStringList counted() const
    {
        return TestSupport::query(
            file(), u"SELECT json_extract(CAST(bytes AS TEXT), '$.value.command') || ' ' ||"
                    " json_extract(CAST(bytes AS TEXT), '$.value.count_class') || ' ' || uses FROM event ORDER BY 1"_s);
    }
private Q_SLOTS:
    void init()
    {
        m_news = 0;
        m_folder = std::make_unique<QTemporaryDir>();
        auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file());
        QVERIFY2(spool.ok(), spool ? "" : qPrintable(spool.error().detail));
        m_spool = std::move(spool).value();
    }
    void cleanup() { m_spool.reset(); }

    void countsWhatWasAppendedAndLeavesNoFile()
    {
        const auto some = journal();
        for (int i = 0; i < 12; ++i)
            QVERIFY(append(*some, use(i < 3 ? u"napari.a"_s : u"napari.b"_s)));
        QCOMPARE(m_news.load(), 1);
        const QString first = segments().value(0);
        QVERIFY(!(QFile::permissions(first) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        const auto folded = some->fold(*m_spool);
        QVERIFY2(folded.ok(), folded ? "" : qPrintable(folded.error().detail));
        QVERIFY(folded.value());
        QCOMPARE(counted(), (QStringList{u"napari.a 2-9 3"_s, u"napari.b 2-9 9"_s}));
        QCOMPARE(segments().size(), 1);
        QVERIFY(segments()[0] != first);
        QCOMPARE(QFileInfo(segments()[0]).size(), 0);
        QVERIFY(append(*some, use(u"napari.b"_s)));
        QCOMPARE(m_news.load(), 2);
        QVERIFY(some->fold(*m_spool).value());
        QVERIFY(append(*some, use(u"napari.b"_s)));
        QVERIFY(!some->fold(*m_spool).value()); // the class did not change
        QCOMPARE(counted(), (QStringList{u"napari.a 2-9 3"_s, u"napari.b 10-99 11"_s}));
        QVERIFY(!some->fold(*m_spool).value());
    }
    void anEmptyFileGoesWithTheJournal()
    {
        journal();
        QCOMPARE(segments(), QStringList());
    }
    void whatAKilledProcessLeftIsCountedOnce()
    {
        write(file() + u".uses-1-0123"_s, useLine(0, use(u"napari.a"_s)) + useAgainLine(0).chopped(1));
        const auto some = journal();
        QVERIFY(some->fold(*m_spool).ok());
        QVERIFY(some->fold(*m_spool).ok());
        QCOMPARE(counted(), QStringList{u"napari.a 1 1"_s});
        QCOMPARE(segments().size(), 1);
    }
    void aFileThatOutlivesItsCountingIsNotCountedTwice()
    {
        const QByteArray bytes = useLine(0, use(u"napari.a"_s));
        const QString left = file() + u".uses-1-0123"_s;
        write(left, bytes);
        QVERIFY(journal()->fold(*m_spool).ok());
        write(left, bytes); // as if the process had ended before it was deleted
        QVERIFY(journal()->fold(*m_spool).ok());
        QCOMPARE(counted(), QStringList{u"napari.a 1 1"_s});
        QVERIFY(!QFile::exists(left));
        QCOMPARE(TestSupport::query(file(), u"SELECT journal FROM folded"_s), QStringList{u"0123"_s});
        // And it is forgotten when it can't come back.
        write(file() + u".uses-1-4567"_s, bytes);
        QVERIFY(journal()->fold(*m_spool).ok());
        QCOMPARE(TestSupport::query(file(), u"SELECT journal FROM folded"_s), QStringList{u"4567"_s});
        QCOMPARE(counted(), QStringList{u"napari.a 2-9 2"_s});
    }
    void whatARunningProcessKeepsIsItsOwn()
    {
        const auto one = journal();
        const auto other = journal();
        QVERIFY(append(*one, use(u"napari.a"_s)));
        QVERIFY(append(*other, use(u"napari.b"_s)));
        QVERIFY(other->fold(*m_spool).ok());
        QCOMPARE(counted(), QStringList{u"napari.b 1 1"_s});
        QVERIFY(one->fold(*m_spool).ok());
        QCOMPARE(counted(), (QStringList{u"napari.a 1 1"_s, u"napari.b 1 1"_s}));
    }
    void anotherFormatIsLeftAlone()
    {
        const QString newer = file() + u".uses-2-0123"_s;
        write(newer, "newer");
        QVERIFY(journal()->fold(*m_spool).ok());
        QVERIFY(QFile::exists(newer));
    }
    void whatIsAboveTheGrantOrNoUseIsLeftOut()
    {
        m_spool.reset();
        m_spool = SqliteSpool::open(ConsentGate::forTest(Level::Middle), TestSupport::dictionary(), file()).value();
        const auto some = journal();
        QVERIFY(append(*some, use(u"napari.a"_s)));
        QVERIFY(append(*some, TestSupport::event(u"napari", TestSupport::dictionary().topic(u"napari")->example)));
        QVERIFY(some->fold(*m_spool).ok());
        QCOMPARE(counted(), QStringList());
    }
    void overTheCapIsLeftOutAndTheRestStays()
    {
        const int cap = TestSupport::dictionary().topic(u"command")->cap;
        const auto some = journal();
        for (int i = 0; i < cap + 5; ++i)
            QVERIFY(append(*some, use(u"napari.c%1"_s.arg(i))));
        QVERIFY(some->fold(*m_spool).ok());
        QCOMPARE(counted().size(), cap);
    }
    void whatWasErasedStaysErased()
    {
        const Event event = use(u"napari.a"_s);
        QVERIFY(m_spool->countUses(u"1"_s, {event}, {}).value());
        TestSupport::query(file(), u"UPDATE event SET state = 'erased', bytes = x'', uses = 0"_s);
        QVERIFY(!m_spool->countUses(u"2"_s, {event}, {}).value());
        QVERIFY(m_spool->events().value().isEmpty());
    }
    void countsGoOnInTheNextSessionAndBeginAnewAfterDeleting()
    {
        for (int session = 0; session < 2; ++session) {
            const auto some = journal();
            for (int i = 0; i < 6; ++i)
                QVERIFY(append(*some, use(u"napari.a"_s)));
            QVERIFY(some->fold(*m_spool).ok());
        }
        QCOMPARE(counted(), QStringList{u"napari.a 10-99 12"_s});
        QVERIFY(m_spool->purgeAbove(Level::None).ok());
        QVERIFY(m_spool->countUses(u"3"_s, {use(u"napari.a"_s)}, {}).value());
        QCOMPARE(counted(), QStringList{u"napari.a 1 1"_s});
    }
    void whatCannotBeCountedStaysForTheNextTime()
    {
        const auto some = journal();
        QVERIFY(append(*some, use(u"napari.a"_s)));
        QCOMPARE(TestSupport::query(file(), u"ALTER TABLE folded RENAME TO hidden"_s), QStringList());
        QVERIFY(!some->fold(*m_spool).ok());
        QVERIFY(append(*some, use(u"napari.a"_s)));
        QVERIFY(!some->fold(*m_spool).ok());
        QCOMPARE(counted(), QStringList());
        QCOMPARE(TestSupport::query(file(), u"ALTER TABLE hidden RENAME TO folded"_s), QStringList());
        QVERIFY(some->fold(*m_spool).ok());
        QCOMPARE(counted(), QStringList{u"napari.a 2-9 2"_s});
        QCOMPARE(segments().size(), 1);
    }
    void aFullJournalRefusesAndSaysSo()
    {
        const auto some = journal();
        qint64 kept = 0;
        while (append(*some, use(u"napari.a"_s)))
            ++kept;
        QVERIFY(kept > 100'000);
        QVERIFY(QFileInfo(segments()[0]).size() <= Limits::journalBytes + Limits::eventBytes);
        QVERIFY(some->fold(*m_spool).ok());
        QVERIFY(some->wasRefused());
        QVERIFY(!some->wasRefused());
        QCOMPARE(counted(), QStringList{u"napari.a 100+ %1"_s.arg(kept)});
        QVERIFY(append(*some, use(u"napari.a"_s)));
    }
    void discardingLeavesNoTraceAlsoOfOthers()
    {
        write(file() + u".uses-1-0123"_s, useLine(0, use(u"napari.orphan"_s)));
        const auto one = journal();
        const auto other = journal();
        QVERIFY(append(*one, use(u"napari.mine"_s)));
        QVERIFY(append(*other, use(u"napari.theirs"_s)));
        QVERIFY(one->discard().ok());
        for (const QByteArray &bytes : TestSupport::tree(m_folder->path())) {
            for (const char *name : {"napari.orphan", "napari.mine", "napari.theirs"})
                QVERIFY(!bytes.contains(name));
        }
        // Both go on.
        QVERIFY(append(*one, use(u"napari.a"_s)) && append(*other, use(u"napari.b"_s)));
        QVERIFY(one->fold(*m_spool).ok() && other->fold(*m_spool).ok());
        QCOMPARE(counted(), (QStringList{u"napari.a 1 1"_s, u"napari.b 1 1"_s}));
    }
    void aCountedFileIsOverwrittenBeforeItGoes()
    {
        const auto some = journal();
        QVERIFY(append(*some, use(u"napari.a"_s)));
        const QString second = m_folder->filePath(u"second name"_s);
        QCOMPARE(::link(qPrintable(segments()[0]), qPrintable(second)), 0);
        QVERIFY(some->fold(*m_spool).ok());
        QVERIFY(!TestSupport::tree(m_folder->path())[u"second name"_s].contains("napari"));
    }
    void countingWhileOthersAppendLosesNothing()
    {
        constexpr int uses = 5'000;
        const auto some = journal();
        std::vector<std::thread> threads;
        for (int number = 0; number < 2; ++number) {
            threads.emplace_back([&some, number] {
                const QByteArray first = useLine(number, use(u"napari.t%1"_s.arg(number)));
                const QByteArray again = useAgainLine(number);
                for (int i = 0; i < uses; ++i)
                    (void)some->append(number, first, again);
            });
        }
        bool folded = true;
        for (int i = 0; i < 20; ++i)
            folded = some->fold(*m_spool).ok() && folded;
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(folded);
        QVERIFY(some->fold(*m_spool).ok());
        QVERIFY(!some->wasRefused());
        QCOMPARE(counted(), (QStringList{u"napari.t0 100+ %1"_s.arg(uses), u"napari.t1 100+ %1"_s.arg(uses)}));
    }
    void whatAnotherUserLeftIsEmptiedByItsFolder_data() { TestSupport::addModes(); }
    void whatAnotherUserLeftIsEmptiedByItsFolder()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(QFileDevice::Permissions, mode);
        const QTemporaryDir folder;
        const QString spool = folder.filePath(u"spool.sqlite"_s);
        write(ClientFiles::journalOf(spool) + u"left"_s, "napari.secret");
        QVERIFY(TestSupport::setModes(folder.path(), mode));
        const TestSupport::OrdinaryUser user(folder.path());
        QVERIFY(emptySegments(spool).ok());
        QCOMPARE(UseSegment::filesOf(spool), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestUseJournal)
#include "tst_usejournal.moc"
