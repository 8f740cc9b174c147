#include "client/preview/disk/identifiers.h"

#include "client/preview/identifierstext.h"
#include "client/spool/disk/receiptsfile.h"

namespace Telemetry {

Result<QString> identifiersIn(const QString &spoolFile, const DataDictionary &dictionary)
{
    const auto nothing = IdentifiersText::of(dictionary, {}, {});
    return ReceiptsFile::with(spoolFile, nothing, [&](const SqliteReceipts &receipts) -> Result<QString> {
        const auto events = receipts.events();
        if (!events)
            return events.error();
        const auto erased = receipts.erased();
        if (!erased)
            return erased.error();
        return IdentifiersText::of(dictionary, events.value(), erased.value());
    });
}

} // namespace Telemetry
