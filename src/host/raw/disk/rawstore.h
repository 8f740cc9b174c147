#pragma once

#include "host/raw/abstractrawstore.h"
#include "host/raw/disk/rawfacts.h"

#include "contract/datadictionary.h"

#include <QSqlQuery>

#include <memory>
#include <optional>

namespace Telemetry {

class RawHold;
class SqliteFile;

/// The raw events in one SQLite file, mode 0600: WAL, synchronous=FULL, what is deleted is overwritten. Another process
/// may read the file meanwhile.
class RawStore final : public AbstractRawStore
{
public:
    /// The dictionary must outlive the store. Errors: as RawFile::openToWrite(), and Busy (another collector has it).
    [[nodiscard]] static Result<std::unique_ptr<AbstractRawStore>> open(const QString &path,
                                                                        const DataDictionary &dictionary,
                                                                        const QString &connection);
    ~RawStore() override;

    [[nodiscard]] Result<QList<StoreOutcome>> commit(const QList<StoreRequest> &requests) override;
    [[nodiscard]] Result<Done> check() override;
    [[nodiscard]] Result<qint64> deleteOld(const QDateTime &now) override;
    [[nodiscard]] Result<Done> truncateLog() override;
    [[nodiscard]] Result<Done> rebuild() override;

private:
    /// What a transaction makes of one reporter.
    struct Row
    {
        QByteArray before;          ///< key of its fact in the file; empty: it is not there
        std::optional<RawFact> now; ///< nothing: it is not there
    };
    using Rows = QMap<QByteArray, Row>; ///< by reporter, in the order in which they are written

    RawStore(const DataDictionary &dictionary, std::unique_ptr<RawHold> hold, std::unique_ptr<SqliteFile> file);
    [[nodiscard]] Result<Done> prepare();
    /// Whether it may be used at all.
    [[nodiscard]] Result<Done> usable() const;
    /// Hands on a result, and remembers damage.
    template<typename T> [[nodiscard]] Result<T> noted(Result<T> result);

    [[nodiscard]] Result<QList<StoreOutcome>> tryCommit(const QList<StoreRequest> &requests);
    [[nodiscard]] Result<StoreOutcome> apply(const StoreRequest &request, Rows &rows);
    [[nodiscard]] Result<Row *> rowOf(const Reporter &reporter, Rows &rows);
    /// True when stored, false when the reporter is there with another topic or period.
    [[nodiscard]] Result<bool> put(const Event &event, Rows &rows);
    [[nodiscard]] Result<RawFacts::Changes> write(const Rows &rows);
    [[nodiscard]] Result<qint64> tryDelete(const QList<QString> &periods);
    [[nodiscard]] Result<Done> tryTruncate();

    const DataDictionary &m_dictionary;
    const std::unique_ptr<RawHold> m_hold;
    const std::unique_ptr<SqliteFile> m_file; // before the statements, which have to go before it
    RawFacts m_facts;
    QSqlQuery m_select;
    QSqlQuery m_upsert;
    QSqlQuery m_delete;
    std::optional<Error> m_damage;
};

} // namespace Telemetry
