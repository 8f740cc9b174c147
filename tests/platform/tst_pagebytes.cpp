#include "platform/pagebytes.h"

#include <QTest>

#include <cstring>

#include <sys/mman.h>

using namespace Telemetry;

namespace {

/// Whether the system has any page at this address for us.
bool isMapped(char *pages)
{
    unsigned char resident = 0;
    return ::mincore(pages, 1, &resident) == 0;
}

} // namespace

class TestPageBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasNothingAtFirst()
    {
        const PageBytes bytes;
        QVERIFY(bytes.isNull());
        QCOMPARE(bytes.size(), 0);
        QCOMPARE(bytes.view(), QByteArray());
    }
    void keepsWhatIsWritten()
    {
        PageBytes bytes(5);
        QVERIFY(!bytes.isNull());
        QCOMPARE(bytes.view(), QByteArray(5, '\0'));
        std::memcpy(bytes.data(), "seven", 5);
        QCOMPARE(bytes.view(), QByteArray("seven"));
        bytes.truncate(3);
        QCOMPARE(bytes.view(), QByteArray("sev"));
        bytes.truncate(4);
        QCOMPARE(bytes.size(), 3);
    }
    void givesThePagesBackWithTheLastCopy()
    {
        PageBytes bytes(3 * 4096 + 1);
        char *const pages = bytes.data();
        QVERIFY(isMapped(pages));
        {
            const PageBytes copy = bytes; // NOLINT(performance-unnecessary-copy-initialization): that is the test
            bytes = {};
            QVERIFY(isMapped(pages));
            QCOMPARE(copy.size(), 3 * 4096 + 1);
        }
        QVERIFY(!isMapped(pages));
        QVERIFY(!isMapped(pages + 3 * qsizetype(4096)));
    }
    void isNullWithoutRoom()
    {
        const PageBytes bytes(qsizetype(1) << 60);
        QVERIFY(bytes.isNull());
        QCOMPARE(bytes.size(), 0);
    }
};

QTEST_APPLESS_MAIN(TestPageBytes)
#include "tst_pagebytes.moc"
