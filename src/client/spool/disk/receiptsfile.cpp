#include "client/spool/disk/receiptsfile.h"

namespace Telemetry::ReceiptsFile {

Result<Done> forget(const QString &file)
{
    return with(file, Done{}, [](SqliteReceipts &receipts) { return receipts.forget(); });
}

Result<Done> deleteUnsent(const QString &file)
{
    return with(file, Done{}, [](SqliteReceipts &receipts) { return receipts.deleteUnsent(); });
}

Result<SpoolStatus> status(const QString &file)
{
    return with(file, SpoolStatus{}, [](const SqliteReceipts &receipts) { return receipts.status(); });
}

} // namespace Telemetry::ReceiptsFile
