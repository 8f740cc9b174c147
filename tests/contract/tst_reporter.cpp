#include "contract/reporter.h"

#include "support/dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReporter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// tests/vectors/reporter.json was made by Python's hmac (tests/vectors/make_vectors.py).
    void agreesWithThePublishedVectors()
    {
        const QByteArray bytes =
            TestSupport::resource(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/tests/vectors/reporter.json"_s);
        const QJsonObject root = QJsonDocument::fromJson(bytes).object();
        const QByteArray secret = QByteArray::fromHex(root["secret"_L1].toString().toLatin1());
        const QByteArray machine = root["machine"_L1].toString().toUtf8();
        QCOMPARE(QString::fromLatin1(weekKey(secret, machine).toHex()), root["week_key"_L1].toString());
        QCOMPARE(QString::fromLatin1(nextSecret(secret).toHex()), root["next_secret"_L1].toString());
        const QJsonArray rows = root["reporters"_L1].toArray();
        QCOMPARE(rows.size(), TestSupport::dictionary().topics().size());
        for (const QJsonValue &row : rows) {
            const TopicDefinition *topic = TestSupport::dictionary().topic(row["topic"_L1].toString());
            QVERIFY(topic);
            QCOMPARE(deriveReporter(weekKey(secret, machine), *topic, row["value"_L1].toObject()).toString(),
                     row["reporter"_L1].toString());
        }
    }
    void theCountIsNotPartOfTheReporter()
    {
        const TopicDefinition &layers = *TestSupport::dictionary().topic(u"layer-data");
        QJsonObject more = layers.example;
        more["count_class"_L1] = u"100+"_s;
        QJsonObject other = layers.example;
        other["ndim"_L1] = 3;
        const QByteArray key(32, 'k');
        QCOMPARE(deriveReporter(key, layers, more), deriveReporter(key, layers, layers.example));
        QVERIFY(!(deriveReporter(key, layers, other) == deriveReporter(key, layers, layers.example)));
    }
    void readsOnlyItsOwnForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("digits") << u"00112233445566778899aabbccddeeff"_s << true;
        QTest::newRow("upper case") << u"00112233445566778899AABBCCDDEEFF"_s << false;
        QTest::newRow("short") << u"00112233445566778899aabbccddeef"_s << false;
        QTest::newRow("long") << u"00112233445566778899aabbccddeeff0"_s << false;
        QTest::newRow("other letters") << u"0011223344556677889gaabbccddeeff"_s << false;
        QTest::newRow("spaces") << u" 0112233445566778899aabbccddeeff"_s << false;
    }
    void readsOnlyItsOwnForm()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const auto reporter = Reporter::fromString(text);
        QCOMPARE(reporter.has_value(), valid);
        if (valid)
            QCOMPARE(reporter->toString(), text);
    }
};

QTEST_GUILESS_MAIN(TestReporter)
#include "tst_reporter.moc"
