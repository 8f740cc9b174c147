#include "host/history/historychain.h"

#include "support/histories.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::historyDayOf;

namespace {

QByteArrayList lines()
{
    QByteArrayList all = TestSupport::smallHost().chain.bytes().split('\n');
    all.removeLast(); // behind the last line feed
    return all;
}

HistoryDraft access(const QString &reason = {})
{
    return {HistoryKind::Access, {}, {}, reason};
}

} // namespace

class TestHistoryChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAppendedIsTakenAgain()
    {
        const HistoryChain written = TestSupport::smallHost().chain;
        HistoryChain read;
        QVERIFY(read.takeAll(written.bytes()).ok());
        QCOMPARE(read.bytes(), written.bytes());
        QCOMPARE(read.entries().size(), 5);
        QCOMPARE(read.lastHash(), sha256Of(lines().constLast()));
        QCOMPARE(read.head().lines, 5);
        QCOMPARE(read.keys().bytes(), written.keys().bytes());
        QCOMPARE(read.files().value(u"periods/2026-W45.json"_s), sha256Of("{\"rows\":[]}\n")); // of the newest line
    }
    void knowsWhichLinesNameAFile()
    {
        const HistoryChain chain = TestSupport::smallHost().chain;
        QCOMPARE(chain.firstOf(u"periods/2026-W45.json"_s)->n, 1);
        QCOMPARE(chain.newestOf(u"periods/2026-W45.json"_s)->n, 3);
        QCOMPARE(chain.newestOf(u"periods/2026-W45.json"_s)->said.kind, HistoryKind::Removal);
        QCOMPARE(chain.newestOf(u"periods/2026-10.json"_s)->n, 2);
        QVERIFY(!chain.firstOf(u"periods/2026-11.json"_s));
        QVERIFY(!chain.newestOf(u"periods/2026-11.json"_s));
    }
    /// Each byte of each line but the last, which nothing in the chain names.
    void aChangedByteIsFound()
    {
        const QByteArrayList all = lines();
        for (qsizetype line = 0; line + 1 < all.size(); ++line) {
            for (qsizetype at = 0; at < all[line].size(); ++at) {
                QByteArrayList changed = all;
                changed[line][at] = static_cast<char>(changed[line][at] ^ 1);
                HistoryChain chain;
                QVERIFY2(!chain.takeAll(changed.join('\n') + '\n').ok(), changed[line].constData());
                const qsizetype good = chain.entries().size();
                QVERIFY(good == line || good == line + 1);
            }
        }
    }
    void lineIsFoundWhere_data()
    {
        QTest::addColumn<QByteArray>("history");
        QTest::addColumn<int>("good");
        const auto joined = [](const QByteArrayList &some) { return QByteArray(some.join('\n') + '\n'); };
        QByteArrayList dropped = lines();
        dropped.removeAt(2);
        QTest::newRow("dropped") << joined(dropped) << 2;
        QByteArrayList swapped = lines();
        swapped.swapItemsAt(2, 3);
        QTest::newRow("swapped") << joined(swapped) << 2;
        QByteArrayList twice = lines();
        twice.insert(2, twice[2]);
        QTest::newRow("twice") << joined(twice) << 3;
        QTest::newRow("no first line") << joined(lines().mid(1)) << 0;
        QTest::newRow("cut off") << QByteArray(joined(lines()).chopped(1)) << 4;
        QTest::newRow("an empty line") << QByteArray(joined(lines()) + '\n') << 5;
        QTest::newRow("Windows's line ends") << QByteArray(joined(lines()).replace('\n', "\r\n")) << 0;
    }
    void lineIsFoundWhere()
    {
        QFETCH(QByteArray, history);
        QFETCH(int, good);
        HistoryChain chain;
        const auto taken = chain.takeAll(history);
        QVERIFY(!taken.ok());
        QVERIFY(!taken.error().detail.isEmpty());
        QCOMPARE(chain.entries().size(), good);
    }
    void daysDontGoBack()
    {
        HistoryChain chain;
        QVERIFY(chain.append(access(), historyDayOf(5)).ok());
        QVERIFY(chain.append(access(), historyDayOf(5)).ok());
        QVERIFY(chain.append(access(), historyDayOf(4)).error().detail.contains(u"before the day"_s));
        QCOMPARE(chain.entries().size(), 2);
        // Nor do they when somebody else wrote the line.
        const QByteArray line = lineOf({chain.lastHash(), historyDayOf(4), 2, access()});
        QVERIFY(!chain.take(line).ok());
    }
    void aDraftThatNobodyCouldReadIsNotWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("digest");
        QTest::addColumn<QString>("reason");
        QTest::newRow("path") << u"../a"_s << sha256Of("") << QString();
        QTest::newRow("digest") << u"a"_s << "0"_ba << QString();
        QTest::newRow("reason") << u"a"_s << sha256Of("") << u"a\nb"_s;
        for (const auto name : {HistoryNames::history, HistoryNames::head, HistoryNames::keys})
            QTest::newRow(name.data()) << QString(name) << sha256Of("") << QString();
    }
    void aDraftThatNobodyCouldReadIsNotWritten()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, digest);
        QFETCH(QString, reason);
        HistoryChain chain;
        QVERIFY(!chain.append({HistoryKind::Access, {{path, digest}}, {}, reason}, historyDayOf(0)).ok());
        QVERIFY(chain.bytes().isEmpty());
    }
    void keysAreNotEnteredWithoutSignatures()
    {
        HistoryChain chain;
        const auto draft = chain.keys().draftOf(TestSupport::adding(0), historyDayOf(0), {});
        QVERIFY(draft.ok());
        QVERIFY(!chain.append(draft.value(), historyDayOf(0)).ok());
        QVERIFY(!chain.take(lineOf({noLineBefore(), historyDayOf(0), 0, draft.value()})).ok());
        QVERIFY(!chain.change(TestSupport::adding(0), historyDayOf(0), {}, {}).ok());
        QVERIFY(chain.bytes().isEmpty());
    }
    void aKeysLineCountsAtItsPlaceOnly()
    {
        HistoryChain first = TestSupport::smallHost().chain;
        HistoryChain second = first;
        QVERIFY(second.append(access(), historyDayOf(9)).ok());
        QVERIFY(first.change(TestSupport::adding(1), historyDayOf(9), {}, {TestSupport::signingKeys(0)}).ok());
        HistoryEntry moved = first.entries().constLast();
        moved.n = static_cast<int>(second.entries().size());
        moved.before = second.lastHash();
        QVERIFY(second.take(lineOf(moved)).error().detail.contains(u"not approved"_s));
    }
};

QTEST_APPLESS_MAIN(TestHistoryChain)
#include "tst_historychain.moc"
