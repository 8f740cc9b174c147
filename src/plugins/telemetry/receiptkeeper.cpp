#include "plugins/telemetry/receiptkeeper.h"

#include "plugins/uploadinterface.h"
#include "preview/identifierstext.h"
#include "spool/chosenreceipts.h"
#include "spool/disk/sqlitereceipts.h"

namespace Telemetry {

namespace {

/// What `use` makes of the receipts; `nothing` when there is no file.
template<typename T, typename Use> Result<T> ofReceipts(const QString &file, const T &nothing, Use use)
{
    auto receipts = SqliteReceipts::open(file);
    if (receipts)
        return use(*receipts.value());
    if (receipts.error().code == Error::Code::NotFound)
        return nothing;
    return receipts.error();
}

} // namespace

ReceiptKeeper::ReceiptKeeper() = default;
ReceiptKeeper::~ReceiptKeeper() = default;

void ReceiptKeeper::erase(EraseGrant grant, const QString &file, const Endpoints &endpoints,
                          const QList<EventKey> &chosen, UploadInterface &upload,
                          const std::function<void(const EraseReport &)> &finished)
{
    auto receipts = SqliteReceipts::open(file);
    if (!receipts) {
        const bool nothing = receipts.error().code == Error::Code::NotFound;
        finished({{}, nothing ? QString() : receipts.error().detail});
        return;
    }
    m_receipts = std::move(receipts).value();
    if (!chosen.isEmpty())
        m_receipts = std::make_unique<ChosenReceipts>(std::move(m_receipts), chosen);
    m_eraser = upload.createEraser(std::move(grant), *m_receipts, endpoints);
    m_eraser->erase([this, finished](const EraseReport &report) {
        m_eraser.reset();
        m_receipts.reset();
        finished(report);
    });
}

Result<Done> ReceiptKeeper::forget(const QString &file)
{
    return ofReceipts(file, Done{}, [](SqliteReceipts &receipts) { return receipts.forget(); });
}

Result<Done> ReceiptKeeper::deleteUnsent(const QString &file)
{
    return ofReceipts(file, Done{}, [](SqliteReceipts &receipts) { return receipts.deleteUnsent(); });
}

Result<SpoolStatus> ReceiptKeeper::status(const QString &file)
{
    return ofReceipts(file, SpoolStatus{}, [](const SqliteReceipts &receipts) { return receipts.status(); });
}

Result<QString> ReceiptKeeper::identifiers(const QString &file, const DataDictionary &dictionary)
{
    const auto nothing = IdentifiersText::of(dictionary, {}, {});
    return ofReceipts(file, nothing, [&](const SqliteReceipts &receipts) -> Result<QString> {
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
