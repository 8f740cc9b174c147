#include "contract/reporter.h"

#include "support/vectors.h"

#include <QJsonArray>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestReporter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// They were made by Python's hmac.
    void agreesWithThePublishedVectors()
    {
        const QJsonObject root = TestSupport::vectors(u"reporter.json"_s);
        const QByteArray secret = QByteArray::fromHex(root["secret"_L1].toString().toLatin1());
        const QByteArray machine = root["machine"_L1].toString().toUtf8();
        QCOMPARE(QString::fromLatin1(weekKey(secret, machine).toHex()), root["week_key"_L1].toString());
        QCOMPARE(QString::fromLatin1(nextSecret(secret).toHex()), root["next_secret"_L1].toString());
        const QJsonArray rows = root["reporters"_L1].toArray();
        QSet<QString> topics;
        for (const QJsonValue &row : rows) {
            const TopicDefinition *topic = TestSupport::dictionary().topic(row["topic"_L1].toString());
            QVERIFY(topic);
            QVERIFY(!topic->schema.validate(row["value"_L1].toObject()));
            topics.insert(topic->topic);
            QCOMPARE(deriveReporter(weekKey(secret, machine), *topic, row["value"_L1].toObject()).toString(),
                     row["reporter"_L1].toString());
        }
        QCOMPARE(topics.size(), TestSupport::dictionary().topics().size());
        for (const QJsonValue &row : root["machines"_L1].toArray())
            QCOMPARE(QString::fromLatin1(weekKey(secret, row["machine"_L1].toString().toUtf8()).toHex()),
                     row["week_key"_L1].toString());
        for (const QJsonValue &row : root["ratchet"_L1].toArray()) {
            QByteArray step = secret;
            for (int week = 0; week < row["weeks"_L1].toInt(); ++week)
                step = nextSecret(step);
            QCOMPARE(QString::fromLatin1(step.toHex()), row["secret"_L1].toString());
        }
    }
    void theCountIsNotPartOfTheReporter()
    {
        const TopicDefinition &commands = *TestSupport::dictionary().topic(u"command");
        QJsonObject more = commands.example;
        more["count_class"_L1] = u"100+"_s;
        QJsonObject other = commands.example;
        other["command"_L1] = u"napari:toggle_theme"_s;
        const QByteArray key(32, 'k');
        QCOMPARE(deriveReporter(key, commands, more), deriveReporter(key, commands, commands.example));
        QVERIFY(!(deriveReporter(key, commands, other) == deriveReporter(key, commands, commands.example)));
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
