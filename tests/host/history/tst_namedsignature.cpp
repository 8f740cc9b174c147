#include "host/history/namedsignature.h"

#include "contract/limits.h"

#include <QJsonObject>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestNamedSignature : public QObject
{
    Q_OBJECT

    static NamedSignature of(char key, char signature = 's')
    {
        return {QByteArray(16, key), QByteArray(64, signature)};
    }
    static QJsonObject object(const QByteArray &key, const QByteArray &signature)
    {
        return {{u"key"_s, QString::fromLatin1(key)}, {u"signature"_s, QString::fromLatin1(signature)}};
    }

private Q_SLOTS:
    void isWrittenInOrderAndReadAgain()
    {
        const QJsonArray written = toJson({of('b'), of('a')});
        QCOMPARE(written.size(), 2);
        QCOMPARE(written[0].toObject(), object(QByteArray(16, 'a'), QByteArray(64, 's').toBase64()));
        const auto read = readSignatures(written);
        QCOMPARE(read.value(), (QList<NamedSignature>{of('a'), of('b')}));
        QCOMPARE(readSignatures(QJsonArray()).value(), QList<NamedSignature>());
    }
    void takesSoManyAndNoMore()
    {
        QList<NamedSignature> many;
        for (int i = 0; i < Limits::historySignatures; ++i)
            many.append({QByteArray::number(i).rightJustified(16, '0'), QByteArray(64, 's')});
        QCOMPARE(readSignatures(toJson(many)).value().size(), Limits::historySignatures);
        many.append({QByteArray(16, 'f'), QByteArray(64, 's')});
        QCOMPARE(readSignatures(toJson(many)).error().code, Error::Code::Invalid);
    }
    void refuses_data()
    {
        QTest::addColumn<QJsonValue>("value");
        const QByteArray name(16, 'a');
        const QByteArray signature = QByteArray(64, 's').toBase64();
        const auto list = [](const QList<QJsonObject> &objects) {
            QJsonArray all;
            for (const QJsonObject &each : objects)
                all.append(each);
            return QJsonValue(all);
        };
        QJsonObject more = object(name, signature);
        more.insert(u"day"_s, u"2026-12-08"_s);
        QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("an object") << QJsonValue(object(name, signature));
        QTest::newRow("a text in the list") << QJsonValue(QJsonArray{u"a"_s});
        QTest::newRow("a short name") << list({object(name.chopped(1), signature)});
        QTest::newRow("no name") << list({{{u"signature"_s, QString::fromLatin1(signature)}}});
        QTest::newRow("a capital name") << list({object(QByteArray(16, 'A'), signature)});
        QTest::newRow("63 bytes") << list({object(name, QByteArray(63, 's').toBase64())});
        QTest::newRow("no Base64") << list({object(name, signature.chopped(1) + '!')});
        QTest::newRow("a word more") << list({more});
        QTest::newRow("twice") << list({object(name, signature), object(name, signature)});
        QTest::newRow("in another order") << list({object(QByteArray(16, 'b'), signature), object(name, signature)});
    }
    void refuses()
    {
        QFETCH(QJsonValue, value);
        const auto read = readSignatures(value);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
    }
    void knowsTheNamesOfKeys_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isName");
        QTest::newRow("a name") << "21fe31dfa154a261"_ba << true;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("one more") << "21fe31dfa154a2610"_ba << false;
        QTest::newRow("g") << "21fe31dfa154a26g"_ba << false;
        QTest::newRow("capital") << "21FE31DFA154A261"_ba << false;
    }
    void knowsTheNamesOfKeys()
    {
        QFETCH(QByteArray, text);
        QTEST(isKeyName(text), "isName");
    }
    void base64HasOneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("right") << u"YWJj"_s << "abc"_ba;
        QTest::newRow("filled up") << u"YQ=="_s << "a"_ba;
        QTest::newRow("not filled up") << u"YQ"_s << QByteArray();
        QTest::newRow("bits that nobody reads") << u"YR=="_s << QByteArray();
        QTest::newRow("a space") << u"YW Jj"_s << QByteArray();
        QTest::newRow("for addresses") << u"_-8="_s << QByteArray();
        QTest::newRow("another alphabet") << u"YWJ\u0142"_s << QByteArray();
    }
    void base64HasOneForm()
    {
        QFETCH(QString, text);
        QTEST(fromStrictBase64(text), "bytes");
    }
};

QTEST_APPLESS_MAIN(TestNamedSignature)
#include "tst_namedsignature.moc"
