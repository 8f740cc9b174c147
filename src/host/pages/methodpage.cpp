#include "host/pages/methodpage.h"

#include "host/aggregate/budget.h"
#include "host/aggregate/budgetreport.h"
#include "host/pages/leveltable.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Html point(const QString &title, const QString &text)
{
    return element("section", {{"class", u"panel"_s}}, element("h2", {}, Html(title)) + element("p", {}, Html(text)));
}

QString epsilon(const Budget::Part &part)
{
    return part.rho > 0 ? decimalText(epsilonOf(part.rho, reportedDelta), 1) : u"0"_s;
}

Html budget(const DataDictionary &dictionary)
{
    Html rows;
    for (const Budget &each : budgetsOf(dictionary))
        rows +=
            element("tr", {},
                    element("th", {{"scope", u"row"_s}}, Html(levelText(each.level)))
                        + element("td", {{"class", u"number"_s}}, Html(epsilon(each.of(1, 1))))
                        + element("td", {{"class", u"number"_s}}, Html(epsilon(each.of(weeksOfMonth, 1))))
                        + element("td", {{"class", u"number"_s}}, Html(epsilon(each.of(weeksOfYear, monthsOfYear)))));
    const Html heads = columnHead(Words::tr("level")) + columnHead(Words::tr("a week"), u"number"_s)
                       + columnHead(Words::tr("a month"), u"number"_s) + columnHead(Words::tr("a year"), u"number"_s);
    return element(
        "section", {{"class", u"panel"_s}},
        element("h2", {{"id", u"budget"_s}}, Html(Words::tr("What all numbers together give away about one person")))
            + element("p", {},
                      Html(Words::tr("At most this ε, at δ = 10⁻⁶, by differential privacy. It is not small over a "
                                     "year: it protects a fact, not a person for ever. For that there are the "
                                     "threshold, events that can’t be joined, and deletion.")))
            + element("table", {}, element("thead", {}, element("tr", {}, heads)) + element("tbody", {}, rows)));
}

Html parameters(const PageData &data)
{
    Html rows;
    for (const TableSeries &series : data.tables())
        rows += element("tr", {},
                        element("th", {{"scope", u"row"_s}}, Html(Words::ofDictionary(series.table->title)))
                            + element("td", {}, Html(levelText(series.topic->level)))
                            + element("td", {{"class", u"number"_s}}, Html(decimalText(series.table->sigma)))
                            + element("td", {{"class", u"number"_s}}, groupedData(series.table->threshold)));
    const Html heads = columnHead(Words::tr("table")) + columnHead(Words::tr("level"))
                       + columnHead(Words::tr("noise σ"), u"number"_s)
                       + columnHead(Words::tr("threshold"), u"number"_s);
    const QString title = Words::tr("Noise and threshold of every table");
    return element("section", {}, element("h2", {{"id", u"tables"_s}}, Html(title)) + scrolled(title, {}, heads, rows));
}

QString missing(const PageData &data)
{
    QStringList months;
    for (const QString &month : data.missingMonths())
        months.append(periodText(month));
    if (data.latestMonth().isEmpty())
        return Words::tr("No month has been published yet.");
    return months.isEmpty() ? Words::tr("Up to now none is missing.") : Words::tr("Missing: %1.").arg(listed(months));
}

QString caps(const DataDictionary &dictionary)
{
    QStringList words;
    for (const TopicDefinition &topic : dictionary.topics()) {
        if (topic.cap > 1)
            //: So many of a topic count for one person, as in: 20 of “plugins that are installed”
            words.append(Words::tr("%1 of “%2”").arg(QString::number(topic.cap), Words::ofDictionary(topic.title)));
    }
    return words.isEmpty() ? QString() : u' ' + Words::tr("At most %1 count for one person.").arg(listed(words));
}

} // namespace

SitePage methodPage(const PageData &data)
{
    const QString rounding = QString::number(data.dictionary().rounding());
    SitePage page{u"method.html"_s,
                  Words::tr("How people are counted"),
                  Words::tr("Who is counted, what noise and threshold do, and what the numbers don’t say."),
                  {},
                  {}};
    page.lead =
        element("p", {{"class", u"lead"_s}},
                marked(Words::tr("The numbers are of people who were asked and said yes. They have noise, small ones "
                                 "are not published, and <strong>what is not published is not zero</strong>.")));
    const Html points =
        point(Words::tr("Only people who said yes"),
              Words::tr("Who says yes may differ from who says no, in systems, plugins and how often they use napari. "
                        "A no sends nothing, so what share said yes is not known, and nothing can be corrected for it. "
                        "There is no factor that makes these the number of users of napari."))
        + point(Words::tr("Suppressed is not zero"),
                Words::tr(
                    "A number below the threshold is not published: it is a gap in a line and missing from a table. "
                    "There was nobody, or fewer than about the threshold; the two look the same. Don’t count it as 0."))
        + point(Words::tr("Noise, and the 95 % interval"),
                Words::tr("Each number has random noise of its own (a discrete Gaussian with the σ of its table) and "
                          "is rounded to %1. The interval says how far it may be from the count of those who take "
                          "part, in 95 of 100 cases. It is no error of a sample.")
                    .arg(rounding))
        + point(Words::tr("A level has its own people"),
                Words::tr("Plugins are counted among those who chose middle or full, commands and data among those who "
                          "chose full. How many chose which is not published. Compare within a level."))
        + point(
            Words::tr("A person’s week, month and year"),
            Words::tr(
                "A person is an account on a computer: who uses two counts twice. Weeks are ISO weeks in UTC; a month "
                "is the weeks whose Thursdays lie in it. No pseudonym lives longer than a week: napari itself "
                "remembers when it was last counted. In a table of a month each person has what was there first.")
                + caps(data.dictionary()))
        + point(Words::tr("A year is a sum of months"),
                Words::tr("Of those for whom a month was the first of the year, or ever. The noise adds up, so its "
                          "interval grows with every month."))
        + point(Words::tr("When numbers appear"),
                Words::tr("A week is closed 21 days after its end, a month with its last week. A month of which a week "
                          "could not be counted is not published.")
                    + u' ' + missing(data))
        + point(Words::tr("Made-up reports"),
                Words::tr("Anybody could send some. An operator looks at jumps, and at growth that is all new people; "
                          "what doesn’t stand out is not told from others."))
        + budget(data.dictionary());
    page.main = element("div", {{"class", u"columns"_s}}, points) + parameters(data);
    return page;
}

} // namespace Telemetry
