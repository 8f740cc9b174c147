#include "contract/event.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
const char good[] =
    R"({"reporter":"00112233445566778899aabbccddeeff","topic":"plugin","value":{"name":"a"},"week":"2026-W47"})";
} // namespace

class TestEvent : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bytesGoThereAndBack()
    {
        const auto event = eventFromBytes(good);
        QVERIFY(event.ok());
        QCOMPARE(eventBytes(event.value()), QByteArray(good));
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray text(good);
        QTest::newRow("week") << QByteArray(text).replace("2026-W47", "2026-11-2");
        QTest::newRow("reporter") << QByteArray(text).replace("0011", "xx11");
        QTest::newRow("no topic") << QByteArray(text).replace("topic", "tropic");
        QTest::newRow("a field more") << QByteArray(text).replace("{\"rep", "{\"at\":1,\"rep");
        QTest::newRow("value is no object") << QByteArray(text).replace("{\"name\":\"a\"}", "[]");
        QTest::newRow("too big") << QByteArray(text).replace("\"a\"", '"' + QByteArray(Limits::eventBytes, 'a') + '"');
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!eventFromBytes(bytes));
    }
};

QTEST_GUILESS_MAIN(TestEvent)
#include "tst_event.moc"
