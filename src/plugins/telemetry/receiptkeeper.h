#pragma once

#include "consent/erasegrant.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"
#include "spool/abstractspool.h"
#include "spool/eventkey.h"
#include "upload/abstracteraser.h"

#include <functional>
#include <memory>

namespace Telemetry {

class AbstractReceipts;
class UploadInterface;

/// What can be done with a spool's file without a grant: shown, erased at the collector, forgotten. No file is made
/// where there is none. Worker thread. Errors: as SqliteReceipts::open(), but that a missing file is no error: then
/// there is nothing.
class ReceiptKeeper
{
public:
    ReceiptKeeper();
    ~ReceiptKeeper();
    Q_DISABLE_COPY_MOVE(ReceiptKeeper)

    /// Erases what the file has receipts of; only the chosen ones, if there are any. `finished` is called once, maybe
    /// before this returns; not when the keeper goes, which aborts. Not while isErasing().
    void erase(EraseGrant grant, const QString &file, const Endpoints &endpoints, const QList<EventKey> &chosen,
               UploadInterface &upload, const std::function<void(const EraseReport &)> &finished);
    [[nodiscard]] bool isErasing() const { return m_eraser != nullptr; }

    [[nodiscard]] static Result<Done> forget(const QString &file);
    [[nodiscard]] static Result<Done> deleteUnsent(const QString &file);
    [[nodiscard]] static Result<SpoolStatus> status(const QString &file);
    /// In words for people, see IdentifiersText.
    [[nodiscard]] static Result<QString> identifiers(const QString &file, const DataDictionary &dictionary);

private:
    std::unique_ptr<AbstractReceipts> m_receipts;
    std::unique_ptr<AbstractEraser> m_eraser; ///< destroyed before the receipts that it uses
};

} // namespace Telemetry
