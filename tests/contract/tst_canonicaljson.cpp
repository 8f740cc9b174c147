#include "contract/canonicaljson.h"

#include "contract/limits.h"

#include <QElapsedTimer>
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
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}");
        // Two readers of these would see two things: some keep the first value, Qt the last.
        for (const char *twice :
             {R"({"a":1,"a":1})", R"({"a":1,"b":2,"a":3})", R"({"":1,"":2})", R"({"x":{"a":[{"b":1,"b":2}]}})",
              R"({"x":[{"a":1},{"b":{},"b":[]}]})", "{\"a\":1,\"\\u0061\":2}", "{\"\\n\":1,\"\\u000a\":2}",
              "{\"\\/\":1,\"/\":2}", "{\"\\ud83d\\ude00\":1,\"😀\":2}", "{\"a\\\\\":1,\"a\\u005C\":2}",
              "{\"a\\\"\":1,\"a\\\"\":2}"})
            QTest::newRow(twice) << QByteArray(twice);
        QTest::newRow("zero byte") << QByteArray("{\0}", 3);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!parseJsonObject(bytes, 1000));
    }
    void readsKeysThatOnlyLookTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes :
             {R"({"a":{"a":{"a":1}},"b":{"a":1}})", R"({"a":"a","b":"a"})", R"({"x":["a","a",{"a":1},{"a":1}]})",
              R"({"a":1,"A":2,"a ":3,"aa":4,"":5})", "{\"a\\\\\":1,\"a\":\"a\\\",\\\"a\\\":1\"}",
              "{\"x\":\"{\\\"a\\\":1,\\\"a\\\":2}\"}", R"({ "a" : [ ] , "b" : { } , "c" : [ [ "b" , "b" ] ] })"})
            QTest::newRow(bytes) << QByteArray(bytes);
    }
    void readsKeysThatOnlyLookTheSame()
    {
        QFETCH(QByteArray, bytes);
        const auto read = parseJsonObject(bytes, 1000);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    }
    /// The time that a stuffed request takes is not the square of its size.
    void manyKeysAreReadInTime()
    {
        QByteArray bytes = "{\"0\":0";
        for (int i = 1; bytes.size() < 4'000'000; ++i)
            bytes += ",\"" + QByteArray::number(i) + "\":0";
        QElapsedTimer time;
        time.start();
        QVERIFY(parseJsonObject(bytes + '}', 5'000'000));
        QVERIFY(!parseJsonObject(bytes + ",\"7\":0}", 5'000'000));
        QVERIFY2(time.elapsed() < 20'000, qPrintable(QString::number(time.elapsed()))); // a square would take minutes
    }
    void refusesTooMany()
    {
        QCOMPARE(parseJsonObject("{   }", 4).error().code, Error::Code::TooLarge);
        QVERIFY(parseJsonObject("{  }", 4));
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "tst_canonicaljson.moc"
