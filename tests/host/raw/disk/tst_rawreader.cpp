#include "host/raw/disk/rawreader.h"

#include "support/rawfile.h"

#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawReader : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    QString m_path;

    static QStringList visit(const RawReader &reader)
    {
        QStringList events;
        const auto done = reader.visit([&](const RawReader::RawEvents &alike) {
            events.append(QString::number(alike.people) + u' ' + alike.topic + u' ' + alike.period + u' '
                          + QString::number(alike.value.size())
                          + (alike.firstIn ? u' ' + firstInName(*alike.firstIn) : QString()));
        });
        return done ? events : QStringList{u"failed"_s};
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(u"raw.sqlite"_s);
    }
    void countsEventsThatAreAlike()
    {
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 2);
        TestSupport::addRaw(m_path, u"napari"_s, u"2026-W41"_s, 1);
        const auto reader = RawReader::open(m_path, u"raw"_s);
        QVERIFY(reader.ok());
        QCOMPARE(reader.value()->count().value(), 3);
        QStringList events = visit(*reader.value());
        events.sort();
        QCOMPARE(events, (QStringList{u"1 napari 2026-W41 1 month"_s, u"2 plugin 2026-W40 2"_s}));
    }
    void seesOneMoment()
    {
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 2);
        const auto reader = RawReader::open(m_path, u"raw"_s);
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 5); // and does not block the collector
        QCOMPARE(reader.value()->count().value(), 2);
        QCOMPARE(visit(*reader.value()), QStringList{u"2 plugin 2026-W40 2"_s});
        QCOMPARE(RawReader::open(m_path, u"second"_s).value()->count().value(), 7);
    }
    void canNotWrite()
    {
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 2);
        const auto reader = RawReader::open(m_path, u"raw"_s);
        QVERIFY(!QSqlQuery(QSqlDatabase::database(u"raw"_s)).exec(u"DELETE FROM events"_s));
        QCOMPARE(TestSupport::query(m_path, u"SELECT count(*) FROM events"_s), QStringList{u"2"_s});
    }
    void handsOnUnreadableValuesAsEmpty()
    {
        TestSupport::addRaw(m_path, u"plugin"_s, u"2026-W40"_s, 1);
        TestSupport::query(m_path, u"UPDATE facts SET value = 'broken'"_s);
        QCOMPARE(visit(*RawReader::open(m_path, u"raw"_s).value()), QStringList{u"1 plugin 2026-W40 0"_s});
    }
    void refuses_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::addColumn<Error::Code>("code");
        const QString ours = u"PRAGMA application_id = %1"_s.arg(0x6e726177);
        QTest::newRow("newer") << QStringList{ours, u"PRAGMA user_version = 2"_s} << Error::Code::Unsupported;
        QTest::newRow("not a raw file") << QStringList{u"CREATE TABLE x (y)"_s} << Error::Code::Invalid;
        QTest::newRow("no table") << QStringList{ours, u"PRAGMA user_version = 1"_s} << Error::Code::Io;
    }
    void refuses()
    {
        QFETCH(QStringList, sql);
        for (const QString &statement : sql)
            TestSupport::query(m_path, statement);
        const auto reader = RawReader::open(m_path, u"raw"_s);
        QVERIFY(!reader.ok());
        QTEST(reader.error().code, "code");
        QVERIFY(reader.error().detail.contains(m_path));
    }
    void refusesWhatIsNoDatabase()
    {
        QCOMPARE(RawReader::open(m_path, u"raw"_s).error().code, Error::Code::NotFound);
        QVERIFY(!QFile::exists(m_path)); // nor makes it
        QCOMPARE(RawReader::open(m_directory->path(), u"raw"_s).error().code, Error::Code::NotFound);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(4096, 'x'));
        file.close();
        QCOMPARE(RawReader::open(m_path, u"raw"_s).error().code, Error::Code::Invalid);
    }
};

QTEST_GUILESS_MAIN(TestRawReader)
#include "tst_rawreader.moc"
