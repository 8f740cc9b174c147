#include "host/pages/overviewpage.h"

#include "host/pages/controls.h"
#include "host/pages/leveltable.h"
#include "host/pages/seriesfigure.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What is below a number of so many people, as in "1,230 / people in October 2026".
QString spanOf(FirstIn period, const QString &month, int count)
{
    if (period == FirstIn::Ever)
        return Words::tr("people ever, so far", nullptr, count);
    if (period == FirstIn::Month)
        return Words::tr("people in %1", "a month", count).arg(periodText(month));
    const QString year = month.endsWith(u"-12"_s) ? Words::tr("people in %1", "a year", count)
                                                  : Words::tr("people in %1 so far", "a year", count);
    return year.arg(month.left(4));
}

QString nameOf(FirstIn period)
{
    return period == FirstIn::Year
               ? Words::tr("people in a year")
               : (period == FirstIn::Ever ? Words::tr("people ever") : Words::tr("people in a month"));
}

/// A number that is asked for first, or why there is none.
Html card(const PageData &data, FirstIn period)
{
    constexpr int unknown = 2; // several
    const TableSeries *series = data.table(u"user"_s, period);
    const QString month = series ? series->latest() : QString();
    Html content;
    if (month.isEmpty()) {
        content = element("strong", {{"class", u"none"_s}}, Html(Words::tr("not yet")))
                  + element("span", {}, Html(nameOf(period)))
                  + element("span", {{"class", u"within"_s}}, Html(Words::tr("no month has been published")));
    } else if (const auto number = series->number(month, {}); !number) {
        content = element("strong", {{"class", u"none"_s}}, Html(Words::tr("not published")))
                  + element("span", {}, Html(spanOf(period, month, unknown)))
                  + element("span", {{"class", u"within"_s}}, Html(Words::tr("too few for a number")));
    } else {
        content = element("strong", {}, groupedData(number->people))
                  + element("span", {}, Html(spanOf(period, month, Words::countOf(number->people))))
                  + element("span", {{"class", u"within"_s}},
                            marked(Words::tr("95 % interval: %1"), {intervalData(*number)}));
    }
    return element("li", {{"data-figure", firstInName(period)}}, content);
}

/// Whether they become more: that is only said where the intervals don't meet.
Html growthOf(const TableSeries &series)
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
        const QString change = now->low > before->high   ? Words::tr("it grew")
                               : now->high < before->low ? Words::tr("it shrank")
                                                         : Words::tr("no change that is larger than the noise");
        //: Two months with their numbers of people, and the change
        return marked(Words::tr("%1 had %2 people, %3 had %4: %5."),
                      {Html(periodText(then)), groupedData(before->people), Html(periodText(latest)),
                       groupedData(now->people), Html(change)});
    }
    return {};
}

Html curve(const PageData &data, const TableSeries &series, const PagePlace &place)
{
    const bool weekly = series.table->period == FirstIn::Week;
    const QString title = weekly ? Words::tr("People in each week") : Words::tr("People in each month");
    Figure made{series.table->table, title, {}, {}, {}, &series, place};
    if (series.axis.isEmpty()) {
        made.about = Html(weekly ? Words::tr("People per week.") : Words::tr("People per month."));
        made.body = element(
            "p", {{"class", u"message"_s}},
            Html(weekly ? Words::tr("No week has been published yet. A week is closed 21 days after its end, and "
                                    "published then.")
                        : Words::tr("No month has been published yet. A month is closed 21 days after its end, "
                                    "and published then.")));
        return figure(made);
    }
    const QString about =
        weekly
            ? Words::tr("People per week, %1 to %2. The band is the 95 % interval of each number. A gap was not "
                        "published, which is not zero. Newer ones are still open: a week is closed 21 days after its "
                        "end.")
            : Words::tr("People per month, %1 to %2. The band is the 95 % interval of each number. A gap was not "
                        "published, which is not zero. Newer ones are still open: a month is closed 21 days after "
                        "its end.");
    made.about = Html(about.arg(periodText(series.axis.first()), periodText(series.axis.last())));
    return seriesFigure(data, {made.id, title, made.about, &series, {lineOf(series, {})}, place});
}

