#include "host/certificate/publishedfigures.h"

#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPublishedFigures : public QObject
{
    Q_OBJECT

    static Result<std::optional<PublishedMonth>> monthOf(const TestSupport::PublishedFolder &folder,
                                                         const QString &month)
    {
        const auto figures = PublishedFigures::open(folder);
        if (!figures)
            return figures.error();
        return figures.value().month(u"napari-svg"_s, month);
    }

private Q_SLOTS:
    void readsANumber()
    {
        const auto folder = TestSupport::yearOfSvg();
        const auto month = monthOf(folder, u"2026-01"_s);
        QVERIFY(month.ok() && month.value());
        QCOMPARE(month.value()->threshold, 26);
        const CertifiedMonth expected{
            u"2026-01"_s, {40, 30, 50}, 5, 1, TestSupport::sha256Of(folder.files.value(u"periods/2026-01.json"_s))};
        QCOMPARE(*month.value()->figure, expected);
    }
    void tellsNotPublishedFromNotReleased()
    {
        const auto folder = TestSupport::yearOfSvg();
        const auto march = monthOf(folder, u"2026-03"_s);
        QVERIFY(march.value() && !march.value()->figure);
        QCOMPARE(march.value()->threshold, 26);
        QVERIFY(!monthOf(folder, u"2026-12"_s).value());
    }
    void refusesAHistoryThatDoesNotFollow()
    {
        auto folder = TestSupport::yearOfSvg();
        folder.files[u"history.jsonl"_s].replace("2026-12-03", "2026-12-04");
        const auto figures = PublishedFigures::open(folder);
        QVERIFY(!figures.ok());
        QCOMPARE(figures.error().code, Error::Code::Damaged);
        QVERIFY2(figures.error().detail.startsWith(u"history.jsonl, line 5: "), qPrintable(figures.error().detail));
    }
    void aRowMayHaveABoundOfItsOwn()
    {
        auto folder = TestSupport::yearOfSvg();
        QJsonObject row = TestSupport::PublishedFolder::row(u"napari-svg"_s, 40);
        row.insert(u"within"_s, 50);
        folder.put(u"2026-01"_s, {row});
        folder.addLine(HistoryKind::DrawAgain, u"2027-01-01"_s, {u"periods/2026-01.json"_s});
        QCOMPARE(monthOf(folder, u"2026-01"_s).value()->figure->number, (PeopleWithin{40, 0, 90}));
    }
    void aMonthWithoutTheTableHasNoNumber()
    {
        auto folder = TestSupport::yearOfSvg();
        folder.files[u"periods/2026-01.json"_s] =
            canonicalJson({{u"period"_s, u"2026-01"_s}, {u"rounding"_s, 5}, {u"tables"_s, QJsonArray()}});
        folder.addLine(HistoryKind::Removal, u"2027-01-01"_s, {u"periods/2026-01.json"_s});
        const auto month = monthOf(folder, u"2026-01"_s);
        QVERIFY(month.value() && !month.value()->figure);
        QCOMPARE(month.value()->threshold, 0);
    }
    void refusesWhatTheHistoryDoesNotSay_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes"); // null: the file is gone
        QTest::addColumn<QString>("word");
        const QByteArray numbers = TestSupport::yearOfSvg().files.value(u"periods/2026-01.json"_s);
        QTest::newRow("one more person") << u"periods/2026-01.json"_s << QByteArray(numbers).replace("40", "45")
                                         << u"line 2 of the history"_s;
        QTest::newRow("a space") << u"periods/2026-01.json"_s << numbers + ' ' << u"line 2 of the history"_s;
        QTest::newRow("no file") << u"periods/2026-01.json"_s << QByteArray() << u"has no periods/2026-01.json"_s;
        QTest::newRow("no history") << u"history.jsonl"_s << QByteArray() << u"has no history.jsonl"_s;
        QTest::newRow("an empty history") << u"history.jsonl"_s << QByteArray("") << u"doesn't name it"_s;
        QTest::newRow("no index") << u"index.json"_s << QByteArray() << u"has no index.json"_s;
        QTest::newRow("an index without it")
            << u"index.json"_s << R"({"months":[],"releases":[],"weeks":[]})"_ba << u"doesn't list"_s;
        QTest::newRow("an index without lists") << u"index.json"_s << R"({"months":[]})"_ba << u"no list"_s;
        QTest::newRow("a damaged index") << u"index.json"_s << "{"_ba << u"index.json"_s;
    }
    void refusesWhatTheHistoryDoesNotSay()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        auto folder = TestSupport::yearOfSvg();
        if (bytes.isNull())
            folder.files.remove(file);
        else
            folder.files[file] = bytes;
        const auto month = monthOf(folder, u"2026-01"_s);
        QVERIFY(!month.ok());
        QVERIFY2(month.error().detail.contains(word), qPrintable(month.error().detail));
    }
    void refusesNumbersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("numbers");
        using Folder = TestSupport::PublishedFolder;
        const QJsonObject row = Folder::row(u"napari-svg"_s, 40);
        QTest::newRow("twice") << Folder::numbers(u"2026-01"_s, {row, row});
        QTest::newRow("negative") << Folder::numbers(u"2026-01"_s, {Folder::row(u"napari-svg"_s, -5)});
        QTest::newRow("another month's") << Folder::numbers(u"2026-02"_s, {row});
        QTest::newRow("no bound") << Folder::numbers(u"2026-01"_s, {row}).replace("\"within\":10", "\"other\":10");
        QTest::newRow("no rounding") << Folder::numbers(u"2026-01"_s, {row}).replace("\"rounding\"", "\"around\"");
        QTest::newRow("no JSON") << "x"_ba;
    }
    void refusesNumbersThatAreNone()
    {
        QFETCH(QByteArray, numbers);
        auto folder = TestSupport::yearOfSvg();
        folder.files[u"periods/2026-01.json"_s] = numbers;
        folder.addLine(HistoryKind::DrawAgain, u"2027-01-01"_s, {u"periods/2026-01.json"_s});
        const auto month = monthOf(folder, u"2026-01"_s);
        QVERIFY(!month.ok());
        QCOMPARE(month.error().code, Error::Code::Damaged);
    }
};

QTEST_GUILESS_MAIN(TestPublishedFigures)
#include "tst_publishedfigures.moc"
