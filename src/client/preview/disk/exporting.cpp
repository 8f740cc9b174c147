#include "client/preview/disk/exporting.h"

#include "client/preview/eventexport.h"
#include "client/spool/disk/sqlitepreview.h"
#include "platform/disk/wholefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<QList<SpooledEvent>> eventsOf(const SqlitePreview &spool, EventStore::Kind kind)
{
    QList<SpooledEvent> events;
    const auto each = [&](const SpooledEvent &event) {
        events.append(event);
        return true;
    };
    const auto read = kind == EventStore::Kind::Sent ? spool.sent(each) : spool.unsent(each);
    if (!read)
        return read.error();
    return events;
}

QString suggestedExportFile()
{
    return QDir::home().filePath(u"napari-telemetry.csv"_s);
}

Result<Done> exportEvents(const QList<SpooledEvent> &events, const DataDictionary &dictionary, const QString &file)
{
    const bool csv = file.endsWith(u".csv"_s, Qt::CaseInsensitive);
    return WholeFile::writeForUser(file, csv ? EventExport::toCsv(events, dictionary)
                                             : EventExport::toJson(events, dictionary));
}

} // namespace Telemetry
