#include "host/pages/controls.h"

#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The values and what they are called.
using Choices = QList<std::pair<QString, QString>>;

/// The whole range is an empty choice, so that an address without one shows all.
Html monthChoice(const QString &name, const QString &words, const QString &all, const QStringList &months)
{
    Html options = element("option", {{"value", u""_s}}, Html(all));
    for (const QString &month : months)
        options += element("option", {{"value", month}}, Html(periodText(month)));
    return element("label", {}, Html(words + u' ') + element("select", {{"name", name}}, options));
}

Html radios(const QString &name, const QString &words, const Choices &choices)
{
    Html made = element("legend", {}, Html(words));
    bool isFirst = true;
    for (const auto &[value, title] : choices) {
        made +=
            element(
                "label", {},
                lone("input",
                     {{"type", u"radio"_s}, {"name", name}, {"value", value}, {"checked", isFirst ? u""_s : QString()}})
                    + Html(u' ' + title))
            + html(u" ");
        isFirst = false;
    }
    return element("fieldset", {}, made);
}

QString titleOf(FigureUnit unit)
{
    switch (unit) {
    case FigureUnit::Week:
        return Words::tr("week");
    case FigureUnit::Month:
        return Words::tr("month");
    case FigureUnit::Year:
        break;
    }
    return Words::tr("year");
}

} // namespace

QString unitName(FigureUnit unit)
{
    switch (unit) {
    case FigureUnit::Week:
        return u"week"_s;
    case FigureUnit::Month:
        return u"month"_s;
    case FigureUnit::Year:
        break;
    }
    return u"year"_s;
}

Html figureControls(const FigureControls &controls, const SiteShape &shape)
{
    if (!shape.hasScripts || controls.months.size() < 2)
        return {};
    //: The first month that charts show: "From [July 2026]"; the next is the choice of all
    Html fields = monthChoice(u"from"_s, Words::tr("From"), Words::tr("the first month"), controls.months)
                  + monthChoice(u"to"_s, Words::tr("to"), Words::tr("the last month"), controls.months);
    if (controls.units.size() > 1) {
        //: Charts by week, by month, or both
        Choices units{{u""_s, Words::tr("all")}};
        for (const FigureUnit unit : controls.units)
            units.append({unitName(unit), titleOf(unit)});
        //: What charts count by: "By: all, week, month, year"
        fields += radios(u"by"_s, Words::tr("By"), units);
    }
    if (controls.hasShares)
        //: What charts show: "Show: people, share"
        fields +=
            radios(u"show"_s, Words::tr("Show"), {{u""_s, Words::tr("people")}, {u"share"_s, Words::tr("share")}});
    return element("form",
                   {{"id", u"controls"_s},
                    {"class", u"controls"_s},
                    {"aria-label", Words::tr("What the charts show")},
                    {"hidden", u""_s}},
                   fields + element("button", {{"type", u"reset"_s}}, Html(Words::tr("Show all"))));
}

} // namespace Telemetry
