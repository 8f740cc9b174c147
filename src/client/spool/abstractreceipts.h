#pragma once

#include "contract/level.h"
#include "contract/period.h"
#include "contract/reporter.h"
#include "contract/result.h"

#include <QList>
#include <QString>

namespace Telemetry {

/// What is needed to erase an event that was sent.
struct Receipt
{
    QString topic;
    Period period;
    Reporter reporter;
    Level level = Level::Full;

    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// The receipts of one spool, for erasing. It needs no grant, because nothing can be recorded or sent by it. One
/// thread at a time (the worker thread); it may do file input and output.
class AbstractReceipts
{
public:
    AbstractReceipts() = default;
    virtual ~AbstractReceipts();
    Q_DISABLE_COPY_MOVE(AbstractReceipts)

    /// Everything that the collector has, or may have, by level, period and reporter.
    [[nodiscard]] virtual Result<QList<Receipt>> receipts() const = 0;
    /// The collector has erased these: nothing stays of them but a mark that keeps them from being recorded again.
    [[nodiscard]] virtual Result<Done> markErased(const QList<Receipt> &erased) = 0;
};

} // namespace Telemetry
