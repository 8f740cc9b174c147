#include "host/raw/disk/rawgaps.h"

#include "host/raw/disk/rawfile.h"
#include "sqlite/disk/sqlitefile.h"
#include "support/rawfile.h"
#include "support/values.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawGaps : public QObject
{
    Q_OBJECT

    static QByteArray page(int kind, int rows, int content, qsizetype at = 0)
    {
        QByteArray bytes(4096, 'x');
        bytes[at] = char(kind);
        qToBigEndian(quint16(rows), bytes.data() + at + 3);
        qToBigEndian(quint16(content), bytes.data() + at + 5);
        return bytes;
    }

private Q_SLOTS:
    void emptiesWhatLiesBetweenTheRowsAndTheirPlaces_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("first");
        QTest::addColumn<int>("from"); // none: nothing is changed
        QTest::addColumn<int>("to");
        QTest::newRow("leaf of an index") << page(10, 3, 4000) << false << 8 + 6 << 4000;
        QTest::newRow("leaf of a table") << page(13, 3, 4000) << false << 8 + 6 << 4000;
        QTest::newRow("inner of an index") << page(2, 3, 4000) << false << 12 + 6 << 4000;
        QTest::newRow("inner of a table") << page(5, 3, 4000) << false << 12 + 6 << 4000;
        QTest::newRow("the first page") << page(13, 2, 3000, 100) << true << 100 + 8 + 4 << 3000;
        QTest::newRow("without rows") << page(10, 0, 4096) << false << 8 << 4096;
        QTest::newRow("full") << page(10, 1996, 4000) << false << 0 << 0;
        QTest::newRow("another kind of page") << page(0, 3, 4000) << false << 0 << 0;
        QTest::newRow("rows outside") << page(10, 3, 5000) << false << 0 << 0;
        QTest::newRow("more rows than fit") << page(10, 65'535, 4000) << false << 0 << 0;
        QTest::newRow("content at 65,536") << page(10, 3, 0) << false << 0 << 0;
        QTest::newRow("too short") << QByteArray(5, '\x0a') << false << 0 << 0;
    }
    void emptiesWhatLiesBetweenTheRowsAndTheirPlaces()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, first);
        QFETCH(int, from);
        QFETCH(int, to);
        QByteArray expected = bytes;
        expected.replace(from, to - from, QByteArray(to - from, '\0'));
        QCOMPARE(emptyGap(bytes, first), to > from);
        QCOMPARE(bytes, expected);
        QVERIFY(!emptyGap(bytes, first)); // done
    }
    /// What the whole is for: a copy of a row that SQLite moved. The file is as good as before.
    void inARealFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"raw.sqlite"_s);
        RawGaps gaps(path);
        const auto file = std::move(RawFile::openToWrite(path, u"raw"_s)).value();
        const QSqlDatabase &database = file->connection();
        QCOMPARE(sqlNumber(database, u"PRAGMA wal_autocheckpoint"_s).value(), 0);
        for (int i = 0; i < 4'000; ++i)
            QVERIFY(runSql(database, u"INSERT INTO events VALUES (?, zeroblob(16))"_s,
                           {QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).first(16)})
                        .ok());
        QVERIFY(gaps.noteLog().ok());
        QCOMPARE(sqlNumber(database, u"PRAGMA wal_checkpoint(TRUNCATE)"_s).value(), 0);
        const auto copies = [&] {
            const QByteArray bytes = TestSupport::resource(path);
            int more = 0;
            for (int i = 0; i < 4'000; ++i)
                more += int(bytes.count(
                            QCryptographicHash::hash(QByteArray::number(i), QCryptographicHash::Sha256).first(16)))
                        - 1;
            return more;
        };
        QVERIFY(copies() > 0);
        QVERIFY(gaps.overwrite().ok());
        QCOMPARE(copies(), 0);
        QVERIFY(RawFile::check(database).ok());
        QCOMPARE(sqlNumber(database, u"SELECT count(*) FROM events"_s).value(), 4'000);
        QVERIFY(gaps.noteLog().ok()); // the log is empty
        QVERIFY(gaps.overwrite().ok());
    }
    void saysWhyItCanNot()
    {
        const QTemporaryDir folder;
        RawGaps gaps(folder.filePath(u"raw.sqlite"_s));
        QVERIFY(gaps.noteLog().ok()); // no log, nothing to do
        QVERIFY(gaps.overwrite().ok());
        QFile log(folder.filePath(u"raw.sqlite-wal"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        QByteArray bytes(32 + 24 + 4096, '\0');
        qToBigEndian(quint32(4096), bytes.data() + 8);
        qToBigEndian(quint32(1), bytes.data() + 32);
        QVERIFY(log.write(bytes) == bytes.size());
        log.close();
        QVERIFY(gaps.noteLog().ok());
        QVERIFY(!gaps.overwrite().ok());
        QVERIFY(!gaps.overwrite().ok()); // and remembers
    }
};

QTEST_GUILESS_MAIN(TestRawGaps)
#include "tst_rawgaps.moc"
