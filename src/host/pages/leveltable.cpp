#include "host/pages/leveltable.h"

#include "contract/endpoints.h"
#include "host/pages/wording.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Html levelTable(const DataDictionary &dictionary, const QString &page)
{
    Html rows;
    for (const Level level : sendingLevels()) {
        QStringList titles;
        for (const TopicDefinition *topic : dictionary.topicsOfLevel(level))
            titles.append(topic->title);
        rows += element("tr", {},
                        element("th", {{"scope", u"row"_s}}, link(page + u'#' + levelName(level), levelName(level)))
                            + element("td", {}, Html(listed(titles)))
                            + element("td", {}, element("code", {}, named(Endpoints().displayHost(level)))));
    }
    return html(u"<div class=\"scroll whole\" tabindex=\"0\" role=\"region\" aria-label=\"Levels\"><table "
                u"class=\"texts\"><thead><tr><th scope=\"col\">level</th><th scope=\"col\">what is sent</th><th "
                u"scope=\"col\">where to</th></tr></thead><tbody>")
           + rows + html(u"</tbody></table></div>");
}

} // namespace Telemetry
