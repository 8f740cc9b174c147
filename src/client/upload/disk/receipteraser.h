#pragma once

#include "client/spool/disk/erasingmark.h"
#include "client/upload/abstracteraser.h"
#include "client/upload/eraseorder.h"
#include "contract/endpoints.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace Telemetry {

class AbstractReceipts;
class UploadInterface;

/// Has erased at the collector what a spool has receipts of, and remembers on disk what the user chose until that has
/// ended, so that it can go on after the end of napari. Needs no grant of collecting. Worker thread.
class ReceiptEraser
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::ReceiptEraser)
public:
    /// `markFile` is ClientFiles::erasing().
    ReceiptEraser(const QString &spoolFile, const QString &markFile, const Endpoints &endpoints);
    ~ReceiptEraser();
    Q_DISABLE_COPY_MOVE(ReceiptEraser)

    /// Remembers what is to be erased, or, when it is resumed, reads what was remembered into it. To be called when the
    /// user has clicked, however long begin() has to wait. Errors: those of ErasingMark::read(), translated: then
    /// nothing is erased, because nobody knows what was chosen.
    [[nodiscard]] Result<Done> remember(EraseOrder &order);
    /// Erases. `finished` is called once, maybe before this returns; not when this goes, which aborts. Not while
    /// isErasing().
    void begin(EraseOrder order, UploadInterface &upload, std::function<void(const EraseReport &)> finished);
    [[nodiscard]] bool isErasing() const { return m_eraser != nullptr; }
    /// What was remembered has ended, well or not: the user is told, and may click again.
    void forget() { m_mark.remove(); }

private:
    const QString m_spoolFile;
    const Endpoints m_endpoints;
    ErasingMark m_mark;
    std::unique_ptr<AbstractReceipts> m_receipts;
    std::unique_ptr<AbstractEraser> m_eraser; ///< destroyed before the receipts that it uses
};

} // namespace Telemetry
