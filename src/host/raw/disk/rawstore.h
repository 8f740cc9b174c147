#pragma once

#include "host/raw/abstractrawstore.h"

#include "contract/datadictionary.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>

namespace Telemetry {

/// The raw events in one SQLite file, mode 0600: WAL, synchronous=FULL, what is deleted is overwritten. Another process
/// may read the file meanwhile.
class RawStore final : public AbstractRawStore
{
public:
    /// Opens or makes the file. `connection` names the QSqlDatabase connection: unique in the process. The dictionary
    /// must outlive the store. Errors: Unsupported (made by a newer version), Invalid (another program's file), Io.
    [[nodiscard]] static Result<std::unique_ptr<AbstractRawStore>> open(const QString &path,
                                                                        const DataDictionary &dictionary,
                                                                        const QString &connection);
    ~RawStore() override;

    [[nodiscard]] Result<QList<StoreOutcome>> commit(const QList<StoreRequest> &requests) override;
    [[nodiscard]] Result<Done> truncateLog() override;
    [[nodiscard]] Result<Done> rebuild() override;

private:
    RawStore(const DataDictionary &dictionary, const QString &connection);
    [[nodiscard]] Result<Done> prepareSchema();
    [[nodiscard]] Result<Done> prepareStatements();
    [[nodiscard]] Result<Done> execute(const QString &sql);
    [[nodiscard]] Result<qint64> number(const QString &sql);
    [[nodiscard]] Result<StoreOutcome> apply(const StoreRequest &request);
    /// True when stored, false when the reporter is there with another week.
    [[nodiscard]] Result<bool> put(const Event &event);
    [[nodiscard]] Result<Done> erase(const StoreRequest::Erasure &erasure);

    const DataDictionary &m_dictionary;
    const QString m_connection;
    QSqlDatabase m_database;
    QSqlQuery m_select;
    QSqlQuery m_upsert;
    QSqlQuery m_delete;
};

} // namespace Telemetry
