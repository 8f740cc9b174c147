#pragma once

#include "host/aggregate/abstractreleasestore.h"

#include <memory>

namespace Telemetry {

class SqliteFile;
namespace ReleaseRows {
class CellQuery;
}

/// Releases, candidates and removals in one SQLite file. Its journal is deleted after each transaction, so that the
/// file alone is complete; what is deleted is overwritten. Not thread-safe.
class AggregateStore final : public AbstractReleaseStore
{
public:
    /// Opens or makes the file. `connection` names the QSqlDatabase connection: unique in the process. Errors:
    /// Unsupported (made by a newer version), Invalid (another program's file), Damaged, Io.
    [[nodiscard]] static Result<std::unique_ptr<AggregateStore>> open(const QString &path, const QString &connection);
    ~AggregateStore() override;

    [[nodiscard]] Result<QList<Release>> releases() const override;
    [[nodiscard]] Result<QList<Release>> outlines(Which which) const override;
    [[nodiscard]] Result<Release> release(const Period &period) const override;
    [[nodiscard]] Result<QList<ReleasedCell>> cells(const Period &period, const QString &table) const override;
    [[nodiscard]] Result<Done> atOneMoment(const std::function<Result<Done>()> &read) const override;
    [[nodiscard]] Result<QList<Candidate>> candidates() const override;
    [[nodiscard]] Result<Done> addCandidates(const QList<Candidate> &candidates, QDate day,
                                             const std::optional<QString> &again) override;
    [[nodiscard]] Result<Done> releaseCandidates() override;
    [[nodiscard]] Result<QDate> lastRun() const override;
    [[nodiscard]] Result<QList<Redraw>> redraws() const override;
    [[nodiscard]] Result<QList<Removal>> removals() const override;
    [[nodiscard]] Result<Done> remove(const Removal &removal, const QList<Release> &releases,
                                      const QList<Candidate> &candidates) override;
    [[nodiscard]] Result<Done> rebuild() override;

private:
    explicit AggregateStore(std::unique_ptr<SqliteFile> file);
    [[nodiscard]] Result<Done> insert(const Candidate &candidate) const;
    [[nodiscard]] Result<Done> dropCandidates() const;

    const std::unique_ptr<SqliteFile> m_file;
    const std::unique_ptr<ReleaseRows::CellQuery> m_cells; ///< goes before the file
};

} // namespace Telemetry
