#include "client/preview/disk/exporting.h"

#include "client/spool/disk/sqlitepreview.h"
#include "support/spoolfolder.h"

#include <QFile>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestExporting : public QObject
{
    Q_OBJECT
private:
    TestSupport::SpoolFolder m_place;
    QList<SpooledEvent> m_events;
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_place.isMade && m_place.recordEachTopic().ok());
        const auto preview = SqlitePreview::open(m_place.files().spool());
        QVERIFY(preview.ok());
        const auto events = eventsOf(*preview.value(), EventStore::Kind::Unsent);
        QVERIFY(events.ok());
        m_events = events.value();
        QCOMPARE(m_events.size(), TestSupport::dictionary().topics().size());
        QCOMPARE(eventsOf(*preview.value(), EventStore::Kind::Sent).value().size(), 0);
    }
    void theNameDecidesTheForm_data() { TestSupport::addExportForms(); }
    void theNameDecidesTheForm()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        QFile file(m_place.folder.filePath(name));
        QVERIFY(exportEvents(m_events, TestSupport::dictionary(), file.fileName()).ok());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begins));
    }
    void whereItCanNotBeWrittenTheSystemSaysWhy()
    {
        const auto written =
            exportEvents(m_events, TestSupport::dictionary(), m_place.folder.filePath(u"no/where.csv"_s));
        QCOMPARE(written.error().code, Error::Code::Io);
        QVERIFY(!written.error().detail.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExporting)
#include "tst_exporting.moc"
