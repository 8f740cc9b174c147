#include "host/collector/eraserequest.h"

#include "contract/limits.h"
#include "contract/request.h"
#include "support/events.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEraseRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads()
    {
        const auto request = decodeEraseRequest(
            R"({"period":"2026-W47","reporters":["61616161616161616161616161616161","62626262626262626262626262626262"]})");
        QVERIFY(request.ok());
        QCOMPARE(request.value().period.toString(), u"2026-W47"_s);
        QCOMPARE(request.value().reporters, (QList<Reporter>{TestSupport::reporter('a'), TestSupport::reporter('b')}));
    }
    void readsWhatTheClientWrites()
    {
        QList<Reporter> reporters;
        for (int i = 0; i < Limits::eraseReporters; ++i)
            reporters.append(*Reporter::fromBytes(QByteArray::number(i).rightJustified(16, '0')));
        const Period month = *Period::fromString(u"2026-11");
        const auto request = decodeEraseRequest(eraseRequest({}, Level::Full, month, reporters).body);
        QVERIFY2(request.ok(), request ? "" : qPrintable(request.error().detail));
        QCOMPARE(request.value().period, month);
        QCOMPARE(request.value().reporters, reporters);
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QJsonArray many;
        for (int i = 0; i <= Limits::eraseReporters; ++i)
            many.append(TestSupport::reporter('a').toString());
        const int invalid = int(Error::Code::Invalid);
        QTest::newRow("nothing") << ""_ba << invalid;
        QTest::newRow("no period") << R"({"reporters":["61616161616161616161616161616161"]})"_ba << invalid;
        QTest::newRow("no such period")
            << R"({"period":"2026-W54","reporters":["61616161616161616161616161616161"]})"_ba << invalid;
        QTest::newRow("no reporters") << R"({"period":"2026-W47","reporters":[]})"_ba << invalid;
        QTest::newRow("one malformed among good ones")
            << R"({"period":"2026-W47","reporters":["61616161616161616161616161616161","6161"]})"_ba << invalid;
        QTest::newRow("number as reporter") << R"({"period":"2026-W47","reporters":[1]})"_ba << invalid;
        QTest::newRow("a field more")
            << R"({"period":"2026-W47","reporters":["61616161616161616161616161616161"],"user":"ada"})"_ba << invalid;
        QTest::newRow("too many") << QJsonDocument(QJsonObject{{u"period"_s, u"2026-W47"_s}, {u"reporters"_s, many}})
                                         .toJson(QJsonDocument::Compact)
                                  << int(Error::Code::TooLarge);
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const auto request = decodeEraseRequest(body);
        QVERIFY(!request);
        QCOMPARE(int(request.error().code), code);
    }
};

QTEST_GUILESS_MAIN(TestEraseRequest)
#include "tst_eraserequest.moc"
