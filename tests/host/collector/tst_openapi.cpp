#include "host/collector/openapi.h"

#include "contract/limits.h"
#include "support/dictionary.h"
#include "support/laterdictionary.h"

#include <QRegularExpression>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QJsonObject described(const DataDictionary &dictionary = TestSupport::dictionary())
{
    using Kind = Route::Kind;
    const QList<Route> routes{{"GET"_ba, "/v1/a-page.json"_ba, {}, Kind::Document, u"A page"_s},
                              {"POST"_ba, "/v1/:level/events"_ba, {}, Kind::Events, u"Events"_s},
                              {"POST"_ba, "/v1/:level/erase"_ba, {}, Kind::Erase, u"Erase"_s},
                              {"GET"_ba, "/operator"_ba, {}}};
    return QJsonDocument::fromJson(openApi(routes, dictionary)).object();
}

QJsonObject at(const QJsonObject &document, const QStringList &path)
{
    QJsonObject inner = document;
    for (const QString &key : path)
        inner = inner[key].toObject();
    return inner;
}

QJsonObject schema(const QString &name, const QJsonObject &document = described())
{
    return at(document, {u"components"_s, u"schemas"_s, name});
}

void collectReferences(const QJsonValue &value, QStringList &references)
{
    if (value.isArray()) {
        for (const QJsonValue &entry : value.toArray())
            collectReferences(entry, references);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "$ref"_L1)
            references.append(it.value().toString());
        collectReferences(it.value(), references);
    }
}

} // namespace

class TestOpenApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasEveryRouteAndNoOther()
    {
        const QJsonObject paths = at(described(), {u"paths"_s});
        QCOMPARE(paths.keys(), (QStringList{u"/v1/a-page.json"_s, u"/v1/{level}/erase"_s, u"/v1/{level}/events"_s}));
        const QJsonObject page = paths[u"/v1/a-page.json"_s].toObject();
        QCOMPARE(page.keys(), (QStringList{u"get"_s, u"head"_s}));
        QCOMPARE(at(page, {u"get"_s})[u"operationId"_s].toString(), u"get_a_page_json"_s);
        QVERIFY(at(page, {u"get"_s, u"responses"_s, u"200"_s}).contains(u"content"_s));
        for (const QJsonValue &response : at(page, {u"head"_s, u"responses"_s}))
            QVERIFY(!response.toObject().contains(u"content"_s));
    }
    void levelsAreThoseThatSend()
    {
        const QJsonObject parameter =
            at(described(), {u"paths"_s, u"/v1/{level}/events"_s})[u"parameters"_s].toArray().first().toObject();
        QCOMPARE(at(parameter, {u"schema"_s})[u"enum"_s].toArray(), (QJsonArray{u"basic"_s, u"middle"_s, u"full"_s}));
    }
    void aBusyCollectorSaysWhenToComeBack()
    {
        const QJsonObject busy =
            at(described(), {u"paths"_s, u"/v1/{level}/erase"_s, u"post"_s, u"responses"_s, u"503"_s});
        QCOMPARE(at(busy, {u"headers"_s, u"Retry-After"_s})[u"required"_s], QJsonValue(true));
    }
    void limitsAreOurs()
    {
        const QJsonObject events = at(schema(u"Batch"_s), {u"properties"_s, u"events"_s});
        QCOMPARE(events[u"maxItems"_s].toInteger(), qint64(Limits::requestEvents));
        const QJsonObject reporters = at(schema(u"EraseRequest"_s), {u"properties"_s, u"reporters"_s});
        QCOMPARE(reporters[u"maxItems"_s].toInteger(), qint64(Limits::eraseReporters));
        QVERIFY(!schema(u"Nested%1"_s.arg(Limits::jsonDepth - 2)).isEmpty());
        QVERIFY(schema(u"Nested%1"_s.arg(Limits::jsonDepth - 1)).isEmpty());
    }
    void everyTopicHasTheDictionarysSchema_data()
    {
        QTest::addColumn<bool>("later");
        QTest::newRow("shipped") << false;
        QTest::newRow("a later one") << true;
    }
    void everyTopicHasTheDictionarysSchema()
    {
        QFETCH(bool, later);
        const DataDictionary dictionary = later ? TestSupport::laterDictionary() : TestSupport::dictionary();
        const QJsonObject document = described(dictionary);
        const QJsonArray topics = QJsonDocument::fromJson(dictionary.source()).object()[u"topics"_s].toArray();
        QCOMPARE(schema(u"Event"_s, document)[u"anyOf"_s].toArray().size(), topics.size());
        for (const QJsonValue &topic : topics) {
            const QJsonObject event =
                at(schema(u"Event-"_s + topic[u"topic"_s].toString(), document), {u"properties"_s});
            QCOMPARE(event[u"value"_s], topic[u"schema"_s]);
            QCOMPARE(event.contains(u"first_in"_s), topic.toObject().contains(u"first_in"_s));
        }
        QCOMPARE(at(schema(u"Event-napari"_s), {u"properties"_s, u"first_in"_s})[u"enum"_s].toArray(),
                 (QJsonArray{u"week"_s, u"month"_s}));
    }
    void everyReferenceIsThere()
    {
        const QJsonObject document = described();
        QStringList references;
        collectReferences(document, references);
        QVERIFY(references.size() > 20);
        for (const QString &reference : references)
            QVERIFY2(!at(document, reference.mid(2).split(u'/')).isEmpty(), qPrintable(reference));
    }
    /// A week that only one of the two knows would be sent in good faith, and refused.
    void theFormOfAPeriodIsWhatWeRead()
    {
        const QRegularExpression week(schema(u"Week"_s)[u"pattern"_s].toString());
        const QRegularExpression month(schema(u"Month"_s)[u"pattern"_s].toString());
        for (int year = 1900; year < 10'000; ++year) {
            for (int number = 0; number < 55; ++number) {
                const QString text = u"%1-W%2"_s.arg(year).arg(number, 2, 10, QLatin1Char('0'));
                if (week.match(text).hasMatch() != Period::fromString(text).has_value())
                    QFAIL(qPrintable(text));
            }
            for (int number = 0; number < 15; ++number) {
                const QString text = u"%1-%2"_s.arg(year).arg(number, 2, 10, QLatin1Char('0'));
                if (month.match(text).hasMatch() != Period::fromString(text).has_value())
                    QFAIL(qPrintable(text));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
