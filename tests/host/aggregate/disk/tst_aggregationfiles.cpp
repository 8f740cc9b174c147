#include "host/aggregate/disk/aggregationfiles.h"

#include "support/rawfile.h"
#include "support/releases.h"

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
            AggregationFiles first(m_options);
            QVERIFY(first.lock().ok());
            AggregationFiles second(m_options);
            const auto locked = second.lock();
            QVERIFY(!locked.ok());
            QCOMPARE(locked.error().code, Error::Code::Busy);
            QCOMPARE(locked.error().detail, path(u"aggregates.sqlite.lock: another run is going on"_s));
        }
        QVERIFY(QDir(m_folder->path()).isEmpty()); // and leave nothing
        AggregationFiles third(m_options);
        QVERIFY(third.lock().ok());
    }
    void aLockThatCanNotBeMadeIsAnError()
    {
        m_options.aggregates = path(u"missing/aggregates.sqlite"_s);
        const auto locked = AggregationFiles(m_options).lock();
        QCOMPARE(locked.error().code, Error::Code::Io);
        QVERIFY(locked.error().detail.contains(m_options.aggregates));
    }
    void itOpensWhatTheOptionsName()
    {
        TestSupport::addRaw(m_options.raw, u"plugin"_s, u"2026-W40"_s, 2);
        AggregationFiles files(m_options);
        QCOMPARE(files.openRawEvents().value()->count().value(), 2);
        QVERIFY(files.openReleases().value()->add(TestSupport::twoReleases()).ok());
        QCOMPARE(files.openReleases().value()->releases().value(), TestSupport::twoReleases());
        QCOMPARE(files.copyOfReleases().value(), TestSupport::resource(m_options.aggregates));
        QVERIFY(files.publishedPeriods().value().isEmpty());
        QVERIFY(files.publish({{u"index.json"_s, "{}"_ba}}).value());
        QCOMPARE(TestSupport::resource(path(u"public/index.json"_s)), "{}"_ba);
    }
    void whatIsMissingIsAnError()
    {
        AggregationFiles files(m_options);
        QCOMPARE(files.openRawEvents().error().code, Error::Code::NotFound);
        QCOMPARE(files.copyOfReleases().error().code, Error::Code::Io);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAggregationFiles)
#include "tst_aggregationfiles.moc"
