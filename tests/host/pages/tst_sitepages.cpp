#include "host/pages/sitepages.h"

#include "support/pagesfolder.h"

#include <QDir>
#include <QRegularExpression>

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QMap<QString, QByteArray> sitePages(const TestSupport::PagesFolder &folder, const QStringList &published = {})
{
    SitePages pages(folder.data(), {}, published);
    QMap<QString, QByteArray> made;
    for (const QString &path : pages.paths())
        made.insert(path, pages.bytes(path));
    return made;
}

} // namespace

class TestSitePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLinkLeadsToAFile()
    {
        const auto folder = TestSupport::someMonths();
        const auto data = folder.data();
        QStringList published = folder.folder.files.keys();
        for (const TableSeries &series : data->tables())
            published << series.file(u"csv"_s).mid(5) << series.file(u"json"_s).mid(5);
        const auto pages = sitePages(folder, published);
        const QStringList others{u"pages.css"_s, u"pages.svg"_s};
        static const QRegularExpression reference(u"(?:href|src)=\"([^\"#]+)\""_s);
        static const QRegularExpression atRoot(u"\\A/"_s);
        int links = 0;
        for (auto page = pages.begin(); page != pages.end(); ++page) {
            auto match = reference.globalMatch(QString::fromUtf8(page.value()));
            while (match.hasNext()) {
                const QString in = page.key().section(QLatin1Char(47), 0, -2);
                const QString target = QDir::cleanPath(in + QLatin1Char(47) + match.next().captured(1)).remove(atRoot);
                const bool isThere = target.startsWith(u"data/"_s) ? published.contains(target.mid(5))
                                                                   : pages.contains(target) || others.contains(target);
                QVERIFY2(isThere, qPrintable(page.key() + u": "_s + target));
                ++links;
            }
        }
        QVERIFY2(links > 500, qPrintable(QString::number(links)));
    }
    void theSameNumbersGiveTheSameBytes()
    {
        const auto folder = TestSupport::someMonths();
        QCOMPARE(sitePages(folder), sitePages(folder));
    }
    void aHostileNameIsWordsEverywhere()
    {
        const QString name = u"<img src=x onerror=alert(1)>"_s;
        TestSupport::PagesFolder folder;
        for (const QString &month : {u"2026-09"_s, u"2026-10"_s})
            folder.plugins(month, {{{name}, 60}, {{u"%1<script>%2"_s}, 60}, {{u"a"_s}, 60}})
                .versions(month, {{{u"a"_s, name}, 60}})
                .add(month, u"command"_s, u"commands"_s, {u"command"_s}, {{{u"a."_s + name}, 60}}, 10, 26);
        const auto pages = sitePages(folder.done());
        int found = 0;
        for (const QByteArray &page : pages) {
            QVERIFY(!page.contains("<img src=x") && !page.contains("<script"));
            found += int(page.contains("&lt;img src=x"));
        }
        QVERIFY(found >= 6);
        QVERIFY(pages.contains(u"plugins/a.html"_s) && pages.contains(u"pl/plugins/a.html"_s));
        QCOMPARE(pages.size(), 3 * (9 + 1) + 1);
    }
    void noNameIsOneThatBlockersHide()
    {
        for (const QString &path : sitePages(TestSupport::someMonths()).keys())
            for (const QString &word : {u"telemetry"_s, u"analytics"_s, u"stats"_s, u"track"_s})
                QVERIFY2(!path.contains(word), qPrintable(path));
    }
};

QTEST_GUILESS_MAIN(TestSitePages)
#include "tst_sitepages.moc"
