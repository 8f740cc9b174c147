#pragma once

#include "host/raw/abstractrawreader.h"

#include <memory>

namespace Telemetry {

class SqliteFile;

/// Reads the collector's raw events while the collector goes on; can't change them. All that is read through one
/// object is of one moment. Not thread-safe.
class RawReader final : public AbstractRawReader
{
public:
    /// Errors: as RawFile::openToRead().
    [[nodiscard]] static Result<std::unique_ptr<RawReader>> open(const QString &path, const QString &connection);
    ~RawReader() override;

    [[nodiscard]] Result<qint64> count() const override;
    [[nodiscard]] Result<QStringList> periods() const override;
    [[nodiscard]] Result<Done> visit(const Visitor &visitor) const override;

private:
    explicit RawReader(std::unique_ptr<SqliteFile> file);

    const std::unique_ptr<SqliteFile> m_file;
};

} // namespace Telemetry
