#include "host/aggregate/publication.h"

#include "support/fakeaggregationfiles.h"
#include "support/releases.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::FakeAggregationFiles;
using TestSupport::releaseOf;

class TestPublication : public QObject
{
    Q_OBJECT

    QStringList m_lines;
    QString m_siteFails; ///< why the site can't be written

    AggregationSetting settingOf(FakeAggregationFiles &files)
    {
        return {TestSupport::dictionary(),
                files,
                QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC),
                {},
                false,
                {},
                [this](const QString &line) { m_lines.append(line); },
                [](const QString &) {}};
    }
    /// A setting with a site, which is written among the steps of the files.
    AggregationSetting withSite(FakeAggregationFiles &files)
    {
        AggregationSetting setting = settingOf(files);
        setting.writeSite = [this, &files]() -> Result<bool> {
            files.steps.append(u"site of %1 files"_s.arg(files.published.size()));
            if (m_siteFails.isEmpty())
                return true;
            return Error{Error::Code::Invalid, m_siteFails};
        };
        return setting;
    }
    static void fill(FakeAggregationFiles &files)
    {
        files.released = {releaseOf(u"2026-W39"_s, {{u"users"_s, u"[]"_s, 90}})};
        files.waiting = {{releaseOf(u"2026-W40"_s, {{u"users"_s, u"[]"_s, 95}}), QDate(2026, 10, 26), 0}};
    }

