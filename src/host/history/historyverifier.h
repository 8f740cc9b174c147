#pragma once

#include "host/history/abstractpublicsource.h"
#include "host/history/historychain.h"
#include "host/history/historyreport.h"

namespace Telemetry {

/// Checks a host by its public files alone, as anybody can: that each line of the history follows from the one before,
/// that the keys which were valid then signed it, that the files are what the newest line that names them says, and
/// that the released periods are those of the history. One thread.
class HistoryVerifier
{
public:
    /// `place` is how the report names the source, which must outlive this.
    HistoryVerifier(const QString &place, AbstractPublicSource &source);

    /// Held against another copy of the history, of which only history.jsonl is read.
    void holdAgainst(const QString &place, AbstractPublicSource &second);
    /// Reads all and checks it. Once.
    [[nodiscard]] HistoryReport verify();

private:
    void checkChain();
    void checkHead();
    void checkKeys();
    void checkFiles();
    void checkPeriods();
    void checkAgainst();
    [[nodiscard]] std::optional<QByteArray> read(const QString &path, qsizetype most, const QString &missing);
    void found(const QString &where, const QString &what);

    AbstractPublicSource &m_source;
    AbstractPublicSource *m_second = nullptr;
    QString m_secondPlace;
    std::optional<QByteArray> m_history;
    HistoryChain m_chain;
    HistoryReport m_report;
};

} // namespace Telemetry
