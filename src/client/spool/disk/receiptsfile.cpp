#include "client/spool/disk/receiptsfile.h"

#include "client/spool/disk/spooldatabase.h"

namespace Telemetry::ReceiptsFile {

Result<Done> forget(const QString &file)
{
    return with(file, Done{}, [](SqliteReceipts &receipts) { return receipts.forget(); });
}

Result<Done> deleteUnsent(const QString &file)
{
    const auto done = with(file, Done{}, [](SqliteReceipts &receipts) { return receipts.deleteUnsent(); });
    if (done || done.error().code != Error::Code::Damaged)
        return done;
    // What can't be read is set aside, and goes; receipts that can be are kept.
    if (const auto repaired = SpoolDatabase::open(file); !repaired)
        return repaired.error();
    return with(file, Done{}, [](SqliteReceipts &receipts) { return receipts.deleteUnsent(); });
}

Result<SpoolStatus> status(const QString &file)
{
    return with(file, SpoolStatus{}, [](const SqliteReceipts &receipts) { return receipts.status(); });
}

} // namespace Telemetry::ReceiptsFile
