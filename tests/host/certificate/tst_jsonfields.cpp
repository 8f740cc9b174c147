#include "host/certificate/jsonfields.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestJsonFields : public QObject
{
    Q_OBJECT

    static QJsonObject good()
    {
        return {{u"text"_s, u"abc"_s},
                {u"count"_s, 7},
                {u"digest"_s, QString(64, u'a')},
                {u"day"_s, u"2026-12-08"_s},
                {u"bytes"_s, u"YWJj"_s},
                {u"list"_s, QJsonArray{QJsonObject{{u"count"_s, 1}}, QJsonObject{{u"count"_s, 2}}}}};
    }
    static QString faultOf(const QJsonObject &object)
    {
        JsonFields fields(object);
        (void)fields.text(u"text"_s, 3);
        (void)fields.count(u"count"_s);
        (void)fields.digest(u"digest"_s);
        (void)fields.day(u"day"_s);
        (void)fields.base64(u"bytes"_s, 3);
        (void)fields.list<qint64>(u"list"_s, 2, [](JsonFields &each) { return each.count(u"count"_s); });
        return fields.fault();
    }

private Q_SLOTS:
    void readsWhatIsRight()
    {
        QCOMPARE(faultOf(good()), QString());
        JsonFields fields(good());
        QCOMPARE(fields.count(u"count"_s), 7);
        QCOMPARE(fields.day(u"day"_s), QDate(2026, 12, 8));
        QCOMPARE(fields.base64(u"bytes"_s, 3), "abc"_ba);
        QCOMPARE(fields.list<qint64>(u"list"_s, 2, [](JsonFields &each) { return each.count(u"count"_s); }),
                 (QList<qint64>{1, 2}));
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        for (const auto &name : {u"text"_s, u"count"_s, u"digest"_s, u"day"_s, u"bytes"_s, u"list"_s}) {
            QTest::newRow(qPrintable(name + u" missing"_s)) << name << QJsonValue(QJsonValue::Undefined);
            QTest::newRow(qPrintable(name + u" true"_s)) << name << QJsonValue(true);
        }
        QTest::newRow("text too long") << u"text"_s << QJsonValue(u"abcd"_s);
        QTest::newRow("text with a zero") << u"text"_s << QJsonValue(QString(QChar(0)));
        QTest::newRow("half a pair") << u"text"_s << QJsonValue(QString(QChar(0xd800)));
        QTest::newRow("negative") << u"count"_s << QJsonValue(-1);
        QTest::newRow("a fraction") << u"count"_s << QJsonValue(1.5);
        QTest::newRow("too many") << u"count"_s << QJsonValue(1e12);
        QTest::newRow("capital digits") << u"digest"_s << QJsonValue(QString(64, u'A'));
        QTest::newRow("63 digits") << u"digest"_s << QJsonValue(QString(63, u'a'));
        QTest::newRow("no such day") << u"day"_s << QJsonValue(u"2026-02-30"_s);
        QTest::newRow("a moment") << u"day"_s << QJsonValue(u"2026-12-08T00:00:00Z"_s);
        QTest::newRow("other bytes") << u"bytes"_s << QJsonValue(u"YWI="_s);
        QTest::newRow("a second spelling") << u"bytes"_s << QJsonValue(u"YW Jj"_s);
        QTest::newRow("a long list") << u"list"_s << QJsonValue(QJsonArray{good(), good(), good()});
        QTest::newRow("a list of numbers") << u"list"_s << QJsonValue(QJsonArray{1});
        QTest::newRow("wrong within") << u"list"_s << QJsonValue(QJsonArray{QJsonObject{{u"count"_s, -1}}});
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QJsonObject object = good();
        object.insert(name, value);
        QVERIFY2(faultOf(object).contains(u"\"%1\""_s.arg(name)), qPrintable(faultOf(object)));
    }
};

QTEST_GUILESS_MAIN(TestJsonFields)
#include "tst_jsonfields.moc"