private Q_SLOTS:
    void init()
    {
        m_lines.clear();
        m_siteFails.clear();
    }
    void itsDigestPublishesWhatWaits()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        const Publication publication(setting);
        Review review;
        QVERIFY(!publication.review(review));
        QVERIFY(files.steps.isEmpty()); // to look changes nothing
        QVERIFY(!publication.publish(review.digest));
        QCOMPARE(files.steps,
                 (QStringList{u"release"_s, u"copy"_s, u"history"_s, u"publish"_s, u"copy to the public host"_s}));
        QVERIFY(files.waiting.isEmpty());
        QCOMPARE(files.released.size(), 2);
        QCOMPARE(files.published[u"aggregates.sqlite"_s], "2"_ba);
        QVERIFY(files.published[u"index.json"_s].contains("2026-W40"));
        QVERIFY(!publication.publish(review.digest)); // again: nothing is left to do
        QVERIFY(m_lines.contains(u"nothing waits to be published"_s));
        QVERIFY(m_lines.last().startsWith(u"the public folder is up to date: "_s));
    }
    /// Everything that changes the public folder.
    void theSiteFollowsThePublicFolder_data()
    {
        QTest::addColumn<QString>("command");
        for (const QString &command : {u"publish"_s, u"unseen"_s, u"remove"_s, u"access"_s, u"finish"_s})
            QTest::addRow("%s", qPrintable(command)) << command;
    }
    void theSiteFollowsThePublicFolder()
    {
        QFETCH(QString, command);
        FakeAggregationFiles files;
        fill(files);
        for (const QString &week : {u"2026-W36"_s, u"2026-W37"_s, u"2026-W38"_s})
            files.released.prepend(releaseOf(week, {{u"users"_s, u"[]"_s, 90}}));
        const auto setting = withSite(files);
        const Publication publication(setting);
        const Removal removal{Removal::Kind::Cell, u"users"_s, {}, QDate(2026, 11, 18), u"why"_s};
        const auto carryOut = [&] {
            return command == u"publish"_s  ? publication.publish(digestOf(files.waiting))
                   : command == u"unseen"_s ? publication.publishUnseen()
                   : command == u"remove"_s ? publication.remove(removal)
                   : command == u"access"_s ? publication.enterAccess(u"operator"_s, u"why"_s)
                                            : publication.finish();
        };
        m_siteFails = u"/site: the disk is full"_s;
        const auto complaint = carryOut();
        QVERIFY(complaint);
        QCOMPARE(complaint->step, u"writing the site"_s);
        QCOMPARE(complaint->why, m_siteFails);
        QCOMPARE(complaint->code, ExitCode::NotShown); // whatever the error's code is
        QVERIFY(complaint->advice.contains(u"mend it and run again"_s));
        QVERIFY(!files.published.isEmpty()); // what is published stands
        QCOMPARE(files.steps.last(), u"site of %1 files"_s.arg(files.published.size()));
        m_siteFails.clear();
        QVERIFY(!publication.finish()); // as a run does
        QCOMPARE(files.steps.mid(files.steps.size() - 3),
                 (QStringList{u"publish"_s, u"site of %1 files"_s.arg(files.published.size()),
                              u"copy to the public host"_s}));
    }
    void anotherDigestPublishesNothing()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        Review review;
        QVERIFY(!Publication(setting).review(review));
        files.waiting.first().release.cells.first().reporters = 100; // drawn again since then
        const auto complaint = Publication(setting).publish(review.digest);
        QCOMPARE(complaint->code, ExitCode::Waits);
        QVERIFY(files.steps.isEmpty() && files.published.isEmpty());
    }
    void whatIsNotReleasedIsNotPublic()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        QVERIFY(!Publication(setting).finish());
        for (const QByteArray &file : files.published)
            QVERIFY(!file.contains("2026-W40"));
        QCOMPARE(files.published[u"aggregates.sqlite"_s], "1"_ba);
        QCOMPARE(files.waiting.size(), 1);
    }
    void nothingSuspiciousIsPublishedUnseen()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        auto complaint = Publication(setting).publishUnseen(); // one week before it is no year
        QCOMPARE(complaint->code, ExitCode::Waits);
        QVERIFY(complaint->why.startsWith(u"there are too few"_s));
        for (const QString &week : {u"2026-W36"_s, u"2026-W37"_s, u"2026-W38"_s})
            files.released.prepend(releaseOf(week, {{u"users"_s, u"[]"_s, 90}}));
        files.waiting.first().undefined = 7;
        complaint = Publication(setting).publishUnseen();
        QCOMPARE(complaint->code, ExitCode::Waits);
        QVERIFY(complaint->why.contains(u"7 event(s)"_s));
        QVERIFY(files.steps.isEmpty());
        files.waiting.first().undefined = 0;
        QVERIFY(!Publication(setting).publishUnseen());
        QCOMPARE(files.released.size(), 5);
        QVERIFY(!Publication(setting).publishUnseen()); // nothing waits
    }
    void everyDeedIsALineOfTheHistory()
    {
        FakeAggregationFiles files;
        fill(files);
        files.redrawn = {{QDate(2026, 11, 17), u"a wrong count"_s}};
        const auto setting = settingOf(files);
        const Publication publication(setting);
        QVERIFY(!publication.publish(digestOf(files.waiting)));
        const auto kinds = [&] {
            QStringList all;
            for (const HistoryEntry &entry : files.chain.entries())
                all.append(nameOf(entry.said.kind));
            return all;
        };
        QCOMPARE(kinds(), (QStringList{u"dictionary"_s, u"draw-again"_s, u"release"_s, u"release"_s}));
        QCOMPARE(files.chain.files().value(u"periods/2026-W40.json"_s),
                 sha256Of(files.published[u"periods/2026-W40.json"_s]));
        QVERIFY(!publication.finish()); // nothing more
        QCOMPARE(kinds().size(), 4);
        const Removal removal{Removal::Kind::Cell, u"users"_s, {}, QDate(2026, 11, 18), u"why"_s};
        QVERIFY(!publication.remove(removal));
        QCOMPARE(kinds().mid(4), QStringList{u"removal"_s});
        const HistoryEntry &last = files.chain.entries().last();
        QCOMPARE(last.said.what, (QJsonObject{{u"kind"_s, u"cell"_s}}));
        QCOMPARE(last.said.reason, u"why"_s);
        for (const QString &name : {u"periods/2026-W39.json"_s, u"periods/2026-W40.json"_s})
            QCOMPARE(files.chain.files().value(name), sha256Of(files.published[name]));
    }
    void aRemovalIsInNothingThatIsLeft()
    {
        FakeAggregationFiles files;
        files.released = {
            releaseOf(u"2026-W39"_s, {{u"napari-versions"_s, u"[\"0.9.2\"]"_s, 60}, {u"users"_s, u"[]"_s, 90}})};
        files.waiting = {
            {releaseOf(u"2026-W40"_s, {{u"napari-versions"_s, u"[\"0.9.2\"]"_s, 65}}), QDate(2026, 10, 26), 0}};
        const auto setting = settingOf(files);
        const Removal removal{Removal::Kind::Cell, u"napari-versions"_s, {u"0.9.2"_s}, QDate(2026, 11, 18), u"why"_s};
        QVERIFY(!Publication(setting).remove(removal));
        QCOMPARE(files.removed, QList<Removal>{removal});
        QCOMPARE(files.released.first().cells.size(), 1);
        QVERIFY(files.waiting.first().release.cells.isEmpty());
        for (const QByteArray &file : files.published)
            QVERIFY(!file.contains("0.9.2\"]"));
    }
    void aRemovalThatWasStoppedIsEndedOnce()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        const Publication publication(setting);
        QVERIFY(!publication.finish());
        const Removal removal{Removal::Kind::Cell, u"users"_s, {}, QDate(2026, 11, 18), u"why"_s};
        files.fails = u"rebuild"_s;
        const auto complaint = publication.remove(removal);
        QCOMPARE(complaint->step, u"making the aggregates file anew"_s);
        QVERIFY(!complaint->advice.contains(u"Nothing was removed"_s));
        QVERIFY(nameOf(files.chain.entries().last().said.kind) != u"removal"_s); // not before it is gone
        files.fails.clear();
        QVERIFY(!publication.remove(removal));
        QCOMPARE(files.removed.size(), 1);
        QCOMPARE(nameOf(files.chain.entries().last().said.kind), u"removal"_s);
        files.steps.clear();
        QVERIFY(!publication.finish());
        QVERIFY(!files.steps.contains(u"rebuild"_s)); // and no more
    }
    void aFileThatIsOlderThanTheHistoryPublishesNothing_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("a release is lost") << u"release"_s;
        QTest::newRow("a removal is lost") << u"removal"_s;
        QTest::newRow("a number is another") << u"number"_s;
        QTest::newRow("the public history goes on") << u"history"_s;
    }
    void aFileThatIsOlderThanTheHistoryPublishesNothing()
    {
        QFETCH(QString, what);
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        const Publication publication(setting);
        const Removal removal{Removal::Kind::Cell, u"napari-versions"_s, {u"0.9.2"_s}, QDate(2026, 11, 18), u"why"_s};
        QVERIFY(!publication.remove(removal, true));
        if (what == u"release"_s)
            files.released.clear();
        else if (what == u"removal"_s)
            files.removed.clear();
        else if (what == u"number"_s)
            files.released.first().cells.first().reporters += 5;
        else
            files.published[u"history.jsonl"_s] += "another line\n";
        const PublicFiles before = files.published;
        const auto lines = files.chain.entries().size();
        files.steps.clear();
        const auto complaint = publication.publish(digestOf(files.waiting));
        QVERIFY(complaint);
        QCOMPARE(complaint->code, ExitCode::WrongFile);
        QVERIFY(!complaint->advice.isEmpty());
        QCOMPARE(files.published, before);
        QCOMPARE(files.chain.entries().size(), lines);
        QVERIFY(!files.steps.contains(u"publish"_s));
        if (what == u"release"_s || what == u"removal"_s)
            QVERIFY(!files.steps.contains(u"release"_s)); // what waits still waits
    }
    void aLostRemovalIsMadeAgain()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        const Publication publication(setting);
        const QList<Release> backup = files.released;
        const Removal removal{Removal::Kind::Cell, u"users"_s, {}, QDate(2026, 11, 18), u"why"_s};
        QVERIFY(!publication.finish());
        QVERIFY(!publication.remove(removal));
        const PublicFiles without = files.published;
        files.released = backup;
        files.removed.clear();
        QVERIFY(publication.finish());
        QCOMPARE(files.published, without);
        QVERIFY(!publication.remove(removal));
        QCOMPARE(files.published, without);
    }
    void whatIsNowhereIsRemovedInAdvanceOnly()
    {
        FakeAggregationFiles files;
        fill(files);
        const auto setting = settingOf(files);
        const Removal typo{Removal::Kind::Plugin, u"napari-svgg"_s, {}, QDate(2026, 11, 18), u"why"_s};
        const auto complaint = Publication(setting).remove(typo);
        QCOMPARE(complaint->code, ExitCode::Usage);
        QVERIFY(files.removed.isEmpty() && files.steps.isEmpty());
        QVERIFY(!Publication(setting).remove(typo, true));
        QCOMPARE(files.removed.size(), 1);
    }
    /// The file of the releases was lost.
    void whatIsPublicIsNotTakenBack()
    {
        FakeAggregationFiles files;
        fill(files);
        files.weeks = {u"2026-W39"_s, u"2026-W38"_s};
        const auto setting = settingOf(files);
        const auto complaint = Publication(setting).finish();
        QVERIFY(complaint);
        QCOMPARE(complaint->code, ExitCode::WrongFile);
        QVERIFY(complaint->why.contains(u"publishes 2026-W38"_s));
        QVERIFY(complaint->advice.startsWith(u"Bring the aggregates file back"_s));
        QVERIFY(files.published.isEmpty());
    }
    void aFullDiskEntersNothing_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &file : {u"index.json"_s, u"tables/users.csv"_s, u"periods/2026-W40.json"_s,
                                    u"aggregates.sqlite"_s, u"public-list.json"_s})
            QTest::addRow("%s", qPrintable(file)) << file;
    }
    /// Before the history says that it is public.
    void aFullDiskEntersNothing()
    {
        QFETCH(QString, file);
        FakeAggregationFiles files;
        fill(files);
        auto setting = settingOf(files);
        setting.documents = {{u"public-list.json"_s, "{}"}};
        QVERIFY(!Publication(setting).finish());
        const PublicFiles before = files.published;
        const auto lines = files.chain.entries().size();
        files.refused = file;
        const auto complaint = Publication(setting).publish(digestOf(files.waiting));
        QCOMPARE(complaint->step, u"publishing"_s);
        QCOMPARE(complaint->why, u"the disk is full"_s);
        QVERIFY(!complaint->advice.isEmpty());
        QCOMPARE(files.published, before);
        QCOMPARE(files.chain.entries().size(), lines);
        files.refused.clear();
        QVERIFY(!Publication(setting).finish());
        for (auto each = files.published.begin(); each != files.published.end(); ++each)
            QVERIFY(each.key() == u"history.jsonl"_s
                    || files.chain.files().value(each.key()) == sha256Of(each.value()));
    }
    void aFailureSaysWhere_data()
    {
        QTest::addColumn<QString>("fails");
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("released");
        QTest::newRow("releases") << u"open releases"_s << u"reading the aggregates file"_s << false;
        QTest::newRow("releasing") << u"release"_s << u"writing the aggregates file"_s << false;
        QTest::newRow("copy") << u"copy"_s << u"copying the aggregates file"_s << true;
        QTest::newRow("weeks") << u"weeks"_s << u"reading the public folder"_s << true;
        QTest::newRow("history") << u"history"_s << u"entering it into the history"_s << true;
        QTest::newRow("a release") << u"read one release"_s << u"reading the aggregates file"_s << true;
        QTest::newRow("rows") << u"read cells"_s << u"reading the aggregates file"_s << true;
        QTest::newRow("draft") << u"draft"_s << u"publishing"_s << true;
        QTest::newRow("publish") << u"publish"_s << u"publishing"_s << true;
        QTest::newRow("the public host") << u"copy to the public host"_s << u"copying to the public host"_s << true;
    }
    void aFailureSaysWhere()
    {
        QFETCH(QString, fails);
        QFETCH(bool, released);
        FakeAggregationFiles files;
        fill(files);
        files.fails = fails;
        const auto setting = settingOf(files);
        const auto complaint = Publication(setting).publish(digestOf(files.waiting));
        QVERIFY(complaint);
        QTEST(complaint->step, "step");
        QCOMPARE(complaint->code == ExitCode::NotShown, fails == u"copy to the public host"_s);
        QCOMPARE(files.waiting.isEmpty(), released);
        QVERIFY(released || complaint->advice.startsWith(u"Nothing was published"_s));
        QCOMPARE(files.open, 0);
        // And the next attempt ends it.
        files.fails.clear();
        QVERIFY(!Publication(setting).publish(digestOf(files.waiting)));
        QVERIFY(files.published[u"index.json"_s].contains("2026-W40"));
    }
};

QTEST_GUILESS_MAIN(TestPublication)
#include "tst_publication.moc"
