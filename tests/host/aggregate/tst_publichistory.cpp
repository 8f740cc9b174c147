#include "host/aggregate/publichistory.h"

#include "support/dictionary.h"
#include "support/publicfilesof.h"
#include "support/releases.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::releaseOf;

class TestPublicHistory : public QObject
{
    Q_OBJECT

    const QDate m_day{2026, 11, 18};

    static FileDigests filesOf(const QList<Release> &releases)
    {
        PublicFiles files = TestSupport::publicFilesOf(releases);
        files.insert(u"endpoints.json"_s, "{}"_ba);
        return TestSupport::digestsOf(files);
    }
    static QStringList kindsOf(const QList<HistoryDraft> &lines)
    {
        QStringList kinds;
        for (const HistoryDraft &line : lines)
            kinds.append(nameOf(line.kind));
        return kinds;
    }
    void enter(HistoryChain &chain, const QList<HistoryDraft> &lines) const
    {
        for (const HistoryDraft &line : lines)
            QVERIFY(chain.append(line, m_day).ok());
    }

private Q_SLOTS:
    void theFirstTimeEverythingIsEntered()
    {
        const auto releases = TestSupport::twoReleases();
        const auto files = filesOf(releases);
        const auto lines = missingLines({}, {releases, {{m_day, u"why"_s}}, {}}, files);
        QCOMPARE(kindsOf(lines),
                 (QStringList{u"dictionary"_s, u"endpoints"_s, u"draw-again"_s, u"release"_s, u"release"_s}));
        QCOMPARE(lines[0].files[u"dictionary.json"_s], files[u"dictionary.json"_s]);
        QCOMPARE(lines[2].reason, u"why"_s);
        QCOMPARE(lines[3].what, (QJsonObject{{u"period"_s, u"2026-W40"_s}}));
        QCOMPARE(lines[3].files.keys(), QStringList{u"periods/2026-W40.json"_s});
    }
    void whatIsEnteredIsNotEnteredAgain()
    {
        const PublicDeeds deeds{TestSupport::twoReleases(), {{m_day, u"why"_s}}, {}};
        const auto files = filesOf(deeds.releases);
        HistoryChain chain;
        enter(chain, missingLines(chain, deeds, files));
        QVERIFY(missingLines(chain, deeds, files).isEmpty());
    }
    /// A run that was killed between two lines.
    void whatIsMissingIsEntered()
    {
        const PublicDeeds deeds{TestSupport::twoReleases(), {{m_day, u"one"_s}, {m_day, u"two"_s}}, {}};
        const auto files = filesOf(deeds.releases);
        const auto all = missingLines({}, deeds, files);
        for (qsizetype entered = 0; entered <= all.size(); ++entered) {
            HistoryChain chain;
            enter(chain, all.mid(0, entered));
            const auto rest = missingLines(chain, deeds, files);
            QCOMPARE(kindsOf(rest), kindsOf(all.mid(entered)));
            for (qsizetype i = 0; i < rest.size(); ++i)
                QCOMPARE(rest[i].reason, all[entered + i].reason);
        }
    }
    void aDocumentThatChangesIsALine()
    {
        const auto releases = TestSupport::twoReleases();
        FileDigests files = filesOf(releases);
        HistoryChain chain;
        enter(chain, missingLines(chain, {releases, {}, {}}, files));
        files[u"endpoints.json"_s] = sha256Of("{\"other\":1}"_ba);
        files[u"public-list.json"_s] = sha256Of("[]"_ba);
        const auto lines = missingLines(chain, {releases, {}, {}}, files);
        QCOMPARE(kindsOf(lines), (QStringList{u"public-list"_s, u"endpoints"_s}));
        QCOMPARE(lines[1].files.size(), 1);
    }
    void aRemovalNamesItsKindAndTheFilesAlone()
    {
        QList<Release> releases = TestSupport::twoReleases();
        HistoryChain chain;
        enter(chain, missingLines(chain, {releases, {}, {}}, filesOf(releases)));
        const Removal removal{Removal::Kind::Cell, u"napari-versions"_s, {u"0.9.2"_s}, m_day, u"its author asked"_s};
        QVERIFY(applyRemovals({removal}, TestSupport::dictionary(), releases[0]));
        const auto files = filesOf(releases);
        const auto lines = missingLines(chain, {releases, {}, {removal}}, files);
        QCOMPARE(kindsOf(lines), QStringList{u"removal"_s});
        QCOMPARE(lines[0].what, (QJsonObject{{u"kind"_s, u"cell"_s}}));
        QCOMPARE(lines[0].reason, u"its author asked"_s);
        for (const QString &name : {u"periods/2026-W40.json"_s, u"tables/napari-versions.json"_s})
            QCOMPARE(lines[0].files.value(name), files[name]);
        QVERIFY(!lines[0].files.contains(u"periods/2026-W41.json"_s));
        QVERIFY(!lines[0].files.contains(u"tables/users.json"_s));
        enter(chain, lines);
        QVERIFY(!chain.bytes().contains("0.9.2"));
        QVERIFY(missingLines(chain, {releases, {}, {removal}}, files).isEmpty());
    }
    void everyFileIsNamed()
    {
        const auto releases = TestSupport::twoReleases();
        const auto files = filesOf(releases);
        HistoryChain chain;
        enter(chain, missingLines(chain, {releases, {}, {}}, files));
        for (auto file = files.begin(); file != files.end(); ++file)
            QCOMPARE(chain.files().value(file.key()), file.value());
    }
    void whatOnlyTheProgramChangesHasALineOfItsOwn()
    {
        const auto releases = TestSupport::twoReleases();
        FileDigests files = filesOf(releases);
        HistoryChain chain;
        enter(chain, missingLines(chain, {releases, {}, {}}, files));
        files[u"index.json"_s] = sha256Of("another"_ba);
        files.remove(u"tables/users.csv"_s);
        const auto lines = missingLines(chain, {releases, {}, {}}, files);
        QCOMPARE(kindsOf(lines), QStringList{u"files"_s});
        QCOMPARE(lines[0].files.keys(), QStringList{u"index.json"_s});
        enter(chain, lines);
        QVERIFY(!chain.files().contains(u"tables/users.csv"_s));
        QVERIFY(missingLines(chain, {releases, {}, {}}, files).isEmpty());
    }
    void anOlderFileIsNoticed()
    {
        const PublicDeeds deeds{
            TestSupport::twoReleases(), {}, {{Removal::Kind::Topic, u"user"_s, {}, m_day, u"why"_s}}};
        const auto files = filesOf(deeds.releases);
        HistoryChain chain;
        enter(chain, missingLines(chain, deeds, files));
        const QList<Release> &both = deeds.releases;
        QVERIFY(!lackOf(chain, both, 1));
        QVERIFY(!lackOf(chain, both, std::nullopt));
        QVERIFY(!lackOf({}, {}, 0));
        QVERIFY(lackOf(chain, both.mid(0, 1), 1)->contains(both[1].period.toString()));
        QVERIFY(lackOf(chain, both, 0)->contains(u"1 removal"_s));
    }
    void otherNumbersAreNoticed()
    {
        PublicDeeds deeds{TestSupport::twoReleases(), {}, {}};
        HistoryChain chain;
        enter(chain, missingLines(chain, deeds, filesOf(deeds.releases)));
        QVERIFY(!changeOf(chain, deeds, filesOf(deeds.releases)));
        deeds.releases[1].cells.first().reporters += 5;
        const auto why = changeOf(chain, deeds, filesOf(deeds.releases));
        QVERIFY(why && why->contains(deeds.releases[1].period.toString()));
        deeds.removals = {{Removal::Kind::Topic, u"user"_s, {}, m_day, u"why"_s}}; // which has to be entered yet
        QVERIFY(!changeOf(chain, deeds, filesOf(deeds.releases)));
    }
};

QTEST_GUILESS_MAIN(TestPublicHistory)
#include "tst_publichistory.moc"
