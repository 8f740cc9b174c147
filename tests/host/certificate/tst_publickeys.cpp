#include "host/certificate/publickeys.h"

#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublicKeys : public QObject
{
    Q_OBJECT

    static Result<PublicKeys> keysWith(const QJsonObject &more)
    {
        TestSupport::PublishedFolder folder;
        folder.addKey(TestSupport::rfcKeys(), more);
        return PublicKeys::read(folder.files.value(u"keys.json"_s));
    }

private Q_SLOTS:
    void aKeyHasItsTime_data()
    {
        QTest::addColumn<QJsonObject>("more");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("word"); // of what is wrong; empty: nothing
        const QJsonObject until{{u"until"_s, u"2027-06-30"_s}};
        QTest::newRow("in use") << QJsonObject() << QDate(2026, 12, 8) << QString();
        QTest::newRow("the first day") << QJsonObject() << QDate(2026, 1, 1) << QString();
        QTest::newRow("before") << QJsonObject() << QDate(2025, 12, 31) << u"not in use before 2026-01-01"_s;
        QTest::newRow("the last day") << until << QDate(2027, 6, 30) << QString();
        QTest::newRow("after") << until << QDate(2027, 7, 1) << u"not in use after 2027-06-30"_s;
        QTest::newRow("revoked, and dated before")
            << QJsonObject{{u"revoked"_s, u"2027-01-01"_s}} << QDate(2026, 12, 8) << u"revoked on 2027-01-01"_s;
    }
    void aKeyHasItsTime()
    {
        QFETCH(QJsonObject, more);
        QFETCH(QDate, day);
        QFETCH(QString, word);
        const auto keys = keysWith(more);
        QVERIFY(keys.ok());
        const QString fault = keys.value().faultOf(TestSupport::rfcKeys().publicBytes, day);
        QVERIFY2(word.isEmpty() ? fault.isEmpty() : fault.contains(word), qPrintable(fault));
    }
    void strangersAreNone()
    {
        const auto keys = keysWith({});
        const QByteArray stranger = newSigningKeys().value().publicBytes;
        QVERIFY(keys.value().faultOf(stranger, QDate(2026, 12, 8)).contains(u"none of the public keys"));
        QVERIFY(keys.value().holderOf(stranger).isEmpty());
        QCOMPARE(keys.value().holderOf(TestSupport::rfcKeys().publicBytes), u"operator"_s);
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        TestSupport::PublishedFolder folder;
        folder.addKey(TestSupport::rfcKeys());
        const QByteArray good = folder.files.value(u"keys.json"_s);
        QTest::newRow("no keys") << "{}"_ba;
        QTest::newRow("no JSON") << good.chopped(1);
        QTest::newRow("the name of another") << QByteArray(good).replace("21fe31df", "21fe31de");
        QTest::newRow("no day") << QByteArray(good).replace("2026-01-01", "yesterday");
        QTest::newRow("half a key") << QByteArray(good).replace("11qYAYKx", "");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        const auto keys = PublicKeys::read(bytes);
        QVERIFY(!keys.ok());
        QVERIFY(keys.error().detail.startsWith(u"keys.json"));
    }
};

QTEST_GUILESS_MAIN(TestPublicKeys)
#include "tst_publickeys.moc"
