#include "contract/canonicaljson.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCanonicalJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sortsKeysAndIsCompact()
    {
        const QJsonObject object{{u"b"_s, 1}, {u"a"_s, u"ä"_s}, {u"c"_s, QJsonObject{{u"y"_s, true}, {u"x"_s, 2}}}};
        QCOMPARE(canonicalJson(object), QByteArray(R"({"a":"ä","b":1,"c":{"x":2,"y":true}})"));
    }
    void refusesDepthBeforeParsing()
    {
        const QByteArray deep = R"({"a":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}";
        QVERIFY(!parseJsonObject(deep, 1'000'000));
        QVERIFY(parseJsonObject("{\"a\":\"[[[[[[[[[[[[\\\"[[[[\"}", 1000)); // brackets in a text are text
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes : {"", "[]", "1", "null", "{", "{}}", "{\"a\":1,}", "\xff\xfe", "{\"a\":01}"})
            QTest::newRow(bytes) << QByteArray(bytes);
        QTest::newRow("zero byte") << QByteArray("{\0}", 3);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!parseJsonObject(bytes, 1000));
    }
    void refusesTooMany()
    {
        QCOMPARE(parseJsonObject("{   }", 4).error().code, Error::Code::TooLarge);
        QVERIFY(parseJsonObject("{  }", 4));
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
