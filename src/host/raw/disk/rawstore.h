#pragma once

#include "host/raw/abstractrawstore.h"

#include "contract/datadictionary.h"

#include <QSqlQuery>

#include <memory>

namespace Telemetry {

class SqliteFile;

/// The raw events in one SQLite file, mode 0600: WAL, synchronous=FULL, what is deleted is overwritten. Another process
/// may read the file meanwhile.
class RawStore final : public AbstractRawStore
{
public:
    /// The dictionary must outlive the store. Errors: as RawFile::openToWrite().
    [[nodiscard]] static Result<std::unique_ptr<AbstractRawStore>> open(const QString &path,
                                                                        const DataDictionary &dictionary,
                                                                        const QString &connection);
    ~RawStore() override;

    [[nodiscard]] Result<QList<StoreOutcome>> commit(const QList<StoreRequest> &requests) override;
    [[nodiscard]] Result<Done> truncateLog() override;
    [[nodiscard]] Result<Done> rebuild() override;

private:
    RawStore(const DataDictionary &dictionary, std::unique_ptr<SqliteFile> file);
    [[nodiscard]] Result<Done> prepareStatements();
    [[nodiscard]] Result<StoreOutcome> apply(const StoreRequest &request);
    /// True when stored, false when the reporter is there with another week.
    [[nodiscard]] Result<bool> put(const Event &event);
    [[nodiscard]] Result<Done> erase(const StoreRequest::Erasure &erasure);

    const DataDictionary &m_dictionary;
    const std::unique_ptr<SqliteFile> m_file; // before the statements, which have to go before it
    QSqlQuery m_select;
    QSqlQuery m_upsert;
    QSqlQuery m_delete;
};

} // namespace Telemetry
