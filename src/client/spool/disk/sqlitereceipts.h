#pragma once

#include "client/spool/abstractreceipts.h"
#include "client/spool/abstractspool.h"

#include <memory>

namespace Telemetry {

class SpoolDatabase;

/// The receipts in the spool's SQLite file, without a grant: it shows, erases, deletes and forgets what is there, and
/// has no way to record or send anything. Blocks as SqliteSpool does, beside which it may be open; worker thread,
/// destroyed in the thread that opened it. What is deleted is overwritten in the file and in SQLite's log.
class SqliteReceipts final : public AbstractReceipts
{
public:
    /// Opens the file if there is one; makes none. Errors: as SpoolDatabase::openExisting().
    [[nodiscard]] static Result<std::unique_ptr<SqliteReceipts>> open(const QString &file);
    ~SqliteReceipts() override;

    [[nodiscard]] Result<QList<Receipt>> receipts() const override;
    [[nodiscard]] Result<Done> markErased(const QList<Receipt> &erased) override;

    /// Deletes the receipts. What is pending, and the marks of what was erased, stay.
    [[nodiscard]] Result<Done> forget();
    /// Deletes what is pending or refused, as SqliteSpool::purgeAbove(Level::None) does.
    [[nodiscard]] Result<Done> deleteUnsent();
    /// Everything that the file can show, as AbstractSpool::events().
    [[nodiscard]] Result<QList<SpooledEvent>> events() const;
    /// The marks of what was erased.
    [[nodiscard]] Result<QList<Receipt>> erased() const;
    [[nodiscard]] Result<SpoolStatus> status() const;

private:
    explicit SqliteReceipts(std::unique_ptr<SpoolDatabase> database);
    [[nodiscard]] Result<QList<Receipt>> select(const QString &condition) const;

    std::unique_ptr<SpoolDatabase> m_database;
};

} // namespace Telemetry
