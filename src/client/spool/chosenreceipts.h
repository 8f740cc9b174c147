#pragma once

#include "client/spool/abstractreceipts.h"
#include "client/spool/eventkey.h"

#include <memory>

namespace Telemetry {

/// Some of the receipts of a spool, as if there were no others: so that only what the user chose is erased. Threads as
/// the inner one.
class ChosenReceipts final : public AbstractReceipts
{
public:
    ChosenReceipts(std::unique_ptr<AbstractReceipts> inner, const QList<EventKey> &chosen);

    [[nodiscard]] Result<QList<Receipt>> receipts() const override;
    [[nodiscard]] Result<Done> markErased(const QList<Receipt> &erased) override { return m_inner->markErased(erased); }

private:
    std::unique_ptr<AbstractReceipts> m_inner;
    QSet<EventKey> m_chosen;
};

} // namespace Telemetry
