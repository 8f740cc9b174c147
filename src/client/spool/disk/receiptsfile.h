#pragma once

#include "client/spool/abstractspool.h"
#include "client/spool/disk/sqlitereceipts.h"

#include <QString>

/// What can be done with a spool's file without a grant. No file is made where there is none: then there is nothing,
/// which is no error. Worker thread. Errors: as SqliteReceipts::open().
namespace Telemetry::ReceiptsFile {

/// Deletes the receipts.
[[nodiscard]] Result<Done> forget(const QString &file);
/// Deletes what has not been sent; of a damaged file, or one that is out of reach, everything that can't be read.
[[nodiscard]] Result<Done> deleteUnsent(const QString &file);
[[nodiscard]] Result<SpoolStatus> status(const QString &file);

/// What `use` makes of the receipts; `nothing` when there is no file.
template<typename T, typename Use> [[nodiscard]] Result<T> with(const QString &file, const T &nothing, Use use)
{
    auto receipts = SqliteReceipts::open(file);
    if (receipts)
        return use(*receipts.value());
    if (receipts.error().code == Error::Code::NotFound)
        return nothing;
    return receipts.error();
}

} // namespace Telemetry::ReceiptsFile
