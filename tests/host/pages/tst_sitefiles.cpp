#include "host/pages/sitefiles.h"

#include "host/pages/pagetongue.h"

#include "support/pagesfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

using Files = QMap<QString, QByteArray>;

auto opened(const TestSupport::PublishedFolder &folder, const Files &built = {}, const Files &own = {})
{
    return SiteFiles::open({folder, folder.files.keys(), built, own, {}});
}

} // namespace

class TestSiteFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAndDataAreOfOneMoment()
    {
        auto folder = TestSupport::someMonths().folder;
        const auto site = opened(folder, {}, {{u"pages.css"_s, "x"}});
        QVERIFY2(site.ok(), site.ok() ? "" : qPrintable(site.error().detail));
        SiteFiles &files = *site.value();
        QCOMPARE(files.bytes(u"data/index.json"_s).value(), folder.files.value(u"index.json"_s));
        QCOMPARE(files.bytes(u"pages.css"_s).value(), "x"_ba);
        const QStringList paths = files.paths();
        for (const char *path : {"index.html", "plugins/napari-svg.svg", "pl/plugins/napari-svg.html"})
            QVERIFY2(paths.contains(QString::fromLatin1(path)), path);
        QVERIFY(!files.bytes(u"index.html"_s).value().contains("verify.html"));
        QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), paths.size());
        folder.files[u"index.json"_s] += ' ';
        QCOMPARE(files.bytes(u"data/index.json"_s).error().code, Error::Code::Damaged);
        folder.files.remove(u"index.json"_s);
        QCOMPARE(files.bytes(u"data/index.json"_s).error().code, Error::Code::NotFound);
    }
    void whatIsBuiltIsLinked()
    {
        const auto folder = TestSupport::someMonths().folder;
        const auto site =
            opened(folder, {{u"pages.js"_s, "1"}, {u"verify.js"_s, "2"}, {u"proposal.body.html"_s, "<p>3</p>"}})
                .value();
        const auto at = [&](const QString &path) { return site->bytes(path).value(); };
        QVERIFY(at(u"index.html"_s).contains("verify.html"));
        QVERIFY(at(u"plugins.html"_s).contains("pages.js"));
        QCOMPARE(at(u"verify.js"_s), "2"_ba);
        QVERIFY(at(u"index.html"_s).contains("proposal.html"));
        QVERIFY(at(u"proposal.html"_s).contains("<p>3</p>"));
        QVERIFY(!site->paths().contains(u"proposal.body.html"_s));
        for (const PageTongue &tongue : pageTongues()) {
            QVERIFY(at(tongue.folder + u"verify.html"_s).contains("verify.js"));
            QVERIFY(at(tongue.folder + u"index.html"_s).contains("\"verify.html\""));
            QVERIFY(tongue.folder.isEmpty() || at(tongue.folder + u"index.html"_s).contains("\"../proposal.html\""));
        }
    }
    void aFileThatTheHistoryNamesMustBeThere()
    {
        TestSupport::PagesFolder folder;
        folder.folder.files.insert(u"endpoints.json"_s, "{}");
        folder.folder.addLine(HistoryKind::Endpoints, u"2026-12-02"_s, {u"endpoints.json"_s});
        QVERIFY(opened(folder.folder).ok());
        folder.folder.files.insert(u"endpoints.json"_s, "{ }");
        const auto changed = opened(folder.folder);
        QVERIFY(!changed.ok());
        QVERIFY(changed.error().detail.contains(u"endpoints.json"_s));
        folder.folder.files.remove(u"endpoints.json"_s);
        QVERIFY(opened(folder.folder).error().detail.contains(u"endpoints.json"_s));
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
