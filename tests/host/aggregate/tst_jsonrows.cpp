#include "host/aggregate/jsonrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestJsonRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreAmongTheMembersInTheirOrder()
    {
        JsonRows rows({{u"z"_s, 1}, {u"a"_s, u"x"_s}});
        rows.add({u"t"_s, u"[\"a\"]"_s, 20});
        rows.add({u"t"_s, u"[]"_s, 5'000'000'000}, ",\"within\":8"_ba);
        QCOMPARE(rows.take(),
                 R"({"a":"x","rows":[{"key":["a"],"people":20},{"key":[],"people":5000000000,"within":8}],"z":1})"_ba);
    }
    void withoutAnyItIsAnEmptyList() { QCOMPARE(JsonRows({{u"z"_s, 1}}).take(), R"({"rows":[],"z":1})"_ba); }
    /// A text that looks like the place where the rows go.
    void textsOfTheObjectAreNoPlaceForRows()
    {
        JsonRows rows({{u"a"_s, u"\"rows\":[]"_s}});
        rows.add({u"t"_s, u"[]"_s, 20});
        const QJsonObject read = QJsonDocument::fromJson(rows.take()).object();
        QCOMPARE(read["a"_L1].toString(), u"\"rows\":[]"_s);
        QCOMPARE(read["rows"_L1].toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestJsonRows)
#include "tst_jsonrows.moc"
