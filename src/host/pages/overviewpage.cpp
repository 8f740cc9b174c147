#include "host/pages/overviewpage.h"

#include "host/certificate/months.h"
#include "host/pages/figure.h"
#include "host/pages/leveltable.h"
#include "host/pages/wording.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString spanOf(FirstIn period, const QString &month)
{
    if (period == FirstIn::Year)
        return (month.endsWith(u"-12"_s) ? u"people in %1"_s : u"people in %1 so far"_s).arg(month.left(4));
    return period == FirstIn::Ever ? u"people ever, so far"_s : u"people in %1"_s.arg(monthInWords(month));
}

QString nameOf(FirstIn period)
{
    return period == FirstIn::Year ? u"people in a year"_s
                                   : (period == FirstIn::Ever ? u"people ever"_s : u"people in a month"_s);
}

/// A number that is asked for first, or why there is none.
Html card(const PageData &data, FirstIn period)
{
    const TableSeries *series = data.table(u"user"_s, period);
    const QString month = series ? series->latest() : QString();
    Html content;
    if (month.isEmpty()) {
        content = element("strong", {{"class", u"none"_s}}, html(u"not yet"))
                  + element("span", {}, Html(nameOf(period)))
                  + element("span", {{"class", u"within"_s}}, html(u"no month has been published"));
    } else if (const auto number = series->number(month, {}); !number) {
        content = element("strong", {{"class", u"none"_s}}, html(u"not published"))
                  + element("span", {}, Html(spanOf(period, month)))
                  + element("span", {{"class", u"within"_s}}, html(u"too few for a number"));
    } else {
        content = element("strong", {}, Html(grouped(number->people)))
                  + element("span", {}, Html(spanOf(period, month)))
                  + element("span", {{"class", u"within"_s}}, Html(u"95 % interval: "_s + intervalText(*number)));
    }
    return element("li", {{"data-figure", firstInName(period)}}, content);
}

/// Whether they become more: that is only said where the intervals don't meet.
QString growthOf(const TableSeries &series)
{
    const QString latest = series.latest();
    const auto now = series.number(latest, {});
    if (!now)
        return {};
    for (const int months : {12, 3}) {
        const QString then =
            QDate::fromString(latest + u"-01"_s, Qt::ISODate).addMonths(-months).toString(u"yyyy-MM"_s);
        const auto before = series.number(then, {});
        if (!before)
            continue;
        const QString what = now->low > before->high   ? u"it grew"_s
                             : now->high < before->low ? u"it shrank"_s
                                                       : u"no change that is larger than the noise"_s;
        return u"%1 had %2 people, %3 had %4: %5."_s.arg(monthInWords(then), grouped(before->people),
                                                         monthInWords(latest), grouped(now->people), what);
    }
    return {};
}

Html curve(const TableSeries &series)
{
    const QString unit = series.table->period == FirstIn::Week ? u"week"_s : u"month"_s;
    const QString title = u"People in each %1"_s.arg(unit);
    Figure made{series.table->table, title, Html(), Html(), Html(), &series};
    if (series.axis.isEmpty()) {
        made.about = Html(u"People per %1."_s.arg(unit));
        made.body = element("p", {{"class", u"message"_s}},
                            Html(u"No %1 has been published yet. A %1 is closed 21 days after its end, and published "
                                 "then."_s.arg(unit)));
        return figure(made);
    }
    const QList<ChartLine> lines{lineOf(series, {})};
    made.about =
        Html(u"People per %1, %2 to %3. The band is the 95 % interval of each number. A gap was not published, "
             "which is not zero. Newer ones are still open: a %1 is closed 21 days after its end."_s.arg(
                 unit, periodText(series.axis.first()), periodText(series.axis.last())));
    made.body = lineChart(series.axis, lines, describe(series, lines, title));
    made.asTable = tableOf(series, lines, title);
    return figure(made);
}

Html levels(const PageData &data)
{
    return html(
               u"<section><h2>What each level sends, and where to</h2><p>Each level includes the ones above it in this "
               u"table. Each has a host of its own, so that a firewall can block one.</p>")
           + levelTable(data.dictionary(), u"collected.html"_s) + html(u"<p>")
           + link(u"collected.html"_s, u"Every field, with examples"_s) + html(u"</p></section>");
}

Html sayNo()
{
    return html(u"<section><h2 id=\"no\">How to say no</h2><p>Nothing is sent before you say yes. Afterwards:</p><ul>"
                u"<li>In napari, click “Telemetry” in the status bar and choose another level or none. What waits is "
                u"deleted at "
                u"once, and you are asked whether what was sent shall be erased, too.</li>"
                u"<li>Set <code>NAPARI_TELEMETRY=0</code> or <code>DO_NOT_TRACK=1</code> before napari starts.</li>"
                u"<li>For all people of a computer, its administrator can forbid it, and forbid the "
                u"question.</li></ul></section>");
}

} // namespace

SitePage overviewPage(const PageData &data, const SiteShape &shape)
{
    SitePage page{
        u"index.html"_s,
        u"How many people use napari"_s,
        u"How many people use napari, in the last month, this year and ever: of those who agreed to be counted."_s,
        {},
        {}};
    const TableSeries *months = data.table(u"user"_s, FirstIn::Month);
    const QString growth = months ? growthOf(*months) : QString();
    page.lead =
        element("p", {{"class", u"lead"_s}},
                html(u"These are people who were asked by napari and said yes. "
                     u"<strong>What share of all people said yes is not known</strong>: a no sends nothing. "
                     u"So the numbers are not the size of napari’s community; their change says more than they do."));
    if (!growth.isEmpty())
        page.lead += element("p", {{"class", u"lead"_s}, {"id", u"growth"_s}}, Html(growth));
    page.main = element("ul", {{"class", u"cards"_s}},
                        card(data, FirstIn::Month) + card(data, FirstIn::Year) + card(data, FirstIn::Ever));
    if (months)
        page.main += curve(*months);
    page.main += levels(data) + sayNo();
    if (const TableSeries *weeks = data.table(u"user"_s, FirstIn::Week); weeks && !weeks->axis.isEmpty())
        page.main += html(u"<section><h2>Week by week</h2>") + curve(*weeks) + html(u"</section>");
    Html more = html(u"<section><h2>More</h2><ul>"
                     u"<li><a href=\"method.html\">How people are counted, and what the numbers don’t say</a></li>"
                     u"<li><a href=\"history.html\">Everything that was published, removed or read, and how to check "
                     u"it</a></li>"
                     u"<li><a href=\"downloads.html\">All numbers as CSV, JSON and SQLite</a></li>");
    if (shape.hasVerifier)
        more += html(u"<li><a href=\"verify.html\">Verify a certificate of a plugin’s numbers</a></li>");
    if (shape.hasProposal)
        more += html(u"<li><a href=\"proposal.html\">NAP-8, the proposal that all of this follows</a></li>");
    page.main += more + html(u"</ul></section>");
    return page;
}

} // namespace Telemetry
