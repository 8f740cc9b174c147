#include "host/aggregate/publictable.h"

#include "support/fakeaggregationfiles.h"
#include "support/releases.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicTable : public QObject
{
    Q_OBJECT

    TestSupport::FakeAggregationFiles m_files;
    std::unique_ptr<AbstractReleaseStore> m_store;

    PublicTable tableOf(const QString &name, const QList<Release> &outlines) const
    {
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            for (const TableDefinition &table : topic.tables) {
                if (table.table == name)
                    return {topic, table, outlines, *m_store};
            }
        }
        qFatal("there is no such table");
    }

private Q_SLOTS:
    void init()
    {
        m_files.fails.clear();
        m_files.released = TestSupport::twoReleases();
        m_store = std::move(m_files.openReleases()).value();
    }
    /// To the last byte: hosts have published them, and histories name their hashes.
    void theBytesStayTheSame()
    {
        const PublicTable users = tableOf(u"users"_s, m_files.released);
        QCOMPARE(users.csv().value(), "period,people\r\n2026-W40,5000000000\r\n2026-W42,45\r\n"_ba);
        const QByteArray json = users.json().value();
        QVERIFY2(json.startsWith(R"({"dimensions":[],"period":"week","periods":["2026-W40","2026-W42"],"rows":[)"
                                 R"({"key":[],"people":5000000000,"period":"2026-W40"},)"
                                 R"({"key":[],"people":45,"period":"2026-W42"}],"table":"users","title":)"),
                 json.constData());
        QVERIFY(json.endsWith("}\n"));
    }
    void rowsComeInTheOrderOfTheReleases()
    {
        const QList<Release> reversed{m_files.released.last(), m_files.released.first()};
        QCOMPARE(tableOf(u"users"_s, reversed).csv().value(),
                 "period,people\r\n2026-W42,45\r\n2026-W40,5000000000\r\n"_ba);
    }
    void whatCanNotBeReadIsAnError()
    {
        m_files.fails = u"read cells"_s;
        const PublicTable users = tableOf(u"users"_s, m_files.released);
        QCOMPARE(users.csv().error().code, Error::Code::Io);
        QCOMPARE(users.json().error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestPublicTable)
#include "tst_publictable.moc"
