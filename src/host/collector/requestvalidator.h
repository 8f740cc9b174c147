#pragma once

#include "contract/batchcodec.h"
#include "contract/datadictionary.h"
#include "contract/publicstrings.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Telemetry {

/// Why the collector does not take an event; the classes that /metrics counts.
enum class RefusalClass {
    Malformed,
    UnknownTopic,
    OtherLevel,
    OffSchema,
    PeriodClosed,
    PeriodAhead,
    NotPublic,
    Stuffed,
    Elsewhere ///< its reporter is known with another topic or period
};

struct ValidatedBatch
{
    QList<Event> accepted;
    QList<int> places;           ///< of the accepted ones in the batch, index by index
    QList<Refusal> refused;      ///< in the order of the batch; the reasons never repeat the input
    QList<RefusalClass> classes; ///< of refused, index by index
    /// The newest period (by its first week) of the events that are sound in all else, refused for it or not.
    std::optional<Period> newest;
    /// Of the events that are refused for their period only: the newest that is closed, and of those that have not
    /// begun.
    std::optional<Period> closed;
    std::optional<Period> ahead;
};

/// Decides what of a request the collector takes. Trusts nothing that a client claims: the topic's level, the schema,
/// the week and the public names are checked again. A batch made for another version of the dictionary is checked
/// against ours, event by event: what ours does not define is refused, the rest is as good as ever.
/// Immutable: any thread. The dictionary and the names must outlive it.
class RequestValidator
{
public:
    RequestValidator(const DataDictionary &dictionary, const PublicStrings &publicStrings)
        : m_dictionary(dictionary)
        , m_publicStrings(publicStrings)
    {
    }

    /// `level` is the one of the path. Errors (of the whole batch): Invalid, TooLarge.
    [[nodiscard]] Result<ValidatedBatch> validate(Level level, const QByteArray &body, const QDateTime &now) const;

private:
    const DataDictionary &m_dictionary;
    const PublicStrings &m_publicStrings;
};

} // namespace Telemetry
