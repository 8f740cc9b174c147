#include "host/pages/sitefiles.h"

#include "host/pages/pagetongue.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSiteFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAndDataAreOfOneMoment()
    {
        const auto folder = TestSupport::someMonths();
        const auto files = siteFiles({folder.folder.files, {}, {{u"pages.css"_s, "x"}}, {}});
        QVERIFY2(files.ok(), files.ok() ? "" : qPrintable(files.error().detail));
        QCOMPARE(files.value().value(u"data/index.json"_s), folder.folder.files.value(u"index.json"_s));
        QCOMPARE(files.value().value(u"pages.css"_s), "x"_ba);
        QVERIFY(files.value().contains(u"index.html"_s) && files.value().contains(u"plugins/napari-svg.svg"_s));
        QVERIFY(!files.value().value(u"index.html"_s).contains("verify.html"));
    }
    void whatIsBuiltIsLinked()
    {
        const auto folder = TestSupport::someMonths();
        const auto files =
            siteFiles({folder.folder.files,
                       {{u"pages.js"_s, "1"}, {u"verify.js"_s, "2"}, {u"proposal.body.html"_s, "<p>3</p>"}},
                       {},
                       {}})
                .value();
        QVERIFY(files.value(u"index.html"_s).contains("verify.html"));
        QVERIFY(files.value(u"plugins.html"_s).contains("pages.js"));
        QCOMPARE(files.value(u"verify.js"_s), "2"_ba);
        QVERIFY(files.value(u"index.html"_s).contains("proposal.html"));
        QVERIFY(files.value(u"proposal.html"_s).contains("<p>3</p>"));
        QVERIFY(!files.contains(u"proposal.body.html"_s));
        for (const PageTongue &tongue : pageTongues()) {
            QVERIFY(files.value(tongue.folder + u"verify.html"_s).contains("verify.js"));
            QVERIFY(files.value(tongue.folder + u"index.html"_s).contains("\"verify.html\""));
            QVERIFY(tongue.folder.isEmpty()
                    || files.value(tongue.folder + u"index.html"_s).contains("\"../proposal.html\""));
        }
    }
    void aFileThatTheHistoryNamesMustBeThere()
    {
        TestSupport::PagesFolder folder;
        folder.folder.files.insert(u"endpoints.json"_s, "{}");
        folder.folder.addLine(HistoryKind::Endpoints, u"2026-12-02"_s, {u"endpoints.json"_s});
        QVERIFY(siteFiles({folder.folder.files, {}, {}, {}}).ok());
        folder.folder.files.insert(u"endpoints.json"_s, "{ }");
        const auto changed = siteFiles({folder.folder.files, {}, {}, {}});
        QVERIFY(!changed.ok());
        QVERIFY(changed.error().detail.contains(u"endpoints.json"_s));
    }
    void anotherFolderIsNoSite_data()
    {
        QTest::addColumn<QStringList>("entries");
        QTest::addColumn<bool>("is");
        QTest::newRow("empty") << QStringList{} << true;
        QTest::newRow("a site") << QStringList{u"data"_s,      u"de"_s, u"index.html"_s,
                                               u"pages.css"_s, u"pl"_s, u"plugins"_s}
                                << true;
        QTest::newRow("of one language") << QStringList{u"index.html"_s, u"pages.css"_s} << true;
        QTest::newRow("a folder of somebody") << QStringList{u"dept"_s, u"index.html"_s, u"pages.css"_s} << false;
        QTest::newRow("an earlier site") << QStringList{u"data"_s,       u"explore.html"_s, u"icon.svg"_s,
                                                        u"index.html"_s, u"main.js"_s,      u"main.js.LEGAL.txt"_s,
                                                        u"pages.css"_s,  u"plugins"_s,      u"style.css"_s}
                                         << true;
        QTest::newRow("a note of somebody") << QStringList{u"index.html"_s, u"pages.css"_s, u"notes.txt"_s} << false;
        QTest::newRow("another page") << QStringList{u"index.html"_s, u"style.css"_s} << false;
        QTest::newRow("hidden") << QStringList{u".git"_s, u"index.html"_s, u"pages.css"_s} << false;
    }
    void anotherFolderIsNoSite()
    {
        QFETCH(QStringList, entries);
        QFETCH(bool, is);
        QCOMPARE(isSite(entries), is);
    }
};

QTEST_GUILESS_MAIN(TestSiteFiles)
#include "tst_sitefiles.moc"
