#pragma once

#include "host/raw/abstractrawstore.h"
#include "host/raw/disk/rawchange.h"
#include "host/raw/disk/rawfacts.h"
#include "host/raw/disk/rawgaps.h"
#include "host/raw/disk/rawtidying.h"

#include "contract/datadictionary.h"

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
    [[nodiscard]] Result<QStringList> periods() override;
    [[nodiscard]] Result<TidyStep> tidyStep(const QStringList &old, QDate today) override;
    [[nodiscard]] Result<QDate> tidiedOn() override;
    [[nodiscard]] Result<Done> truncateLog() override;
    [[nodiscard]] Result<Done> check() override;
    [[nodiscard]] RawSizes sizes() const override;

private:
    RawStore(const QString &path, const DataDictionary &dictionary, std::unique_ptr<RawHold> hold,
             std::unique_ptr<SqliteFile> file);
    [[nodiscard]] Result<Done> prepare();
    /// Whether it may be used at all.
    [[nodiscard]] Result<Done> usable() const;
    /// Hands on a result, and remembers damage.
    template<typename T> [[nodiscard]] Result<T> noted(Result<T> result);

    [[nodiscard]] Result<QList<StoreOutcome>> tryCommit(const QList<StoreRequest> &requests);
    [[nodiscard]] Result<TidyStep> tryTidy(const QStringList &old, QDate today);
    [[nodiscard]] Result<QDate> readTidiedOn() const;
    [[nodiscard]] Result<Done> tryTruncate();
    [[nodiscard]] Result<Done> rebuildIfSmall();

    const QString m_path;
    const std::unique_ptr<RawHold> m_hold;
    RawGaps m_gaps;                           // before the connection, which has to be closed first
    const std::unique_ptr<SqliteFile> m_file; // before the statements, which have to go before it
    RawFacts m_facts;
    RawChange m_change;
    RawTidying m_tidying;
    std::optional<Error> m_damage;
    bool m_rowsChanged = true; ///< since it was last rebuilt
};

} // namespace Telemetry
