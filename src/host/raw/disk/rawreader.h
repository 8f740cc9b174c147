#pragma once

#include "contract/result.h"

#include <QJsonObject>
#include <QSqlDatabase>

#include <functional>
#include <memory>

namespace Telemetry {

/// Reads the collector's raw events while the collector goes on; can't change them. All that is read through one
/// object is of one moment. Not thread-safe.
class RawReader
{
public:
    /// Told of each event: topic, week as stored, value. An event whose value can't be read has an empty one.
    using Visitor = std::function<void(const QString &topic, const QString &week, const QJsonObject &value)>;

    /// `connection` names the QSqlDatabase connection: unique in the process. Errors: NotFound, Unsupported (made by a
    /// newer version), Invalid (another program's file), Io.
    [[nodiscard]] static Result<std::unique_ptr<RawReader>> open(const QString &path, const QString &connection);
    ~RawReader();
    Q_DISABLE_COPY_MOVE(RawReader)

    /// The number of events. Errors: Io.
    [[nodiscard]] Result<qint64> count() const;
    /// Every event once, in no order that means anything. Errors: Io.
    [[nodiscard]] Result<Done> visit(const Visitor &visitor) const;

private:
    explicit RawReader(const QString &connection);
    [[nodiscard]] Result<Done> prepare();
    [[nodiscard]] Result<Done> execute(const QString &sql) const;
    [[nodiscard]] Result<qint64> number(const QString &sql) const;

    const QString m_connection;
    QSqlDatabase m_database;
};

} // namespace Telemetry
