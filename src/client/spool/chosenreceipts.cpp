#include "client/spool/chosenreceipts.h"

namespace Telemetry {

ChosenReceipts::ChosenReceipts(std::unique_ptr<AbstractReceipts> inner, const QList<EventKey> &chosen)
    : m_inner(std::move(inner))
    , m_chosen(chosen.begin(), chosen.end())
{
}

Result<QList<Receipt>> ChosenReceipts::receipts() const
{
    auto all = m_inner->receipts();
    if (!all)
        return all;
    QList<Receipt> receipts = std::move(all).value();
    receipts.removeIf([this](const Receipt &receipt) {
        return !m_chosen.contains(EventKey{receipt.topic, receipt.reporter.bytes()});
    });
    return receipts;
}

} // namespace Telemetry
