#include "host/aggregate/disk/aggregationfiles.h"

#include "host/raw/disk/publishedmonths.h"
#include "host/raw/disk/rawstore.h"
#include "support/rawfile.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAggregationFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    AggregateOptions m_options;

    QString path(const QString &name) const { return m_folder->filePath(name); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_options.raw = path(u"raw.sqlite"_s);
        m_options.aggregates = path(u"aggregates.sqlite"_s);
        m_options.publicFolder = path(u"public"_s);
    }
    void twoRunsKeepApart()
    {
        {
            AggregationFiles first(m_options, TestSupport::dictionary());
            QVERIFY(first.lock().ok());
            AggregationFiles second(m_options, TestSupport::dictionary());
            const auto locked = second.lock();
            QVERIFY(!locked.ok());
            QCOMPARE(locked.error().code, Error::Code::Busy);
            QCOMPARE(locked.error().detail, path(u"aggregates.sqlite.lock: another run is going on"_s));
        }
        QVERIFY(QDir(m_folder->path()).isEmpty()); // and leave nothing
        AggregationFiles third(m_options, TestSupport::dictionary());
        QVERIFY(third.lock().ok());
    }
    void aLockThatCanNotBeMadeIsAnError()
    {
        m_options.aggregates = path(u"missing/aggregates.sqlite"_s);
        const auto locked = AggregationFiles(m_options, TestSupport::dictionary()).lock();
        QCOMPARE(locked.error().code, Error::Code::Io);
        QVERIFY(locked.error().detail.contains(m_options.aggregates));
    }
    void itOpensWhatTheOptionsName()
    {
        TestSupport::addRaw(m_options.raw, u"plugin"_s, u"2026-W40"_s, 2);
        AggregationFiles files(m_options, TestSupport::dictionary());
        QCOMPARE(files.openRawEvents().value()->count().value(), 2);
        QVERIFY(files.openReleases().value()->releases().value().isEmpty());
        QVERIFY(QFile::exists(m_options.aggregates));
        QVERIFY(files.databaseOf({}).value()->readAll().startsWith("SQLite format 3"));
        QVERIFY(files.publishedPeriods().value().isEmpty());
        QBuffer index;
        index.setData("{}"_ba);
        QVERIFY(index.open(QIODevice::ReadOnly));
        const auto draft = files.draft();
        QVERIFY(draft.value()->add(u"index.json"_s, index).ok());
        QVERIFY(draft.value()->publish().value());
        QCOMPARE(TestSupport::resource(path(u"public/index.json"_s)), "{}"_ba);
    }
    void whatIsTooOldOrPublishedIsDeleted()
    {
        for (const QString &period : {u"2026-W30"_s, u"2026-W40"_s, u"2026-W45"_s, u"2026-11"_s})
            TestSupport::addRaw(m_options.raw, u"user"_s, period, 3);
        AggregationFiles files(m_options, TestSupport::dictionary());
        const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        const QList<Period> october{*Period::fromString(u"2026-10"_s)};
        const auto periods = [&] {
            QStringList all = files.openRawEvents().value()->periods().value();
            all.sort();
            return all;
        };
        QCOMPARE(files.deleteRaw({}, now).value(), RawDeletion::Made);
        QCOMPARE(periods(), (QStringList{u"2026-11"_s, u"2026-W40"_s, u"2026-W45"_s}));
        QCOMPARE(files.deleteRaw(october, now).value(), RawDeletion::Made); // 2026-W40 is of October
        QCOMPARE(periods(), (QStringList{u"2026-11"_s, u"2026-W45"_s}));
        QVERIFY(!TestSupport::resource(m_options.raw).contains("2026-W40"));
        QCOMPARE(files.deleteRaw(october, now).value(), RawDeletion::NothingToMake);
    }
    void aCollectorDeletesItself()
    {
        TestSupport::addRaw(m_options.raw, u"user"_s, u"2026-W40"_s, 3);
        const auto collector = RawStore::open(m_options.raw, TestSupport::dictionary(), u"collector"_s);
        AggregationFiles files(m_options, TestSupport::dictionary());
        const QList<Period> october{*Period::fromString(u"2026-10"_s)};
        QCOMPARE(files.deleteRaw(october, QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC)).value(),
                 RawDeletion::LeftToWriter);
        QCOMPARE(PublishedMonths::read(m_options.raw).value(), october);
        QCOMPARE(files.openRawEvents().value()->count().value(), 3);
    }
    void whatIsMissingIsAnError()
    {
        AggregationFiles files(m_options, TestSupport::dictionary());
        QCOMPARE(files.openRawEvents().error().code, Error::Code::NotFound);
        QCOMPARE(files.deleteRaw({}, QDateTime::currentDateTimeUtc()).value(), RawDeletion::NothingToMake);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAggregationFiles)
#include "tst_aggregationfiles.moc"
