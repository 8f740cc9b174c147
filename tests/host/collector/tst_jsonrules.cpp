#include "host/collector/jsonrules.h"

#include "contract/canonicaljson.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestJsonRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takes_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {"{}", "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", R"({"a":"\u0001\u00e4\uffff"})",
                                 R"({"\ud83d\ude00":"\uD83D\uDE00"})", R"({"a":"\\u0000"})", R"({"a":"\\ud800"})",
                                 "{\"a\":\"\x7f\xc3\xa4\xf0\x9f\x98\x80\"}",
                                 "{ \"a\"\t:\r\n[1.5,-0,-0.0,1e5,1.0E+2,0.1e-2,true,null]}", "{\"a\":\".5 1. \\\\\"}"})
            QTest::newRow(json) << QByteArray(json);
    }
    void takes()
    {
        QFETCH(QByteArray, json);
        QVERIFY(parseJsonObject(json, 1000));
        const auto problem = refusalOfJson(json);
        QVERIFY2(!problem, problem ? qPrintable(*problem) : "");
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        for (const char *json : {R"({"a":"\u0000"})",
                                 R"({"a\u0000":1})",
                                 R"({"a":"\ud83d"})",
                                 R"({"a":"\ude00"})",
                                 R"({"\ud83d":1})",
                                 R"({"a":"\ud83dx"})",
                                 R"({"a":"\ud83d\n"})",
                                 R"({"a":"\ud83d\ud83d"})",
                                 R"({"a":"\ude00\ud83d"})",
                                 R"({"a":"\ud83d\ude00\ude00"})",
                                 R"({"a":"\x41"})",
                                 R"({"a":"\a"})",
                                 "{\"a\":\"\\'\"}",
                                 "{\"a\":\"\n\"}",
                                 "{\"a\":\"\t\"}",
                                 "{\"a\x01\":1}",
                                 R"({"a":1.})",
                                 R"({"a":.5})",
                                 R"({"a":-.5})",
                                 R"({"a":[1.,2]})",
                                 R"({"a":1.e5})"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("zero byte") << QByteArray("{\"a\":\"x\0y\"}", 11);
    }
    /// All of them Qt reads: when it no longer does, the rule can go.
    void refuses()
    {
        QFETCH(QByteArray, json);
        QVERIFY(parseJsonObject(json, 1000));
        QVERIFY(refusalOfJson(json));
    }
};

QTEST_GUILESS_MAIN(TestJsonRules)
#include "tst_jsonrules.moc"
