#pragma once

#include "host/aggregate/aggregation.h"
#include "host/aggregate/audit.h"
#include "host/aggregate/removal.h"
#include "host/aggregate/review.h"
#include "host/history/historychain.h"

#include <QByteArray>

#include <optional>

namespace Telemetry {

struct PublicationDraft;

/// From what was drawn to the public folder. Nothing that a person has not looked at, unless they decided so. Whoever
/// calls it holds the lock. One thread.
class Publication
{
public:
    explicit Publication(const AggregationSetting &setting);

    /// What a person looks at. Errors of the aggregates file become a complaint.
    [[nodiscard]] std::optional<Complaint> review(Review &review) const;
    /// Publishes the candidates that this digest names; those that were published with it before are none any more, and
    /// then what a stopped publication left is finished.
    [[nodiscard]] std::optional<Complaint> publish(const QByteArray &digest) const;
    /// Publishes what waits, when nothing in it is suspicious; else says why it waits.
    [[nodiscard]] std::optional<Complaint> publishUnseen() const;
    /// Takes something out of everything, and publishes what is left. `inAdvance`: also what is in nothing yet.
    [[nodiscard]] std::optional<Complaint> remove(const Removal &removal, bool inAdvance = false) const;
    /// Enters into the public history, and publishes it, that a person of this role reads raw events.
    [[nodiscard]] std::optional<Complaint> enterAccess(const QString &role, const QString &reason) const;
    /// Fills in what an audit holds against the files: months that are published, the last run, what was missed.
    [[nodiscard]] std::optional<Complaint> audited(AuditFacts &facts) const;
    /// Makes the public folder what the releases say, and then the site and its copy, where a publication was stopped
    /// or a disk refused. Changes nothing when they are.
    [[nodiscard]] std::optional<Complaint> finish() const;

private:
    [[nodiscard]] std::optional<Complaint> publishFolder() const;
    /// The site of the public folder, and the copy on the public host. What is published stands when it fails.
    [[nodiscard]] std::optional<Complaint> show() const;
    /// Whether the aggregates file has all that the history knows; nothing is changed then.
    [[nodiscard]] std::optional<Complaint> lack(bool alsoRemovals) const;
    [[nodiscard]] std::optional<Complaint> contradiction(const HistoryChain &chain, const PublicationDraft &draft,
                                                         const QByteArray &publicHistory) const;
    [[nodiscard]] std::optional<Complaint> release() const;
    [[nodiscard]] std::optional<Complaint> rebuild() const;

    const AggregationSetting &m_setting;
};

} // namespace Telemetry
