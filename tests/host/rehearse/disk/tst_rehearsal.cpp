#include "host/rehearse/disk/rehearsal.h"

#include "contract/limits.h"
#include "host/rehearse/auditkit.h"
#include "platform/disk/shippedresources.h"
#include "sqlite/disk/sql.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

/// That a second program gets the same bytes: tests/published/test_audit_kit.py.
class TestRehearsal : public QObject
{
    Q_OBJECT

    const Result<DataDictionary> m_dictionary = shippedDictionary();
    const Result<PublicStrings> m_names = shippedPublicStrings();
    const QTemporaryDir m_made; ///< a kit, made once

    Result<Done> make(const QTemporaryDir &folder)
    {
        return Rehearsal::make(folder.path(), m_dictionary.value(), m_names.value());
    }
    void copyTo(const QTemporaryDir &folder)
    {
        const QStringList names = QDir(m_made.path()).entryList(QDir::Files);
        QCOMPARE(names.size(), 4);
        for (const QString &name : names)
            QVERIFY(QFile::copy(m_made.filePath(name), folder.filePath(name)));
    }
    QByteArray sums(const QTemporaryDir &folder)
    {
        const auto drawn = Rehearsal::draw(folder.path(), m_dictionary.value());
        return drawn ? AuditKit::sumsOf(drawn.value()) : drawn.error().detail.toUtf8();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(m_made).ok()); }
    void theSameKitWheneverItIsMade()
    {
        const QTemporaryDir other;
        QVERIFY(make(other).ok());
        const QStringList names = QDir(other.path()).entryList(QDir::Files);
        QCOMPARE(names, (QStringList{u"dictionary.json"_s, u"noise-key.txt"_s, u"raw.sqlite"_s, u"SHA256SUMS"_s}));
        for (const QString &name : names)
            QCOMPARE(bytesOf(m_made.filePath(name)), bytesOf(other.filePath(name)));
    }
    void drawsWhatItNames()
    {
        const QTemporaryDir folder;
        copyTo(folder);
        QCOMPARE(sums(folder), bytesOf(folder.filePath(u"SHA256SUMS"_s)));
        const auto drawn = Rehearsal::draw(folder.path(), m_dictionary.value());
        QCOMPARE(drawn.value().size(), 6); // five weeks and their month
        // Something to check: tables of each level have rows, and there are cells that nobody sees.
        const QJsonObject month = QJsonDocument::fromJson(drawn.value()[u"periods/2026-10.json"_s]).object();
        QStringList withRows;
        const QJsonArray tables = month["tables"_L1].toArray();
        for (const QJsonValue &table : tables) {
            if (!table["rows"_L1].toArray().isEmpty())
                withRows.append(table["table"_L1].toString());
        }
        for (const QString &table : {u"users-month"_s, u"users-ever"_s, u"plugins"_s, u"commands"_s, u"layer-sizes"_s})
            QVERIFY2(withRows.contains(table), qPrintable(table));
    }
    void leavesTheKitAlone()
    {
        const QTemporaryDir folder;
        copyTo(folder);
        const QString raw = folder.filePath(u"raw.sqlite"_s);
        const QByteArray before = bytesOf(raw);
        QFile::setPermissions(raw, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther); // as it is published
        QCOMPARE(sums(folder), bytesOf(folder.filePath(u"SHA256SUMS"_s)));
        QCOMPARE(bytesOf(raw), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4);
    }
    void findsAChange_data()
    {
        QTest::addColumn<QString>("sql"); // empty: another key
        QTest::newRow("another key") << QString();
        QTest::newRow("fewer people")
            << u"DELETE FROM events WHERE fact = (SELECT fact FROM facts WHERE topic = 'user' LIMIT 1)"_s;
        QTest::newRow("another value") << u"UPDATE facts SET value = '{\"python_version\":\"3.10\"}' "
                                          "WHERE topic = 'python'"_s;
    }
    void findsAChange()
    {
        QFETCH(QString, sql);
        const QTemporaryDir folder;
        copyTo(folder);
        if (sql.isEmpty()) {
            write(folder.filePath(u"noise-key.txt"_s), QByteArray(2 * Limits::noiseKeyBytes, '0'));
        } else {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"change"_s);
            database.setDatabaseName(folder.filePath(u"raw.sqlite"_s));
            QVERIFY(database.open());
            const bool done = runSql(database, sql).ok();
            database = {};
            QSqlDatabase::removeDatabase(u"change"_s);
            QVERIFY(done);
        }
        const QByteArray changed = sums(folder);
        QCOMPARE(changed.count("  periods/"), 6); // it was drawn
        QVERIFY(changed != bytesOf(folder.filePath(u"SHA256SUMS"_s)));
    }
    void refusesWhatIsNoKit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes"); // null: no such file
        QTest::newRow("no key") << u"noise-key.txt"_s << QByteArray();
        QTest::newRow("a bad key") << u"noise-key.txt"_s << QByteArray("secret");
        QTest::newRow("no events") << u"raw.sqlite"_s << QByteArray();
        QTest::newRow("a foreign file") << u"raw.sqlite"_s << QByteArray("not a database, whatever it is called");
    }
    void refusesWhatIsNoKit()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const QTemporaryDir folder;
        copyTo(folder);
        QVERIFY(QFile::remove(folder.filePath(name)));
        if (!bytes.isNull())
            write(folder.filePath(name), bytes);
        const auto drawn = Rehearsal::draw(folder.path(), m_dictionary.value());
        QVERIFY(!drawn.ok());
        QVERIFY(!drawn.error().detail.isEmpty());
    }
    void refusesAFolderThatIsNotEmpty()
    {
        const QTemporaryDir folder;
        copyTo(folder);
        const QByteArray before = bytesOf(folder.filePath(u"raw.sqlite"_s));
        QVERIFY(!make(folder).ok());
        QCOMPARE(bytesOf(folder.filePath(u"raw.sqlite"_s)), before);
        QVERIFY(!Rehearsal::make(folder.filePath(u"none"_s), m_dictionary.value(), m_names.value()).ok());
    }
};

QTEST_GUILESS_MAIN(TestRehearsal)
#include "tst_rehearsal.moc"
