#include "client/preview/eventtext.h"

#include "client/language/language.h"
#include "client/spool/sendable.h"
#include "contract/period.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QString EventText::state(const EventStore &store, const EventStore::Row &row, const DataDictionary &dictionary,
                         const QSet<QString> &held, std::optional<Week> now)
{
    if (store.kind() == EventStore::Kind::Sent) {
        const QDate day = QDate::fromString(store.detail(row), Qt::ISODate);
        return day.isValid() ? Language::locale().toString(day, QLocale::ShortFormat) : tr("day not kept");
    }
    if (row.state == SpooledEvent::State::Refused)
        return tr("refused by the server: %1").arg(store.detail(row));
    const auto week = Week::fromString(store.week(row));
    if (now && week) {
        switch (departureOf(store.topic(row), *week, dictionary, held, *now)) {
        case Departure::StillGrowing:
            return tr("still growing; sent after the week");
        case Departure::Held:
            return tr("held, not sent");
        case Departure::Never:
            return tr("unknown to this version, not sent");
        case Departure::Now:
            break;
        }
    }
    return tr("waiting to be sent");
}

QString EventText::period(const QString &period)
{
    const auto found = Period::fromString(period);
    if (!found || !found->isMonth())
        return period;
    return tr("once in %1").arg(Language::locale().toString(found->firstWeek().thursday(), u"MMMM yyyy"_s));
}

QString EventText::answer(bool accepted)
{
    return accepted ? tr("accepted") : tr("no answer; it may have arrived");
}

} // namespace Telemetry
