#include "client/upload/disk/receipteraser.h"

#include "client/spool/chosenreceipts.h"
#include "client/spool/disk/sqlitereceipts.h"
#include "client/upload/uploadinterface.h"

#include <QFileInfo>

namespace Telemetry {

ReceiptEraser::ReceiptEraser(const QString &spoolFile, const QString &markFile, const Endpoints &endpoints)
    : m_spoolFile(spoolFile)
    , m_endpoints(endpoints)
    , m_mark(markFile)
{
}

ReceiptEraser::~ReceiptEraser() = default;

Result<Done> ReceiptEraser::remember(EraseOrder &order)
{
    if (order.resumed) {
        auto chosen = m_mark.read();
        if (!chosen) // an erasing can't be undone: nothing is guessed
            return Error{chosen.error().code,
                         tr("what you chose can't be read any more: %1").arg(chosen.error().detail)};
        order.chosen = std::move(chosen).value();
    } else if (QFileInfo::exists(m_spoolFile)) {
        (void)m_mark.write(order.chosen); // where it can't be, the erasing is done all the same, but not resumed
    }
    return Done{};
}

void ReceiptEraser::begin(EraseOrder order, UploadInterface &upload, std::function<void(const EraseReport &)> finished)
{
    auto receipts = SqliteReceipts::open(m_spoolFile);
    if (!receipts) {
        const bool nothing = receipts.error().code == Error::Code::NotFound;
        finished({{}, nothing ? QString() : receipts.error().detail});
        return;
    }
    m_receipts = std::move(receipts).value();
    if (!order.chosen.isEmpty())
        m_receipts = std::make_unique<ChosenReceipts>(std::move(m_receipts), order.chosen);
    m_eraser = upload.createEraser(std::move(order.grant), *m_receipts, m_endpoints);
    m_eraser->erase([this, finished = std::move(finished)](const EraseReport &report) {
        m_eraser.reset();
        m_receipts.reset();
        finished(report);
    });
}

} // namespace Telemetry
