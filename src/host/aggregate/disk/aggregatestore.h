#pragma once

#include "host/aggregate/abstractreleasestore.h"

#include <memory>

namespace Telemetry {

class SqliteFile;

/// The releases in one SQLite file, which is published whole. Only adds: a released week is never changed. Its journal
/// is deleted after each transaction, so that the file alone is complete. Not thread-safe.
class AggregateStore final : public AbstractReleaseStore
{
public:
    /// Opens or makes the file. `connection` names the QSqlDatabase connection: unique in the process. Errors:
    /// Unsupported (made by a newer version), Invalid (another program's file), Damaged, Io.
    [[nodiscard]] static Result<std::unique_ptr<AggregateStore>> open(const QString &path, const QString &connection);
    ~AggregateStore() override;

    [[nodiscard]] Result<QList<Release>> releases() const override;
    [[nodiscard]] Result<Done> add(const QList<Release> &releases) override;

private:
    explicit AggregateStore(std::unique_ptr<SqliteFile> file);
    [[nodiscard]] Result<Done> insert(const Release &release);

    const std::unique_ptr<SqliteFile> m_file;
};

} // namespace Telemetry
