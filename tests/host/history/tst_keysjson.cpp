#include "host/history/keysjson.h"

#include "contract/limits.h"
#include "support/histories.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::signingKeys;

class TestKeysJson : public QObject
{
    Q_OBJECT

    static HistoryKey key()
    {
        HistoryKey key;
        key.name = TestSupport::keyNameOf(0);
        key.publicBytes = signingKeys(0).publicBytes;
        key.from = QDate(2026, 12, 1);
        key.holder = u"first operator"_s;
        return key;
    }
    static QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
    {
        object.insert(name, value);
        return object;
    }

private Q_SLOTS:
    void aKeyIsWrittenAsDocumented()
    {
        const QString bytes = QString::fromLatin1(signingKeys(0).publicBytes.toBase64());
        const QJsonObject plain{{u"from"_s, u"2026-12-01"_s},
                                {u"holder"_s, u"first operator"_s},
                                {u"name"_s, u"21fe31dfa154a261"_s},
                                {u"public"_s, bytes}};
        QCOMPARE(toJson(key()), plain);
        HistoryKey gone = key();
        gone.until = QDate(2027, 1, 2);
        gone.revoked = QDate(2027, 3, 4);
        QCOMPARE(toJson(gone), with(with(plain, u"until"_s, u"2027-01-02"_s), u"revoked"_s, u"2027-03-04"_s));
        QCOMPARE(readHistoryKey(toJson(key())).value(), key());
        QCOMPARE(readHistoryKey(toJson(gone)).value(), gone);
    }
    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const QString another = QString::fromLatin1(signingKeys(1).publicBytes.toBase64());
        QTest::newRow("another name") << u"name"_s << QJsonValue(u"0123456789abcdef"_s);
        QTest::newRow("another key") << u"public"_s << QJsonValue(another);
        QTest::newRow("half a key") << u"public"_s << QJsonValue(u"YWJj"_s);
        QTest::newRow("nobody") << u"holder"_s << QJsonValue(QString());
        QTest::newRow("two lines") << u"holder"_s << QJsonValue(u"a\nb"_s);
        QTest::newRow("a long holder") << u"holder"_s << QJsonValue(QString(Limits::historyTextChars + 1, u'a'));
        for (const QString &name : {u"from"_s, u"until"_s, u"revoked"_s}) {
            QTest::addRow("%s is no day", qPrintable(name)) << name << QJsonValue(u"2026-02-30"_s);
            QTest::addRow("%s is a number", qPrintable(name)) << name << QJsonValue(5);
        }
    }
    void refusesWhatIsNoKey()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        const auto read = readHistoryKey(with(toJson(key()), name, value));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
    }
    void aChangeIsReadAgain_data()
    {
        using Does = KeyChange::Does;
        QTest::addColumn<KeyChange>("change");
        QTest::addColumn<QString>("does");
        const QByteArray bytes = signingKeys(0).publicBytes;
        QTest::newRow("added") << KeyChange{Does::Add, bytes, u"first operator"_s, 0} << u"added"_s;
        QTest::newRow("added, and two must sign") << KeyChange{Does::Add, bytes, u"first operator"_s, 2} << u"added"_s;
        QTest::newRow("retired") << KeyChange{Does::Retire, bytes, {}, 0} << u"retired"_s;
        QTest::newRow("revoked") << KeyChange{Does::Revoke, bytes, {}, 1} << u"revoked"_s;
    }
    void aChangeIsReadAgain()
    {
        QFETCH(KeyChange, change);
        const QJsonObject what = toJson(change);
        QTEST(what[u"does"_s].toString(), "does");
        QCOMPARE(what[u"name"_s].toString(), u"21fe31dfa154a261"_s);
        QCOMPARE(what.contains(u"threshold"_s), change.threshold != 0);
        QCOMPARE(what.contains(u"holder"_s), change.does == KeyChange::Does::Add);
        const auto read = readKeyChange(what);
        QVERIFY(read.ok());
        QVERIFY(read.value().does == change.does);
        QCOMPARE(read.value().publicBytes, change.publicBytes);
        QCOMPARE(read.value().holder, change.holder);
        QCOMPARE(read.value().threshold, change.threshold);
    }
    void refusesWhatIsNoChange_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("something else") << u"does"_s << QJsonValue(u"sold"_s);
        QTest::newRow("another name") << u"name"_s << QJsonValue(u"0123456789abcdef"_s);
        QTest::newRow("no key") << u"public"_s << QJsonValue(QString());
        QTest::newRow("a threshold of 0 is not written") << u"threshold"_s << QJsonValue(0);
        QTest::newRow("half a threshold") << u"threshold"_s << QJsonValue(1.5);
        QTest::newRow("a word more") << u"people"_s << QJsonValue(40);
    }
    void refusesWhatIsNoChange()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        const auto read = readKeyChange(with(toJson(TestSupport::adding(0)), name, value));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
    }
    void onlyAnAddedKeyHasAHolder()
    {
        const KeyChange retired{KeyChange::Does::Retire, signingKeys(0).publicBytes, {}, 0};
        QVERIFY(!readKeyChange(with(toJson(retired), u"holder"_s, u"first operator"_s)).ok());
    }
};

QTEST_APPLESS_MAIN(TestKeysJson)
#include "tst_keysjson.moc"
