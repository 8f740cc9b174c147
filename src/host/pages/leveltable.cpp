#include "host/pages/leveltable.h"

#include "contract/endpoints.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QString levelText(Level level)
{
    switch (level) {
    case Level::Basic:
        return Words::tr("basic");
    case Level::Middle:
        return Words::tr("middle");
    case Level::Full:
        return Words::tr("full");
    case Level::None:
        break;
    }
    return Words::tr("no telemetry");
}

Html levelTable(const DataDictionary &dictionary, const QString &page)
{
    Html rows;
    for (const Level level : sendingLevels()) {
        QStringList titles;
        for (const TopicDefinition *topic : dictionary.topicsOfLevel(level))
            titles.append(Words::ofDictionary(topic->title));
        rows += element("tr", {},
                        element("th", {{"scope", u"row"_s}}, link(page + u'#' + levelName(level), levelText(level)))
                            + element("td", {}, Html(listed(titles)))
                            + element("td", {}, element("code", {}, named(Endpoints().displayHost(level)))));
    }
    return scrolled(Words::tr("Levels"), {{"class", u"texts"_s}},
                    columnHead(Words::tr("level")) + columnHead(Words::tr("what is sent"))
                        + columnHead(Words::tr("where to")),
                    rows);
}

} // namespace Telemetry
