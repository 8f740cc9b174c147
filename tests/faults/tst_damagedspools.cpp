#include "client/spool/disk/sqlitespool.h"
#include "fuzz/mutate.h"
#include "support/grants.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QDir>
#include <QTemporaryDir>

#include <random>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int page = 4096;

struct Damage
{
    QByteArray bytes;
    int hurtPage = -1; ///< the only page that differs; -1: several, or the length
};

Damage flipped(QByteArray file, std::mt19937 &random)
{
    const auto at = static_cast<qsizetype>(random() % static_cast<size_t>(file.size()));
    for (qsizetype i = 0; i < 8; ++i) {
        const qsizetype byte = qMin(at - at % page + (at % page + i * 13) % page, file.size() - 1);
        file[byte] = static_cast<char>(file[byte] ^ (1 << (random() % 8)));
    }
    return {file, static_cast<int>(at / page)};
}

Damage zeroed(QByteArray file, std::mt19937 &random)
{
    const auto which = static_cast<qsizetype>(random() % static_cast<size_t>(file.size() / page));
    std::fill_n(file.begin() + which * page, page, '\0');
    return {file, static_cast<int>(which)};
}

Damage manyFlipped(QByteArray file, std::mt19937 &random)
{
    for (int i = 0; i < 100; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<size_t>(file.size()));
        file[at] = static_cast<char>(random());
    }
    return {file};
}

Damage cut(const QByteArray &file, std::mt19937 &random)
{
    return {file.first(static_cast<qsizetype>(random() % static_cast<size_t>(file.size())))};
}

Damage foreign(const QByteArray &file, std::mt19937 &random)
{
    QByteArray bytes(static_cast<qsizetype>(random() % static_cast<size_t>(file.size())), '\0');
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
    if (random() % 2)
        bytes.prepend("SQLite format 3");
    return {bytes};
}

} // namespace

/// Spools that a disk, a copy or somebody else has damaged. `TELEMETRY_FULL` runs 10,000 of them instead of a few.
class TestDamagedSpools : public QObject
{
    Q_OBJECT
private:
    QByteArray m_file;
    QMap<QByteArray, QSet<int>> m_events; ///< bytes, and the pages that have them (copies stay where a page was split)

    static std::unique_ptr<SqliteSpool> open(const QString &file)
    {
        auto spool = SqliteSpool::open(ConsentGate::forTest(Level::Full), TestSupport::dictionary(), file);
        return spool ? std::move(spool).value() : nullptr;
    }
    [[nodiscard]] bool isLeaf(int which) const
    {
        constexpr char leaf = 0x0a; // of the table or of its index; the first page has the schema
        return which > 0 && m_file[which * page] == leaf;
    }
private Q_SLOTS:
    void initTestCase()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"spool.sqlite"_s);
        {
            const auto spool = open(file);
            QVERIFY(spool);
            for (const char *week : {"2026-W35", "2026-W39", "2026-W44", "2026-W47"}) {
                QList<Event> uses;
                for (int i = 0; i < TestSupport::dictionary().topic(u"plugin")->cap - 1; ++i)
                    QVERIFY(
                        spool
                            ->record(TestSupport::event(u"plugin", TestSupport::plugin(u"plugin-%1"_s.arg(i), u"1.0"_s),
                                                        QString::fromLatin1(week)))
                            .ok());
                for (int i = 0; i < TestSupport::dictionary().topic(u"command")->cap - 1; ++i)
                    uses.append(TestSupport::event(u"command", TestSupport::command(u"napari.c%1"_s.arg(i), u"1"_s),
                                                   QString::fromLatin1(week)));
                QVERIFY(spool->countUses(QString::fromLatin1(week), uses, {QString::fromLatin1(week)}).ok());
            }
            for (const TopicDefinition &topic : TestSupport::dictionary().topics())
                QVERIFY(spool->record(TestSupport::event(topic.topic, topic.example)).ok());
            QVERIFY(spool->markSent(spool->pending(Level::Middle).value()).ok());
        }
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        m_file = bytes.readAll();
        const auto spool = open(file);
        for (const SpooledEvent &spooled : spool->events().value()) {
            for (qsizetype at = -1; (at = m_file.indexOf(spooled.bytes, at + 1)) >= 0;)
                m_events[spooled.bytes].insert(static_cast<int>(at / page));
        }
        QVERIFY(m_events.size() == 4 * (19 + 15) + 11 && m_file.size() > 10 * page);
    }
    void nothingCrashesAndWhatIsWholeIsSaved_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("eight bits of a page") << 0;
        QTest::newRow("a page of zeros") << 1;
        QTest::newRow("a hundred bytes") << 2;
        QTest::newRow("cut") << 3;
        QTest::newRow("foreign") << 4;
        QTest::newRow("like a fuzzer") << 5;
    }
    void nothingCrashesAndWhatIsWholeIsSaved()
    {
        QFETCH(int, kind);
        const int rounds = qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 2000 : 60;
        const QTemporaryDir folder;
        int saved = 0;
        int checked = 0;
        for (int round = 0; round < rounds; ++round) {
            std::mt19937 random(static_cast<unsigned>(kind * 10'000 + round));
            const Damage damage = kind == 0   ? flipped(m_file, random)
                                  : kind == 1 ? zeroed(m_file, random)
                                  : kind == 2 ? manyFlipped(m_file, random)
                                  : kind == 3 ? cut(m_file, random)
                                  : kind == 4 ? foreign(m_file, random)
                                              : Damage{TestSupport::mutated({m_file}, random)};
            const QString name = folder.filePath(u"spool-%1.sqlite"_s.arg(round));
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damage.bytes) == damage.bytes.size());
            file.close();
            {
                const auto spool = open(name);
                if (!spool) // only because it claims to be of a newer format
                    continue;
                const auto events = spool->events();
                QVERIFY(events.ok());
                QSet<QByteArray> left;
                for (const SpooledEvent &spooled : events.value())
                    left.insert(spooled.bytes);
                saved += static_cast<int>(left.size());
                // It goes on being used.
                QVERIFY(spool->record(TestSupport::event(u"plugin", TestSupport::plugin(u"napari-svg"_s, u"0.2.1"_s)))
                            .ok());
                QVERIFY(spool->isCurrent());
                if (damage.hurtPage >= 0 && isLeaf(damage.hurtPage)) {
                    ++checked;
                    for (auto it = m_events.cbegin(); it != m_events.cend(); ++it) {
                        if (!it.value().contains(damage.hurtPage) && !left.contains(it.key()))
                            QFAIL(qPrintable(u"round %1: lost with page %2: %3"_s.arg(round)
                                                 .arg(damage.hurtPage)
                                                 .arg(QString::fromUtf8(it.key()))));
                    }
                }
            }
            QVERIFY(QDir().remove(name));
        }
        qInfo("%d of %d events saved; in %d of %d rounds it was checked which", saved, rounds * 124, checked, rounds);
        QVERIFY(kind > 1 || checked > rounds / 3);
    }
};

QTEST_GUILESS_MAIN(TestDamagedSpools)
#include "tst_damagedspools.moc"
