#pragma once

#include "client/consent/grant.h"
#include "client/spool/abstractheldtopics.h"
#include "client/spool/abstractspool.h"
#include "client/spool/disk/spooldatabase.h"
#include "contract/datadictionary.h"

#include <QSqlQuery>

#include <functional>
#include <memory>
#include <optional>

namespace Telemetry {

/// The spool in one SQLite file, which several processes of a user share. The file is the user's to inspect: names in
/// words, events in the bytes that are sent. Blocks on the disk and, up to Limits::spoolBusyTimeoutMs, on other
/// processes: it lives in the worker thread, and must be used and destroyed in the thread that opened it. What is
/// deleted is overwritten in the file (secure_delete) and in SQLite's log; old blocks of the disk are out of reach.
class SqliteSpool final : public AbstractSpool
{
public:
    /// Opens the file, or makes it. The dictionary must outlive the spool. Errors: as SpoolDatabase::open(). What lies
    /// above the grant's level stays until purgeAbove(), but is never pending().
    /// `today` gives the day (UTC) for receipts.
    [[nodiscard]] static Result<std::unique_ptr<SqliteSpool>> open(const Grant &grant, const DataDictionary &dictionary,
                                                                   const QString &file,
                                                                   const FileSystemType &type = fileSystemType,
                                                                   std::function<QDate()> today = systemDay);
    ~SqliteSpool() override;

    [[nodiscard]] Result<Done> record(const Event &event) override;
    /// Counts uses, one for each event, under the class that all uses of its week make together, exactly once: a
    /// journal of this name that was counted before changes nothing. What record() would refuse is left out. Forgets
    /// the names of journals that were counted, but for these that are not deleted yet. Durable when it returns.
    /// Whether an event is another now. Errors: Io and Damaged; nothing was counted then.
    [[nodiscard]] Result<bool> countUses(const QString &journal, const QList<Event> &uses, const QStringList &present);
    /// What countUses() leaves out from now on: uses of the topics that are held. It must outlive the spool.
    void setHeldTopics(const AbstractHeldTopics *heldTopics) { m_heldTopics = heldTopics; }
    /// With what facts of a month are hashed, see spool-6.sql: the same for all spools of the person on this computer.
    void setFactKey(const QByteArray &key) { m_factKey = key; }
    /// Whether the file is still the one that was opened: not when it was deleted, or set aside by another process.
    [[nodiscard]] bool isCurrent() const;
    [[nodiscard]] Result<QList<SpooledEvent>> events() const override;
    [[nodiscard]] Result<QList<SpooledEvent>> pending(Level level) const override;
    [[nodiscard]] Result<SpoolStatus> status() const override;
    [[nodiscard]] Result<QList<SpooledEvent>> beginSending(const QList<SpooledEvent> &batch) override;
    [[nodiscard]] Result<Done> undoSending(const QList<SpooledEvent> &batch) override;
    [[nodiscard]] Result<Done> markSent(const QList<SpooledEvent> &sent) override;
    [[nodiscard]] Result<Done> markRefused(const SpooledEvent &refused, const QString &reason) override;
    [[nodiscard]] Result<Done> purgeAbove(Level level) override;
    /// Deletes what is pending or refused and not covered by the grant: above its level, and what was recorded before a
    /// no, an end in time or a lower level that nobody followed then. To be called before anything is recorded. The
    /// level up to which something may be left. Errors: Io, Damaged.
    [[nodiscard]] Result<Level> purgeUncovered();
    [[nodiscard]] Result<Done> expire(const QDateTime &now) override;

private:
    struct Stored;
    [[nodiscard]] static QDate systemDay();
    SqliteSpool(const Grant &grant, const DataDictionary &dictionary, std::unique_ptr<SpoolDatabase> database,
                std::function<QDate()> today);
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, const QVariantList &values = {}) const;
    [[nodiscard]] Result<std::optional<Stored>> stored(const Event &event) const;
    [[nodiscard]] Result<const TopicDefinition *> topicFor(const Event &event) const;
    [[nodiscard]] Result<bool> rememberJournal(const QString &journal, const QStringList &present);
    [[nodiscard]] Result<bool> merge(const TopicDefinition &topic, const Event &event, qint64 uses);
    [[nodiscard]] Result<bool> insert(const TopicDefinition &topic, const Event &event, qint64 uses);
    [[nodiscard]] Result<bool> replace(const Event &event, qint64 uses);
    [[nodiscard]] Result<Done> restoreReceipt(const SpooledEvent &spooled);

    Grant m_grant;
    const DataDictionary &m_dictionary;
    std::unique_ptr<SpoolDatabase> m_database;
    std::function<QDate()> m_today;
    const AbstractHeldTopics *m_heldTopics = nullptr;
    QByteArray m_factKey;
};

} // namespace Telemetry
