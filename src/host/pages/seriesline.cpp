#include "host/pages/seriesline.h"

#include "host/pages/periodaxis.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// "0.9" of "0.9.0": that is when there is something new. The others are marks without letters.
QString labelOf(const QString &version)
{
    return version.endsWith(u".0"_s) && version.count(u'.') == 2 ? version.chopped(2) : QString();
}

QList<ChartNote> notesOf(const PageData &data, const QStringList &axis)
{
    QList<ChartNote> notes;
    for (const NapariRelease &release : data.releases()) {
        const qsizetype place = placeOf(release.day, axis);
        if (place < 0)
            continue;
        const QString words = u"napari %1 (%2)"_s.arg(release.version, dayText(release.day));
        if (notes.isEmpty() || notes.last().place != place) {
            notes.append({place, labelOf(release.version), words});
            continue;
        }
        ChartNote &same = notes.last();
        same.words = listed({same.words, words});
        if (const QString label = labelOf(release.version); !label.isEmpty())
            same.label = label;
    }
    return notes;
}

} // namespace

ChartAxis chartAxisOf(const PageData &data, const TableSeries &series)
{
    const QStringList periods = series.axis + series.open;
    return {periods, series.open.size(), notesOf(data, periods)};
}

ChartLine lineOf(const TableSeries &series, const QStringList &key, const QString &name)
{
    ChartLine line{name, {}};
    for (const QString &period : series.axis)
        line.numbers.append(series.number(period, key));
    return line;
}

std::optional<PeopleWithin> wholeOf(const PageData &data, const TableSeries &series, const QString &period)
{
    if (series.topic->level != Level::Basic || series.table->dimensions.isEmpty())
        return std::nullopt;
    const TableSeries *users = data.table(u"user"_s, series.table->period);
    return users ? users->number(period, {}) : std::nullopt;
}

PeopleWithin shareOf(const PeopleWithin &part, const PeopleWithin &whole)
{
    const auto share = [](qint64 number, qint64 of, bool up) {
        const qint64 divisor = std::max<qint64>(1, of);
        return std::clamp<qint64>((1000 * number + (up ? divisor - 1 : 0)) / divisor, 0, 1000);
    };
    const qint64 middle =
        std::clamp<qint64>((2000 * part.people + whole.people) / std::max<qint64>(1, 2 * whole.people), 0, 1000);
    return {middle, share(part.low, whole.high, false), share(part.high, whole.low, true)};
}

ChartLine sharesOf(const PageData &data, const TableSeries &series, const ChartLine &line)
{
    ChartLine shares{line.name, {}};
    for (qsizetype place = 0; place < line.numbers.size(); ++place) {
        const auto whole = wholeOf(data, series, series.axis[place]);
        const auto &part = line.numbers[place];
        shares.numbers.append(part && whole && whole->people > 0 ? std::optional(shareOf(*part, *whole))
                                                                 : std::nullopt);
    }
    return shares;
}

} // namespace Telemetry
