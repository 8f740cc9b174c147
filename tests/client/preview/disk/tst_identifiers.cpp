#include "client/preview/disk/identifiers.h"

#include "support/spoolfolder.h"

#include <QFile>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestIdentifiers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutAFileThereAreNoneAndNoneIsMade()
    {
        const TestSupport::SpoolFolder place;
        const auto text = identifiersIn(place.files().spool(), TestSupport::dictionary());
        QVERIFY(text.ok());
        QVERIFY(!text.value().contains("2026-W47"_L1));
        QVERIFY(!QFile::exists(place.files().spool()));
    }
    void everyEventHasItsOwn()
    {
        const TestSupport::SpoolFolder place;
        QStringList reporters;
        {
            const auto spool = place.recordEachTopic();
            QVERIFY(spool.ok());
            for (const SpooledEvent &event : spool.value()->events().value())
                reporters.append(QString::fromLatin1(event.event.reporter.bytes().toHex()));
        }
        QCOMPARE(reporters.size(), TestSupport::dictionary().topics().size());
        const auto text = identifiersIn(place.files().spool(), TestSupport::dictionary());
        for (const QString &reporter : reporters)
            QVERIFY2(text.value().contains(reporter), qUtf8Printable(text.value()));
    }
    void aFileThatIsNoSpoolIsAnError()
    {
        const TestSupport::SpoolFolder place;
        QFile file(place.files().spool());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4096, 'x')) > 0);
        file.close();
        QVERIFY(!identifiersIn(place.files().spool(), TestSupport::dictionary()).ok());
    }
};

QTEST_GUILESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
