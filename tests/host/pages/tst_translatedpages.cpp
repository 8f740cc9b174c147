#include "host/pages/sitepages.h"

#include "host/history/keysjson.h"

#include "support/pagesfolder.h"

#include <QRegularExpression>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// Made up: English in which the letters of every text of the catalogue have accents.
const PageTongue madeUp{u"xx"_s, u"Xx"_s, u"xx/"_s, QString(), QLocale(QLocale::English), u"d MMMM yyyy"_s};

/// Each accented letter of the made-up language, without its accent: a word with one was never translated.
const QRegularExpression &plainWord()
{
    static const QRegularExpression found(u"[A-Za-z]*[aceginorsuyzACEGINORSUYZ][A-Za-z]*"_s);
    return found;
}

/// What people read of a page: texts, and attributes that are read aloud or shown.
QStringList textsOf(const QString &page)
{
    // What is the same in every language: code and commands, names that others chose, languages in themselves.
    static const QRegularExpression untranslated(u"<(code|pre|bdi|script)\\b.*?</\\1>|<p class=\"hint\".*?</p>|"
                                                 "<nav class=\"languages\".*?</nav>"_s,
                                                 QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression read(
        u"(?:aria-label|alt|data-none|data-some|name=\"description\" content)=\"([^\"]*)\""_s);
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString rest = page;
    rest.remove(untranslated);
    QStringList texts;
    auto match = read.globalMatch(rest);
    while (match.hasNext())
        texts.append(match.next().captured(1));
    texts += rest.split(tag, Qt::SkipEmptyParts);
    return texts;
}

/// Words that are in no catalogue, by why: names of formats and of what is published, and months, which QLocale writes.
QString withoutNames(QString text)
{
    static const QRegularExpression same(
        u"\\b(CSV|JSON|SHA|doctype html|history\\.jsonl|napari-svg|small-one|"
        "(January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}|"
        "(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4})\\b"_s);
    // Addresses, digests, and characters that HTML writes by their names.
    static const QRegularExpression signs(u"https://x\\.org/[^ ]*|[0-9a-f]{8,}|&[a-z#0-9]+;"_s);
    return text.remove(signs).remove(same);
}

QStringList untranslatedOf(const QString &page, const QStringList &names)
{
    QStringList found;
    for (QString text : textsOf(page)) {
        text = withoutNames(text);
        for (const QString &name : names)
            text.remove(name);
        if (plainWord().match(text).hasMatch())
            found.append(text.trimmed());
    }
    return found;
}

/// What holders of keys are called and what they wrote, and values of the published rows.
QStringList namesOf(const PageData &data)
{
    QStringList names;
    for (const HistoryKey &key : data.signedBy())
        names << key.holder << QString::fromLatin1(key.name);
    for (const HistoryEntry &entry : data.history().entries()) {
        names << entry.said.reason << entry.said.what.value(u"who"_s).toString()
              << entry.said.what.value(u"name"_s).toString();
        const auto change = readKeyChange(entry.said.what);
        if (change)
            names << change.value().holder;
    }
    for (const TableSeries &series : data.tables()) {
        for (const QList<PublishedRow> &rows : series.rows) {
            for (const PublishedRow &row : rows)
                names += row.key;
        }
    }
    names.removeAll(QString());
    return names;
}

} // namespace

class TestTranslatedPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextOfEveryPageIsOfTheCatalogue_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<bool>("hasNumbers");
        for (const bool hasNumbers : {true, false}) {
            for (const QString &page : pages(hasNumbers).pagesOfALanguage())
                QTest::addRow("%s, %s", qPrintable(page), hasNumbers ? "with numbers" : "nothing yet")
                    << page << hasNumbers;
        }
    }
    void everyTextOfEveryPageIsOfTheCatalogue()
    {
        QFETCH(QString, page);
        QFETCH(bool, hasNumbers);
        const PageLanguage language(madeUp, QStringLiteral(TELEMETRY_PSEUDO_FOLDER));
        QVERIFY(language.isLoaded());
        const QString written = QString::fromUtf8(pages(hasNumbers).page(page));
        QVERIFY(written.contains(u"[ñàpàřî îñ ñůmbéřš"_s));
        const QString found = untranslatedOf(written, namesOf(*dataOf(hasNumbers))).join(u" | "_s);
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }
    void whatIsNotIsFound()
    {
        QCOMPARE(untranslatedOf(u"<p>[ñàpàřî] <b>new</b> <code>ls</code> 5 CSV</p>"_s, {}), QStringList(u"new"_s));
        QCOMPARE(untranslatedOf(u"<p aria-label=\"as said\" class=\"c\">October 2026</p>"_s, {}),
                 QStringList(u"as said"_s));
    }

private:
    static std::shared_ptr<const PageData> dataOf(bool hasNumbers)
    {
        TestSupport::PagesFolder folder = hasNumbers ? TestSupport::someMonths() : TestSupport::PagesFolder();
        if (hasNumbers) {
            // More versions than lines, and more rows than are shown at once.
            QList<TestSupport::Cell> versions;
            for (int i = 0; i < 20; ++i)
                versions.append({{u"small-one"_s, u"1.%1"_s.arg(i)}, 40});
            folder.plugins(u"2026-11"_s, {{{u"small-one"_s}, 90}}).versions(u"2026-11"_s, versions).done();
        }
        return folder.data();
    }
    static const SitePages &pages(bool hasNumbers)
    {
        const SiteShape shape{true, true, u"https://x.org/"_s, true};
        static const SitePages withNumbers(dataOf(true), shape, {u"aggregates.sqlite"_s, u"tables/plugins.csv"_s});
        static const SitePages nothingYet(dataOf(false), shape, {});
        return hasNumbers ? withNumbers : nothingYet;
    }
};

QTEST_GUILESS_MAIN(TestTranslatedPages)
#include "tst_translatedpages.moc"
