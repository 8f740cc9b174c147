#include "contract/schemavalidator.h"

#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {
QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}
const char schemaText[] = R"({"type":"object","additionalProperties":false,"required":["name"],"properties":{)"
                          R"("name":{"type":"string","pattern":"^[a-z]+$","maxLength":5},)"
                          R"("count":{"type":"integer","minimum":0,"maximum":9},)"
                          R"("flag":{"type":"boolean"},)"
                          R"("kind":{"type":"string","enum":["a","b"]}}})";
} // namespace

class TestSchemaValidator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneFieldIsJudgedAlone()
    {
        const auto schema = SchemaValidator::compile(json(schemaText));
        QVERIFY(schema.value().allows(u"kind"_s, u"b"_s)); // though the name is missing
        QVERIFY(!schema.value().allows(u"kind"_s, u"c"_s));
        QVERIFY(schema.value().allows(u"count"_s, 9));
        QVERIFY(!schema.value().allows(u"count"_s, 10));
        QVERIFY(!schema.value().allows(u"path"_s, u"/home"_s));
    }
    void validates_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("fits");
        QTest::newRow("least") << "{\"name\":\"abc\"}"_ba << true;
        QTest::newRow("all") << R"({"name":"abc","count":9,"flag":true,"kind":"b"})"_ba << true;
        QTest::newRow("a whole number written as a fraction") << R"({"name":"abc","count":9.0})"_ba << true;
        QTest::newRow("missing") << "{}"_ba << false;
        QTest::newRow("unknown field") << R"({"name":"abc","path":"/home"})"_ba << false;
        QTest::newRow("too long") << R"({"name":"abcdef"})"_ba << false;
        QTest::newRow("form") << R"({"name":"AB"})"_ba << false;
        QTest::newRow("line break at the end") << "{\"name\":\"abc\\n\"}"_ba << false;
        QTest::newRow("zero character") << "{\"name\":\"ab\\u0000\"}"_ba << false;
        QTest::newRow("not a text") << R"({"name":1})"_ba << false;
        QTest::newRow("null") << R"({"name":null})"_ba << false;
        QTest::newRow("fraction") << R"({"name":"abc","count":1.5})"_ba << false;
        QTest::newRow("below") << R"({"name":"abc","count":-1})"_ba << false;
        QTest::newRow("above") << R"({"name":"abc","count":10})"_ba << false;
        QTest::newRow("huge") << R"({"name":"abc","count":1e300})"_ba << false;
        QTest::newRow("number for a flag") << R"({"name":"abc","flag":1})"_ba << false;
        QTest::newRow("off the list") << R"({"name":"abc","kind":"c"})"_ba << false;
        QTest::newRow("object for a text") << R"({"name":{}})"_ba << false;
    }
    void validates()
    {
        QFETCH(QByteArray, value);
        QFETCH(bool, fits);
        const auto validator = SchemaValidator::compile(json(schemaText));
        QVERIFY(validator.ok());
        QCOMPARE(!validator.value().validate(json(value)).has_value(), fits);
    }
    void aRefusalDoesNotRepeatTheValue()
    {
        const auto validator = SchemaValidator::compile(json(schemaText));
        const auto reason = validator.value().validate({{u"name"_s, u"SECRET"_s}});
        QVERIFY(reason && !reason->contains("SECRET"_L1));
        const auto unknown = validator.value().validate({{u"name"_s, u"a"_s}, {u"SECRET"_s, 1}});
        QVERIFY(unknown && !unknown->contains("SECRET"_L1));
    }
    void refusesSchemasThatItWouldNotEnforce_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("open object") << R"({"type":"object","properties":{}})"_ba;
        QTest::newRow("unknown keyword")
            << R"({"type":"object","additionalProperties":false,"properties":{},"anyOf":[]})"_ba;
        QTest::newRow("unknown keyword in a field")
            << R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"boolean","const":true}}})"_ba;
        QTest::newRow("text without limits")
            << R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"string"}}})"_ba;
        QTest::newRow("pattern that is not anchored")
            << R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"string","pattern":"a","maxLength":3}}})"_ba;
        QTest::newRow("broken pattern")
            << R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"string","pattern":"^a{2,1}$","maxLength":3}}})"_ba;
        QTest::newRow("integer without limits")
            << R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"integer"}}})"_ba;
        QTest::newRow("unknown type")
            << R"({"type":"object","additionalProperties":false,"properties":{"a":{"type":"number"}}})"_ba;
        QTest::newRow("required but undefined")
            << R"({"type":"object","additionalProperties":false,"properties":{},"required":["a"]})"_ba;
    }
    void refusesSchemasThatItWouldNotEnforce()
    {
        QFETCH(QByteArray, schema);
        QVERIFY(!SchemaValidator::compile(json(schema)));
    }
};

QTEST_GUILESS_MAIN(TestSchemaValidator)
#include "tst_schemavalidator.moc"
