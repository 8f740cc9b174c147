#include "host/pages/methodpage.h"

#include "host/aggregate/budget.h"
#include "host/aggregate/budgetreport.h"
#include "host/pages/wording.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

Html point(const QString &title, const QString &text)
{
    return element("section", {{"class", u"panel"_s}}, element("h2", {}, Html(title)) + element("p", {}, Html(text)));
}

QString epsilon(const Budget::Part &part)
{
    return part.rho > 0 ? QString::number(epsilonOf(part.rho, reportedDelta), 'f', 1) : u"0"_s;
}

Html budget(const DataDictionary &dictionary)
{
    Html rows;
    for (const Budget &each : budgetsOf(dictionary))
        rows +=
            element("tr", {},
                    element("th", {{"scope", u"row"_s}}, Html(levelName(each.level)))
                        + element("td", {{"class", u"number"_s}}, Html(epsilon(each.of(1, 1))))
                        + element("td", {{"class", u"number"_s}}, Html(epsilon(each.of(weeksOfMonth, 1))))
                        + element("td", {{"class", u"number"_s}}, Html(epsilon(each.of(weeksOfYear, monthsOfYear)))));
    return html(
               u"<section class=\"panel\"><h2 id=\"budget\">What all numbers together give away about one "
               u"person</h2><p>At "
               u"most this ε, at δ = 10⁻⁶, by differential privacy. It is not small over a year: it protects a fact, "
               u"not a "
               u"person for ever. For that there are the threshold, events that can’t be joined, and deletion.</p>"
               u"<table><thead><tr><th scope=\"col\">level</th><th scope=\"col\" class=\"number\">a week</th><th "
               u"scope=\"col\" class=\"number\">a month</th><th scope=\"col\" class=\"number\">a year</th></tr></thead>"
               u"<tbody>")
           + rows + html(u"</tbody></table></section>");
}

Html parameters(const PageData &data)
{
    Html rows;
    for (const TableSeries &series : data.tables())
        rows += element("tr", {},
                        element("th", {{"scope", u"row"_s}}, Html(series.table->title))
                            + element("td", {}, Html(levelName(series.topic->level)))
                            + element("td", {{"class", u"number"_s}}, Html(QString::number(series.table->sigma)))
                            + element("td", {{"class", u"number"_s}}, Html(grouped(series.table->threshold))));
    return html(u"<section><h2 id=\"tables\">Noise and threshold of every table</h2><div class=\"scroll\" "
                u"tabindex=\"0\" "
                u"role=\"region\" aria-labelledby=\"tables\"><table><thead><tr><th scope=\"col\">table</th><th "
                u"scope=\"col\">level</th><th scope=\"col\" class=\"number\">noise σ</th><th scope=\"col\" "
                u"class=\"number\">threshold</th></tr></thead><tbody>")
           + rows + html(u"</tbody></table></div></section>");
}

QString missing(const PageData &data)
{
    QStringList months;
    for (const QString &month : data.missingMonths())
        months.append(periodText(month));
    if (data.latestMonth().isEmpty())
        return u"No month has been published yet."_s;
    return months.isEmpty() ? u"Up to now none is missing."_s : u"Missing: %1."_s.arg(listed(months));
}

QString caps(const DataDictionary &dictionary)
{
    QStringList words;
    for (const TopicDefinition &topic : dictionary.topics()) {
        if (topic.cap > 1)
            words.append(u"%1 of “%2”"_s.arg(QString::number(topic.cap), topic.title));
    }
    return words.isEmpty() ? QString() : u" At most %1 count for one person."_s.arg(listed(words));
}

} // namespace

SitePage methodPage(const PageData &data)
{
    const QString rounding = QString::number(data.dictionary().rounding());
    SitePage page{u"method.html"_s,
                  u"How people are counted"_s,
                  u"Who is counted, what noise and threshold do, and what the numbers don’t say."_s,
                  {},
                  {}};
    page.lead =
        html(u"<p class=\"lead\">The numbers are of people who were asked and said yes. They have noise, small ones "
             u"are not published, and <strong>what is not published is not zero</strong>.</p>");
    const Html points =
        point(
            u"Only people who said yes"_s,
            u"Who says yes may differ from who says no, in systems, plugins and how often they use napari. A no sends "
            "nothing, so what share said yes is not known, and nothing can be corrected for it. There is no factor "
            "that "
            "makes these the number of users of napari."_s)
        + point(
            u"Suppressed is not zero"_s,
            u"A number below the threshold is not published: it is a gap in a line and missing from a table. There was "
            "nobody, or fewer than about the threshold; the two look the same. Don’t count it as 0."_s)
        + point(
            u"Noise, and the 95 % interval"_s,
            u"Each number has random noise of its own (a discrete Gaussian with the σ of its table) and is rounded to "
            "%1. The interval says how far it may be from the count of those who take part, in 95 of 100 cases. It is "
            "no error of a sample."_s.arg(rounding))
        + point(
            u"A level has its own people"_s,
            u"Plugins are counted among those who chose middle or full, commands and data among those who chose full. "
            "How many chose which is not published. Compare within a level."_s)
        + point(
            u"A person's week, month and year"_s,
            u"A person is an account on a computer: who uses two counts twice. Weeks are ISO weeks in UTC; a month is "
            "the weeks whose Thursdays lie in it. No pseudonym lives longer than a week: napari itself remembers when "
            "it was last counted. In a table of a month each person has what was there first."_s
                + caps(data.dictionary()))
        + point(
            u"A year is a sum of months"_s,
            u"Of those for whom a month was the first of the year, or ever. The noise adds up, so its interval grows "
            "with every month."_s)
        + point(
            u"When numbers appear"_s,
            u"A week is closed 21 days after its end, a month with its last week. A month of which a week could not be "
            "counted is not published. %1"_s.arg(missing(data)))
        + point(
            u"Made-up reports"_s,
            u"Anybody could send some. An operator looks at jumps, and at growth that is all new people; what doesn’t "
            "stand out is not told from others."_s)
        + budget(data.dictionary());
    page.main = element("div", {{"class", u"columns"_s}}, points) + parameters(data);
    return page;
}

} // namespace Telemetry
