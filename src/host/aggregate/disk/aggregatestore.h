#pragma once

#include "host/aggregate/release.h"

#include "contract/result.h"

#include <QSqlDatabase>

#include <memory>

namespace Telemetry {

/// The releases in one SQLite file, which is published whole. Only adds: a released week is never changed. Its journal
/// is deleted after each transaction, so that the file alone is complete. Not thread-safe.
class AggregateStore
{
public:
    /// Opens or makes the file. `connection` names the QSqlDatabase connection: unique in the process. Errors:
    /// Unsupported (made by a newer version), Invalid (another program's file), Io.
    [[nodiscard]] static Result<std::unique_ptr<AggregateStore>> open(const QString &path, const QString &connection);
    ~AggregateStore();
    Q_DISABLE_COPY_MOVE(AggregateStore)

    /// All releases, sorted by week. Errors: Io, Invalid.
    [[nodiscard]] Result<QList<Release>> releases() const;
    /// Adds all or none. Errors: Io, also when one of the weeks is released already.
    [[nodiscard]] Result<Done> add(const QList<Release> &releases);

private:
    explicit AggregateStore(const QString &connection);
    [[nodiscard]] Result<Done> prepareSchema();
    [[nodiscard]] Result<Done> insert(const Release &release);
    [[nodiscard]] Result<Done> execute(const QString &sql) const;
    [[nodiscard]] Result<qint64> number(const QString &sql) const;

    const QString m_connection;
    QSqlDatabase m_database;
};

} // namespace Telemetry
