#pragma once

#include "client/spool/abstractspool.h"
#include "client/spool/eventkey.h"

#include <functional>
#include <memory>
#include <optional>

namespace Telemetry {

class SpoolDatabase;

/// What a person does with the spool's SQLite file: looks at it, takes pending events out, and puts them back. Without
/// a grant, because nothing can be recorded or sent by it. Blocks as SqliteSpool does, beside which it may be open;
/// worker thread, destroyed in the thread that opened it. What is taken out is overwritten in the file and in SQLite's
/// log.
class SqlitePreview
{
public:
    /// Opens the file if there is one, without checking the whole of it; makes none. Errors: as
    /// SpoolDatabase::openExisting().
    [[nodiscard]] static Result<std::unique_ptr<SqlitePreview>> open(const QString &file);
    ~SqlitePreview();
    Q_DISABLE_COPY_MOVE(SqlitePreview)

    /// Calls `each` for every event in the order of the file, which says nothing, until it returns false. One that
    /// can't be read is left out.
    [[nodiscard]] Result<Done> unsent(const std::function<bool(const SpooledEvent &)> &each) const;
    /// In the same way what the collector has, or may have: event and bytes are those of the receipt.
    [[nodiscard]] Result<Done> sent(const std::function<bool(const SpooledEvent &)> &each) const;
    /// Nothing when it is not there any more.
    [[nodiscard]] Result<std::optional<SpooledEvent>> event(const EventKey &key) const;

    /// Takes these out, those of them that are pending or refused, so that they are not recorded again in their week
    /// either: a mark with their reporter stays, or the receipt of the value that was sent before. Returns what was
    /// taken out.
    [[nodiscard]] Result<QList<SpooledEvent>> remove(const QList<EventKey> &keys);
    /// Puts back what remove() took out, except what has been sent, erased or recorded otherwise since. Returns how
    /// many were put back.
    [[nodiscard]] Result<int> restore(const QList<SpooledEvent> &removed);

private:
    explicit SqlitePreview(std::unique_ptr<SpoolDatabase> database);
    [[nodiscard]] Result<bool> removeOne(const SpooledEvent &event);

    std::unique_ptr<SpoolDatabase> m_database;
};

} // namespace Telemetry