/// The number of the last month of each year, which is of all months up to it.
Html years(const PageData &data, const PagePlace &place)
{
    const TableSeries *series = data.table(u"user"_s, FirstIn::Year);
    if (!series || series->axis.isEmpty())
        return {};
    QMap<QString, QString> lastOf;
    for (const QString &month : series->released)
        lastOf.insert(month.left(4), month);
    Html rows;
    for (auto year = lastOf.end(); year != lastOf.begin();) {
        --year;
        const auto number = series->number(year.value(), {});
        const Html cells =
            number ? element("td", {{"class", u"number"_s}}, groupedData(number->people))
                         + element("td", {{"class", u"within"_s}}, intervalData(*number))
                   : element("td", {{"class", u"none"_s}, {"colspan", u"2"_s}}, Html(Words::tr("not published")));
        rows += element("tr", {{"data-period", year.key()}},
                        element("th", {{"scope", u"row"_s}}, Html(year.key())) + cells
                            + element("td", {}, Html(periodText(year.value()))));
    }
    const Html head = columnHead(Words::tr("year")) + columnHead(Words::tr("people"), u"number"_s)
                      + columnHead(Words::tr("95 % interval"), u"within"_s) + columnHead(Words::tr("up to"));
    const QString title = Words::tr("People in each year");
    return figure(
        {series->table->table,
         title,
         Html(Words::tr("People who were there at least once in the year, up to the month that is named. Each is "
                        "counted once.")),
         scrolled(title, {}, head, rows),
         {},
         series,
         place,
         FigureUnit::Year});
}

Html section(const QString &title, const Html &content, const QString &id = {})
{
    return element("section", {}, element("h2", {{"id", id}}, Html(title)) + content);
}

Html levels(const PageData &data, const PagePlace &place)
{
    const QString address = place.home + u"collected.html"_s;
    return section(Words::tr("What each level sends, and where to"),
                   element("p", {},
                           Html(Words::tr("Each level includes the ones above it in this table. Each has a host of its "
                                          "own, so that a firewall can block one.")))
                       + levelTable(data.dictionary(), address)
                       + element("p", {}, link(address, Words::tr("Every field, with examples"))));
}

Html sayNo()
{
    const QList<Html> ways{
        Html(Words::tr("In napari, click “Telemetry” in the status bar and choose another level or none. What waits is "
                       "deleted at once, and you are asked whether what was sent shall be erased, too.")),
        marked(Words::tr("Set <code>NAPARI_TELEMETRY=0</code> or <code>DO_NOT_TRACK=1</code> before napari starts.")),
        Html(Words::tr("For all people of a computer, its administrator can forbid it, and forbid the question."))};
    Html items;
    for (const Html &way : ways)
        items += element("li", {}, way);
    return section(Words::tr("How to say no"),
                   element("p", {}, Html(Words::tr("Nothing is sent before you say yes. Afterwards:")))
                       + element("ul", {}, items),
                   u"no"_s);
}

Html more(const SiteShape &shape, const PagePlace &place)
{
    QList<std::pair<QString, QString>> links{
        {place.home + u"method.html"_s, Words::tr("How people are counted, and what the numbers don’t say")},
        {place.home + u"history.html"_s,
         Words::tr("Everything that was published, removed or read, and how to check it")},
        {place.home + u"downloads.html"_s, Words::tr("All numbers as CSV, JSON and SQLite")}};
    if (shape.hasVerifier)
        links.append({place.home + u"verify.html"_s, Words::tr("Verify a certificate of a plugin’s numbers")});
    if (shape.hasProposal)
        links.append({place.root + u"proposal.html"_s, Words::tr("NAP-8, the proposal that all of this follows")});
    Html items;
    for (const auto &[address, text] : std::as_const(links))
        items += element("li", {}, link(address, text));
    return section(Words::tr("More"), element("ul", {}, items));
}

} // namespace

SitePage overviewPage(const PageData &data, const SiteShape &shape, const PagePlace &place)
{
    SitePage page{u"index.html"_s,
                  Words::tr("How many people use napari"),
                  Words::tr("How many people use napari, in the last month, this year and ever: of those who agreed to "
                            "be counted."),
                  {},
                  {}};
    const TableSeries *months = data.table(u"user"_s, FirstIn::Month);
    const Html growth = months ? growthOf(*months) : Html();
    page.lead =
        element("p", {{"class", u"lead"_s}},
                marked(Words::tr("These are people who were asked by napari and said yes. <strong>What share of "
                                 "all people said yes is not known</strong>: a no sends nothing. So the numbers "
                                 "are not the size of napari’s community; their change says more than they "
                                 "do.")));
    if (!growth.isEmpty())
        page.lead += element("p", {{"class", u"lead"_s}, {"id", u"growth"_s}}, growth);
    page.main = element("ul", {{"class", u"cards"_s}},
                        card(data, FirstIn::Month) + card(data, FirstIn::Year) + card(data, FirstIn::Ever));
    page.main +=
        figureControls({data.spannedMonths(), {FigureUnit::Week, FigureUnit::Month, FigureUnit::Year}, false}, shape);
    if (months)
        page.main += curve(data, *months, place);
    page.main += levels(data, place) + sayNo();
    if (const TableSeries *weeks = data.table(u"user"_s, FirstIn::Week); weeks && !weeks->axis.isEmpty())
        page.main += section(Words::tr("Week by week"), curve(data, *weeks, place));
    page.main += years(data, place);
    page.main += more(shape, place);
    return page;
}

} // namespace Telemetry
