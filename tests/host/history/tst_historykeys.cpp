#include "host/history/historykeys.h"

#include "contract/limits.h"
#include "support/histories.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::adding;
using TestSupport::keyNameOf;
using TestSupport::signingKeys;
using Does = KeyChange::Does;

namespace {

KeyChange of(Does does, int key, int threshold = 0)
{
    return {does, signingKeys(key).publicBytes, {}, threshold};
}

} // namespace

class TestHistoryKeys : public QObject
{
    Q_OBJECT

    /// The words when it is refused, else nothing.
    static QString changed(TestSupport::Host &host, const KeyChange &change, const QList<int> &signers)
    {
        QList<SigningKeys> keys;
        for (const int signer : signers)
            keys.append(signingKeys(signer));
        const auto done = host.chain.change(change, TestSupport::historyDayOf(host.day), {}, keys);
        return done ? QString() : done.error().detail;
    }

private Q_SLOTS:
    void isWrittenAsDocumented()
    {
        TestSupport::Host host;
        host.change(adding(0), {0});
        host.change(adding(1), {0});
        host.change(of(Does::Retire, 0), {1});
        QCOMPARE(host.chain.keys().bytes(),
                 R"({"keys":[{"from":"2026-12-01","holder":"operator 1","name":"21fe31dfa154a261",)"
                 R"("public":"11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=","until":"2026-12-03"},)"
                 R"({"from":"2026-12-02","holder":"operator 2","name":")"
                     + keyNameOf(1) + R"(","public":"PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw="}],"threshold":1})"
                     + '\n');
        const auto read = HistoryKeys::read(host.chain.keys().bytes());
        QCOMPARE(read.value().all(), host.chain.keys().all());
    }
    void aNewKeyIsApprovedByAnOldOne()
    {
        TestSupport::Host host;
        host.change(adding(0), {0});
        QVERIFY(changed(host, adding(1), {}).contains(u"not approved"_s));
        QVERIFY(changed(host, adding(1), {1}).contains(u"never entered"_s)); // not by itself
        QVERIFY(changed(host, adding(1), {0, 1}).contains(u"never entered"_s));
        QCOMPARE(changed(host, adding(1), {0}), QString());
        QCOMPARE(changed(host, adding(2), {1}), QString());
    }
    void theFirstKeySignsItself()
    {
        TestSupport::Host host;
        QVERIFY(!changed(host, adding(0), {1}).isEmpty());
        QVERIFY(!changed(host, adding(0), {}).isEmpty());
        QCOMPARE(changed(host, adding(0), {0}), QString());
    }
    void aRetiredOrRevokedKeyApprovesNothing()
    {
        TestSupport::Host host;
        host.change(adding(0), {0});
        host.change(adding(1), {0});
        TestSupport::Host other = host;
        host.change(of(Does::Retire, 0), {0});
        QVERIFY(changed(host, adding(2), {0}).contains(u"retired before"_s));
        other.change(of(Does::Revoke, 0), {1});
        QVERIFY(changed(other, adding(2), {0}).contains(u"revoked before"_s));
        QCOMPARE(other.chain.keys().find(keyNameOf(0))->revoked, TestSupport::historyDayOf(2));
    }
    void aRetiredKeyCanBeRevoked()
    {
        TestSupport::Host host;
        host.change(adding(0), {0});
        host.change(adding(1), {0});
        host.change(of(Does::Retire, 0), {0});
        QCOMPARE(changed(host, of(Does::Revoke, 0), {1}), QString());
        QVERIFY(changed(host, of(Does::Revoke, 0), {1}).contains(u"revoked already"_s));
    }
    void thereAreAlwaysEnough()
    {
        TestSupport::Host host;
        QVERIFY(changed(host, adding(0, 2), {0}).contains(u"add a key first"_s));
        host.change(adding(0), {0});
        QVERIFY(changed(host, of(Does::Retire, 0), {0}).contains(u"add a key first"_s));
        host.change(adding(1, 2), {0});
        QCOMPARE(host.chain.keys().threshold(), 2);
        QVERIFY(changed(host, of(Does::Revoke, 1), {0, 1}).contains(u"add a key first"_s));
        QCOMPARE(changed(host, of(Does::Revoke, 1, 1), {0, 1}), QString()); // with one person again
    }
    void twoPersonsApprove()
    {
        TestSupport::Host host;
        host.change(adding(0), {0});
        host.change(adding(1, 2), {0});
        QVERIFY(changed(host, adding(2), {0}).contains(u"not approved"_s));
        QVERIFY(changed(host, adding(2), {0, 0}).contains(u"not approved"_s)); // one person twice
        QCOMPARE(changed(host, adding(2), {1, 0}), QString());
    }
    void refusesChangesThatMakeNoSense()
    {
        TestSupport::Host host;
        host.change(adding(0), {0});
        QVERIFY(changed(host, adding(0), {0}).contains(u"entered before"_s));
        QVERIFY(changed(host, of(Does::Retire, 1), {0}).contains(u"there is no key"_s));
        KeyChange nobodys = adding(1);
        nobodys.holder.clear();
        QVERIFY(changed(host, nobodys, {0}).contains(u"holder"_s));
        QVERIFY(!changed(host, adding(1, -1), {0}).isEmpty());
    }
    void judges()
    {
        using Verdict = JudgedSignature::Verdict;
        TestSupport::Host host;
        host.change(adding(0), {0});
        HistoryHead head = host.signedHead({0, 1});
        auto judged = host.chain.keys().judge(headPurpose(), statementOf(head), head.signatures);
        QCOMPARE(judged[0].verdict, Verdict::Good);
        QCOMPARE(judged[1].verdict, Verdict::Unknown);
        head.lines = 7;
        judged = host.chain.keys().judge(headPurpose(), statementOf(head), head.signatures);
        QCOMPARE(judged[0].verdict, Verdict::Wrong);
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        TestSupport::Host host;
        host.change(adding(0), {0});
        const QByteArray good = host.chain.keys().bytes();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no line feed") << good.chopped(1);
        QTest::newRow("another name") << QByteArray(good).replace("21fe31df", "21fe31de");
        QTest::newRow("another key") << QByteArray(good).replace("11qYAY", "12qYAY");
        QTest::newRow("nobody has to sign") << QByteArray(good).replace("\"threshold\":1", "\"threshold\":0");
        QTest::newRow("no day") << QByteArray(good).replace("2026-12-01", "2026-02-30");
        QTest::newRow("no holder") << QByteArray(good).replace("operator 1", "");
        QTest::newRow("something more") << QByteArray(good).replace("\"threshold\"", "\"a\":1,\"threshold\"");
        QTest::newRow("twice") << QByteArray(good).replace("}]", "}," + good.mid(9, good.indexOf("]") - 9) + ']');
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!HistoryKeys::read(bytes).ok());
    }
};

QTEST_APPLESS_MAIN(TestHistoryKeys)
#include "tst_historykeys.moc"
