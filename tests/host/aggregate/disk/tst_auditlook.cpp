#include "host/aggregate/disk/auditlook.h"

#include "host/raw/disk/rawstore.h"
#include "support/rawfile.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAuditLook : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    AuditPlaces m_places;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    AuditFacts look() const
    {
        AuditFacts facts;
        lookAtFiles(m_places, facts);
        return facts;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"logs"_s) && QDir(m_folder->path()).mkpath(u"backups/deep"_s));
        m_places = {path(u"raw.sqlite"_s), path(u"aggregates.sqlite"_s), {}, {}, u"no-such-unit"_s, {path(u"logs"_s)}};
    }
    void nothingIsThere()
    {
        const AuditFacts facts = look();
        QVERIFY(facts.rawPeriods.isEmpty() && facts.unread.isEmpty() && !facts.tidiedOn && !facts.oldestLogEntry);
        QVERIFY(!QFile::exists(m_places.raw)); // and looking made nothing
    }
    void itLooksAtTheRawDatabase()
    {
        TestSupport::addRaw(m_places.raw, u"user"_s, u"2026-W47"_s, 3);
        {
            const auto store = RawStore::open(m_places.raw, TestSupport::dictionary(), u"store"_s);
            while (!store.value()->tidyStep({}, QDate(2026, 11, 18)).value().last) { }
            QVERIFY(store.value()->truncateLog().ok());
        }
        AuditFacts facts = look();
        QCOMPARE(facts.rawPeriods, QStringList{u"2026-W47"_s});
        QCOMPARE(*facts.tidiedOn, QDate(2026, 11, 18));
        QCOMPARE(facts.logBytes, 0);
        for (const AuditFacts::File &file : facts.files)
            QVERIFY2((file.mode & ~file.widest) == 0, qPrintable(file.path));
        QVERIFY(QFile::setPermissions(m_places.raw, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        facts = look();
        QVERIFY(std::any_of(facts.files.begin(), facts.files.end(),
                            [&](const auto &file) { return file.path == m_places.raw && file.mode == 0604; }));
    }
    void aDamagedDatabaseIsToldNotPassedOver()
    {
        QFile file(m_places.raw);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) > 0);
        file.close();
        QCOMPARE(look().unread.size(), 1);
    }
    void itLooksAtWhatSigns()
    {
        QVERIFY(!look().hasRaw);
        m_places.keys = QStringList{path(u"first.key"_s)};
        QCOMPARE(look().keys.size(), 1);
        QFile key(m_places.keys.first());
        QVERIFY(key.open(QIODevice::WriteOnly));
        QVERIFY(key.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const AuditFacts facts = look();
        QVERIFY(facts.keys.isEmpty());
        QVERIFY(std::any_of(facts.files.begin(), facts.files.end(), [&](const auto &file) {
            return file.path == m_places.keys.first() && file.mode == 0604 && file.widest == 0600;
        }));
    }
    void nobodyElseChangesWhatIsPublished()
    {
        for (const QString &name : {u"aggregates.sqlite"_s, u"history.jsonl"_s, u"history-head.json"_s}) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther));
            const AuditFacts facts = look();
            QVERIFY2(std::any_of(
                         facts.files.begin(), facts.files.end(),
                         [&](const auto &each) { return each.path == path(name) && (each.mode & ~each.widest) != 0; }),
                     qPrintable(name));
        }
    }
    void aBackupThatHoldsRawEventsIsFoundByWhatItIs()
    {
        TestSupport::addRaw(m_places.raw, u"user"_s, u"2026-W47"_s, 3);
        m_places.backups = QStringList{path(u"backups"_s)};
        TestSupport::query(path(u"backups/aggregates.sqlite"_s), u"CREATE TABLE cells (x)"_s);
        AuditFacts facts = look();
        QVERIFY(facts.backupsNamed && facts.copies.isEmpty());
        QVERIFY(QFile::copy(m_places.raw, path(u"backups/deep/holiday.jpeg"_s)));
        facts = look();
        QCOMPARE(facts.copies, QStringList{path(u"backups/deep/holiday.jpeg"_s)});
        TestSupport::query(path(u"backups/all.tar.zst"_s), u"CREATE TABLE cells (x)"_s);
        QCOMPARE(look().archives, QStringList{path(u"backups/all.tar.zst"_s)});
        m_places.backups = QStringList{path(u"elsewhere"_s)};
        QCOMPARE(look().unread.size(), 1);
    }
    void theProxysLogHasAnAge()
    {
        for (const QString &name : {u"napari-telemetry.log"_s, u"napari-telemetry.log.1"_s, u"other.log"_s}) {
            QFile file(path(u"logs/"_s) + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("line\n") > 0 && file.flush());
            const int days = name.endsWith(u"1"_s) ? 9 : name.startsWith(u"other"_s) ? 90 : 1;
            QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days), QFile::FileModificationTime));
        }
        const AuditFacts facts = look();
        QCOMPARE(facts.oldestLogEntry->daysTo(QDateTime::currentDateTimeUtc()), 9);
    }
};

QTEST_GUILESS_MAIN(TestAuditLook)
#include "tst_auditlook.moc"
