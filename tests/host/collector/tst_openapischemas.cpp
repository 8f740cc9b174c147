#include "host/collector/openapischemas.h"

#include "contract/limits.h"
#include "contract/period.h"
#include "support/dictionary.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// How the parts refer to each other and what the whole says is in tst_openapi.
class TestOpenApiSchemas : public QObject
{
    Q_OBJECT

    static QJsonObject schema(const QString &name)
    {
        return openApiSchemas(TestSupport::dictionary())[name].toObject();
    }

private Q_SLOTS:
    void aReferenceNamesTheSchema()
    {
        QCOMPARE(schemaNamed(u"Week"_s), (QJsonObject{{u"$ref"_s, u"#/components/schemas/Week"_s}}));
    }
    void aClosedSchemaHasAllItsPropertiesAndNoOther()
    {
        const QJsonObject closed = closedSchema({{u"a"_s, QJsonObject()}, {u"b"_s, QJsonObject()}});
        QCOMPARE(closed[u"required"_s].toArray(), (QJsonArray{u"a"_s, u"b"_s}));
        QCOMPARE(closed[u"additionalProperties"_s], QJsonValue(false));
    }
    /// The patterns say what the program reads, year by year.
    void periodsAreThoseThatAreRead()
    {
        const QRegularExpression week(schema(u"Week"_s)[u"pattern"_s].toString());
        const QRegularExpression month(schema(u"Month"_s)[u"pattern"_s].toString());
        QVERIFY(week.isValid() && month.isValid());
        for (int year = 1960; year < 2500; ++year) {
            for (const int number : {0, 1, 12, 13, 52, 53, 54}) {
                const QString two = QString::number(number).rightJustified(2, u'0');
                const QString asWeek = u"%1-W%2"_s.arg(QString::number(year), two);
                const QString asMonth = u"%1-%2"_s.arg(QString::number(year), two);
                QVERIFY2(week.match(asWeek).hasMatch() == Period::fromString(asWeek).has_value(), qPrintable(asWeek));
                QVERIFY2(month.match(asMonth).hasMatch() == Period::fromString(asMonth).has_value(),
                         qPrintable(asMonth));
            }
        }
    }
    void everyTopicHasItsEvent()
    {
        const QJsonObject schemas = openApiSchemas(TestSupport::dictionary());
        qsizetype topics = 0;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            const QJsonObject event = schemas[u"Event-"_s + topic.topic].toObject();
            QCOMPARE(event[u"properties"_s][u"topic"_s][u"const"_s].toString(), topic.topic);
            QCOMPARE(event[u"properties"_s].toObject().contains(u"first_in"_s), topic.firstIn.has_value());
            ++topics;
        }
        QCOMPARE(schemas[u"Event"_s][u"anyOf"_s].toArray().size(), topics);
    }
    void limitsAreOurs()
    {
        QCOMPARE(schema(u"EraseRequest"_s)[u"properties"_s][u"reporters"_s][u"maxItems"_s].toInteger(),
                 Limits::eraseReporters);
        QCOMPARE(schema(u"Batch"_s)[u"properties"_s][u"events"_s][u"maxItems"_s].toInteger(), Limits::requestEvents);
    }
};

QTEST_GUILESS_MAIN(TestOpenApiSchemas)
#include "tst_openapischemas.moc"
