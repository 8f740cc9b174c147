#include "host/history/historyverifier.h"

#include "support/histories.h"

#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::adding;
using TestSupport::Folder;

namespace {

HistoryReport verified(const Folder &files)
{
    TestSupport::FolderInMemory source(files);
    return HistoryVerifier(u"there"_s, source).verify();
}

Folder changed(const QString &path, const QByteArray &old, const QByteArray &other)
{
    Folder files = TestSupport::smallHost().published({0});
    if (!files[path].contains(old))
        qFatal("not in it: %s", old.constData());
    files[path].replace(old, other);
    return files;
}

/// With the lines in another order, or fewer, and the head as it was.
Folder withLines(const std::function<void(QByteArrayList &)> &change)
{
    Folder files = TestSupport::smallHost().published({0});
    QByteArrayList lines = files[HistoryNames::history].split('\n');
    lines.removeLast();
    change(lines);
    files[HistoryNames::history] = lines.join('\n') + '\n';
    return files;
}

/// By somebody who can write the files, and has no key: each line follows from the one before.
Folder rewritten()
{
    const TestSupport::Host host = TestSupport::smallHost();
    TestSupport::Host other;
    QByteArrayList lines = host.chain.bytes().split('\n');
    for (qsizetype i = 0; i < 3; ++i)
        (void)other.chain.take(lines[i]).ok();
    other.day = 3;
    other.append({HistoryKind::Access, {}, {}, {}});
    other.append({HistoryKind::Access, {}, {}, {}});
    Folder files = host.published({0});
    files[HistoryNames::history] = other.chain.bytes();
    return files;
}

Folder withHead(const Folder &files, const HistoryHead &head)
{
    Folder all = files;
    all[HistoryNames::head] = bytesOf(head);
    return all;
}

Folder signedBy(const QList<int> &signers)
{
    TestSupport::Host host = TestSupport::smallHost();
    host.change(adding(1), {0});
    host.change({KeyChange::Does::Revoke, TestSupport::signingKeys(0).publicBytes, {}, 0}, {1});
    return host.published(signers);
}

Folder ofTwoPersons(const QList<int> &signers)
{
    TestSupport::Host host = TestSupport::smallHost();
    host.change(adding(1, 2), {0});
    return host.published(signers);
}

/// Another key, entered by somebody who has none that is valid.
Folder withStolenKeys()
{
    Folder files = TestSupport::smallHost().published({0});
    TestSupport::Host host = TestSupport::smallHost();
    const auto draft = host.chain.keys().draftOf(adding(2), TestSupport::historyDayOf(9), {}).value();
    const HistoryEntry entry{host.chain.lastHash(), TestSupport::historyDayOf(9), 5, draft};
    files[HistoryNames::history] += lineOf(Telemetry::signedBy({TestSupport::signingKeys(2)}, entry).value()) + '\n';
    return files;
}

Folder withoutKeys()
{
    TestSupport::Host host;
    host.append({HistoryKind::Access, {}, {}, {}});
    return host.published({});
}

Folder without(const QString &path)
{
    Folder files = TestSupport::smallHost().published({0});
    files.remove(path);
    return files;
}

Folder listing(const QStringList &periods)
{
    const TestSupport::Host host = TestSupport::smallHost();
    TestSupport::Host other = host;
    other.periods = periods;
    Folder files = host.published({0});
    files[u"index.json"_s] = other.published({0})[u"index.json"_s];
    return files;
}

} // namespace

class TestHistoryVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsRightIsRight_data()
    {
        QTest::addColumn<Folder>("files");
        QTest::addColumn<int>("signers");
        QTest::newRow("one person") << TestSupport::smallHost().published({0}) << 1;
        QTest::newRow("a new key") << signedBy({1}) << 1;
        QTest::newRow("two persons") << ofTwoPersons({0, 1}) << 2;
    }
    void whatIsRightIsRight()
    {
        QFETCH(Folder, files);
        const HistoryReport report = verified(files);
        QVERIFY2(report.isRight(), qPrintable(textOf(report)));
        QTEST(int(report.signedBy.size()), "signers");
        QCOMPARE(report.files, 2);
        QVERIFY(textOf(report).contains(u"All of it is right"_s));
    }
    void isFound_data()
    {
        QTest::addColumn<Folder>("files");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("what");
        const QString history = HistoryNames::history;
        const QString head = HistoryNames::head;
        const QString keys = HistoryNames::keys;
        QTest::newRow("a changed byte") << changed(history, "2026-W45\"", "2026-W44\"") << u"history.jsonl, line 3"_s
                                        << u"the line before is not the one that it followed"_s;
        QTest::newRow("a changed byte of the last line")
            << changed(history, "\"raw\"", "\"row\"") << u"history.jsonl, line 5"_s
            << u"not the line that was signed"_s;
        QTest::newRow("a dropped line") << withLines([](QByteArrayList &lines) { lines.removeAt(2); })
                                        << u"history.jsonl, line 3"_s << u"lines are missing"_s;
        QTest::newRow("the last line dropped") << withLines([](QByteArrayList &lines) { lines.removeLast(); }) << head
                                               << u"it is of 5 lines, and there are 4"_s;
        QTest::newRow("swapped lines") << withLines([](QByteArrayList &lines) { lines.swapItemsAt(1, 2); })
                                       << u"history.jsonl, line 2"_s << u"not in their order"_s;
        QTest::newRow("a rewritten tail")
            << rewritten() << u"history.jsonl, line 5"_s << u"not the line that was signed"_s;
        HistoryHead unsignedHead = TestSupport::smallHost().signedHead({0});
        HistoryChain other;
        (void)other.takeAll(rewritten()[history]).ok();
        unsignedHead.sha256 = other.lastHash();
        QTest::newRow("a rewritten tail with a head")
            << withHead(rewritten(), unsignedHead) << head
            << u"the signature of the key 21fe31dfa154a261 is of something else"_s;
        TestSupport::Host later = TestSupport::smallHost();
        later.append({HistoryKind::Access, {}, {}, {}});
        QTest::newRow("a stale head") << withHead(later.published({0}), TestSupport::smallHost().signedHead({0}))
                                      << head << u"it is of the first 5 lines, and there are 6"_s;
        QTest::newRow("a revoked key") << signedBy({0}) << head << u"21fe31dfa154a261 that signed was revoked"_s;
        QTest::newRow("a revoked key beside a good one") << signedBy({0, 1}) << head << u"revoked"_s;
        QTest::newRow("an unknown key") << TestSupport::smallHost().published({2}) << head << u"never entered"_s;
        QTest::newRow("nobody") << TestSupport::smallHost().published({}) << head << u"1 of the valid keys must sign"_s;
        QTest::newRow("one of two persons")
            << ofTwoPersons({0}) << head << u"2 of the valid keys must sign it, and 1 did"_s;
        QTest::newRow("a key that nobody approved")
            << withStolenKeys() << u"history.jsonl, line 6"_s << u"not approved"_s;
        QTest::newRow("no key at all") << withoutKeys() << history << u"no key was ever entered"_s;
        QTest::newRow("a changed period")
            << changed(u"periods/2026-10.json"_s, "10", "11") << u"periods/2026-10.json"_s << u"it was changed"_s;
        QTest::newRow("an older form of a removed period")
            << changed(u"periods/2026-W45.json"_s, "{\"rows\":[]}", "{\"period\":\"2026-W45\"}")
            << u"periods/2026-W45.json"_s << u"it was changed"_s;
        QTest::newRow("a missing file") << without(u"periods/2026-10.json"_s) << u"periods/2026-10.json"_s
                                        << u"it is missing"_s;
        QTest::newRow("an extra period") << listing({u"2026-W45"_s, u"2026-10"_s, u"2026-11"_s}) << u"index.json"_s
                                         << u"it lists 2026-11, and no line"_s;
        QTest::newRow("a period that is not listed")
            << listing({u"2026-W45"_s}) << u"index.json"_s << u"it doesn't list periods/2026-10.json"_s;
        QTest::newRow("other keys") << changed(keys, "operator 1", "operator 2") << keys
                                    << u"is not what the history says"_s;
        QTest::newRow("another threshold")
            << changed(keys, "\"threshold\":1", "\"threshold\":2") << keys << u"not the list of keys that follows"_s;
        QTest::newRow("broken keys") << changed(keys, "}]", "]") << keys << QString();
        QTest::newRow("broken head") << changed(head, "lines", "line") << head << QString();
        QTest::newRow("broken index") << changed(u"index.json"_s, "2026-10", "2026-13") << u"index.json"_s << QString();
        for (const QString &path : {history, head, keys, u"index.json"_s})
            QTest::addRow("no %s", qPrintable(path)) << without(path) << path << u"it is missing"_s;
    }
    void isFound()
    {
        QFETCH(Folder, files);
        QFETCH(QString, where);
        QFETCH(QString, what);
        const HistoryReport report = verified(files);
        QVERIFY(!report.isRight());
        const bool isSaid = std::any_of(report.problems.begin(), report.problems.end(), [&](const auto &problem) {
            return problem.where == where && problem.what.contains(what);
        });
        QVERIFY2(isSaid, qPrintable(textOf(report)));
        QVERIFY(textOf(report).contains(u"WRONG  "_s + where));
        QVERIFY(!textOf(report).contains(u"All of it is right"_s));
        QVERIFY(!QJsonDocument::fromJson(jsonOf(report))[u"right"_s].toBool(true));
    }
    void whatCannotBeReadIsNoProof()
    {
        TestSupport::FolderInMemory source(TestSupport::smallHost().published({0}));
        source.unreachable = u"periods/2026-10.json"_s;
        const HistoryReport report = HistoryVerifier(u"there"_s, source).verify();
        QVERIFY(!report.isRight());
        QVERIFY(report.problems.isEmpty());
        QVERIFY(textOf(report).contains(u"NOT CHECKED  periods/2026-10.json: no answer"_s));
    }
    void heldAgainstACopy_data()
    {
        QTest::addColumn<Folder>("second");
        QTest::addColumn<bool>("isRight");
        QTest::addColumn<QString>("words");
        const Folder now = TestSupport::smallHost().published({0});
        QTest::newRow("same") << now << true << u"both have the same 5 lines"_s;
        QTest::newRow("older") << withLines([](QByteArrayList &lines) { lines.resize(3); }) << true
                               << u"the second is older: it has the first 3 lines"_s;
        QTest::newRow("rewritten") << rewritten() << false << u"they disagree from line 4 on"_s;
        TestSupport::Host later = TestSupport::smallHost();
        later.append({HistoryKind::Access, {}, {}, {}});
        QTest::newRow("longer") << later.published({0}) << false << u"taken away"_s;
        QTest::newRow("there is none") << Folder() << false << u"NOT CHECKED  the second, copy"_s;
    }
    void heldAgainstACopy()
    {
        QFETCH(Folder, second);
        QFETCH(QString, words);
        TestSupport::FolderInMemory source(TestSupport::smallHost().published({0}));
        TestSupport::FolderInMemory copy(second);
        HistoryVerifier verifier(u"there"_s, source);
        verifier.holdAgainst(u"copy"_s, copy);
        const HistoryReport report = verifier.verify();
        QTEST(report.isRight(), "isRight");
        QVERIFY2(textOf(report).contains(words), qPrintable(textOf(report)));
    }
    void saysItToProgramsToo()
    {
        const auto object = QJsonDocument::fromJson(jsonOf(verified(signedBy({1})))).object();
        QVERIFY(object[u"right"_s].toBool());
        QCOMPARE(object[u"lines"_s].toInt(), 7);
        QCOMPARE(object[u"signed_by"_s].toArray(), (QJsonArray{QString::fromLatin1(TestSupport::keyNameOf(1))}));
        QCOMPARE(object[u"keys"_s].toArray().size(), 2);
    }
};

QTEST_APPLESS_MAIN(TestHistoryVerifier)
#include "tst_historyverifier.moc"
