#include "host/history/historychecks.h"

#include "support/histories.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::keyNameOf;
using TestSupport::smallHost;

/// What is found of heads and keys is in tst_historyverifier, too; here is what others take from it.
class TestHistoryChecks : public QObject
{
    Q_OBJECT

    static QString wordsOf(const QList<HistoryProblem> &problems)
    {
        QStringList words;
        for (const HistoryProblem &problem : problems)
            words.append(u"%1: %2"_s.arg(problem.where, problem.what));
        return words.join(u'\n');
    }

private Q_SLOTS:
    void namesWhoHasSigned()
    {
        const TestSupport::Host host = smallHost();
        const HeadCheck check = checkHistoryHead(host.chain, bytesOf(host.signedHead({0})));
        QCOMPARE(wordsOf(check.problems), QString());
        QCOMPARE(check.signedBy.size(), 1);
        QCOMPARE(check.signedBy[0].name, keyNameOf(0));
    }
    void findsWhatIsWrongWithTheHead_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("signers");
        const TestSupport::Host host = smallHost();
        HistoryHead head = host.signedHead({0});
        QTest::newRow("no head") << "{}"_ba << u"history-head.json: "_s << 0;
        QTest::newRow("unsigned") << bytesOf(host.signedHead({})) << u"must sign it, and 0 did"_s << 0;
        QTest::newRow("a stranger") << bytesOf(host.signedHead({2})) << u"never entered"_s << 0;
        QTest::newRow("a stranger beside") << bytesOf(host.signedHead({0, 2})) << u"never entered"_s << 1;
        --head.lines;
        QTest::newRow("fewer lines") << bytesOf(head) << u"the others are not signed"_s << 0;
        head.lines += 2;
        QTest::newRow("more lines") << bytesOf(head) << u"the last ones were taken away"_s << 0;
        --head.lines;
        head.sha256[0] = head.sha256[0] == 'a' ? 'b' : 'a';
        QTest::newRow("another last line") << bytesOf(head) << u"history.jsonl, line 5: it is not the line"_s << 0;
    }
    void findsWhatIsWrongWithTheHead()
    {
        QFETCH(QByteArray, head);
        QFETCH(QString, word);
        const HeadCheck check = checkHistoryHead(smallHost().chain, head);
        QVERIFY2(wordsOf(check.problems).contains(word), qPrintable(wordsOf(check.problems)));
        QTEST(int(check.signedBy.size()), "signers");
    }
    void theKeysAreThoseOfTheHistory()
    {
        const TestSupport::Host host = TestSupport::rotatedHost();
        QCOMPARE(wordsOf(checkHistoryKeys(host.chain, host.chain.keys())), QString());
        const QString older = wordsOf(checkHistoryKeys(host.chain, smallHost().chain.keys()));
        QVERIFY2(older.contains(QString::fromLatin1(keyNameOf(0))), qPrintable(older)); // retired since
        const QString newer = wordsOf(checkHistoryKeys(smallHost().chain, host.chain.keys()));
        QVERIFY2(newer.contains(u"is not what the history says of it"_s), qPrintable(newer));
        const QString none = wordsOf(checkHistoryKeys(host.chain, HistoryKeys()));
        QVERIFY2(none.contains(u"not the list of keys that follows"_s), qPrintable(none));
    }
};

QTEST_APPLESS_MAIN(TestHistoryChecks)
#include "tst_historychecks.moc"
