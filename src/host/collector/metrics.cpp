#include "host/collector/metrics.h"

#include "contract/period.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QByteArray label(RefusalClass refusal)
{
    switch (refusal) {
    case RefusalClass::Malformed:
        return "malformed"_ba;
    case RefusalClass::UnknownTopic:
        return "unknown-topic"_ba;
    case RefusalClass::OtherLevel:
        return "other-level"_ba;
    case RefusalClass::OffSchema:
        return "off-schema"_ba;
    case RefusalClass::PeriodClosed:
        return "period-closed"_ba;
    case RefusalClass::PeriodAhead:
        return "period-ahead"_ba;
    case RefusalClass::NotPublic:
        return "not-public"_ba;
    case RefusalClass::Stuffed:
        return "stuffed"_ba;
    case RefusalClass::Elsewhere:
        return "elsewhere"_ba;
    }
    return "other"_ba;
}

QByteArray head(const QByteArray &name, const QByteArray &help, const QByteArray &type = "counter"_ba)
{
    return "# HELP "_ba + name + ' ' + help + "\n# TYPE "_ba + name + ' ' + type + '\n';
}

QByteArray gauge(const QByteArray &name, const QByteArray &help, qint64 value)
{
    return head(name, help, "gauge"_ba) + name + ' ' + QByteArray::number(value) + '\n';
}

QByteArray counter(const QByteArray &name, const QByteArray &help, qint64 value)
{
    return head(name, help) + name + "_total "_ba + QByteArray::number(value) + '\n';
}

/// One line of several: `begin` ends where the label's value begins.
QByteArray labelled(const QByteArray &begin, const QByteArray &label, qint64 value)
{
    return begin + label + "\"} "_ba + QByteArray::number(value) + '\n';
}

QByteArray seconds(std::chrono::microseconds time)
{
    return QByteArray::number(std::chrono::duration<double>(time).count(), 'f', 6);
}

QByteArray textOf(const IngestState &ingest)
{
    QByteArray text = gauge("telemetry_queue_requests"_ba, "Requests that wait to be committed."_ba, ingest.waiting);
    text += head("telemetry_commit_seconds"_ba, "Time of the commits, each of all that waited."_ba, "summary"_ba)
            + "telemetry_commit_seconds_count "_ba + QByteArray::number(ingest.commits)
            + "\ntelemetry_commit_seconds_sum "_ba + seconds(ingest.committing) + '\n';
    text += head("telemetry_commit_slowest_seconds"_ba, "The slowest of them."_ba, "gauge"_ba)
            + "telemetry_commit_slowest_seconds "_ba + seconds(ingest.slowest) + '\n';
    text += gauge("telemetry_raw_file_bytes"_ba, "Size of the raw database."_ba, ingest.bytes.file);
    text += gauge("telemetry_raw_log_bytes"_ba, "Size of its log."_ba, ingest.bytes.log);
    text += gauge("telemetry_log_requests"_ba, "Requests whose order the raw database's log shows at present."_ba,
                  ingest.logRequests);
    text += gauge("telemetry_log_age_milliseconds"_ba, "Age of the first of them."_ba, ingest.logAge.count());
    text += gauge("telemetry_raw_damaged"_ba, "1 while the raw database is damaged and nothing is stored."_ba,
                  ingest.damaged ? 1 : 0);
    const auto oldest = Period::fromString(ingest.oldest);
    if (oldest)
        text += gauge("telemetry_raw_oldest_timestamp_seconds"_ba,
                      "First moment of the oldest period of which there are raw events, at the last tidying."_ba,
                      oldest->firstWeek().monday().startOfDay(Qt::UTC).toSecsSinceEpoch());
    return text;
}

QByteArray textOf(const AggregationState &run)
{
    return gauge("telemetry_aggregation_timestamp_seconds"_ba, "When the aggregation ran last."_ba,
                 run.ran.toSecsSinceEpoch())
           + gauge("telemetry_aggregation_missed_periods"_ba, "Closed weeks and months that could not be drawn."_ba,
                   run.missed)
           + gauge("telemetry_aggregation_broken_promises"_ba, "Promises that the host doesn't keep."_ba, run.broken)
           + gauge("telemetry_aggregation_candidates"_ba, "Weeks and months that wait to be looked at."_ba,
                   run.waiting);
}

} // namespace

void Metrics::request(int status)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[status];
}

void Metrics::stored(const QList<Event> &events, const StoreOutcome &outcome)
{
    const std::lock_guard lock(m_mutex);
    m_accepted += outcome.stored;
    m_added += outcome.added.size();
    for (const qsizetype place : outcome.added) {
        if (const auto &firstIn = events.at(place).firstIn)
            ++m_firstIn[*firstIn];
    }
}

void Metrics::refused(const QList<RefusalClass> &classes)
{
    const std::lock_guard lock(m_mutex);
    for (const RefusalClass refusal : classes)
        ++m_refused[label(refusal)];
}

void Metrics::eraseAsked(qsizetype reporters)
{
    const std::lock_guard lock(m_mutex);
    m_eraseAsked += reporters;
}

void Metrics::clockImplausible(bool implausible)
{
    const std::lock_guard lock(m_mutex);
    m_clockImplausible = implausible;
}

void Metrics::publicListRefused(bool refused)
{
    const std::lock_guard lock(m_mutex);
    m_publicListRefused = refused;
}

QByteArray Metrics::text(const IngestState &ingest, const std::optional<AggregationState> &run) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = counter("telemetry_events_accepted"_ba, "Events stored, new or merged."_ba, m_accepted);
    text += counter("telemetry_reporters_added"_ba, "Events stored whose reporter was not there."_ba, m_added);
    text += head("telemetry_first_in"_ba, "Of these, those that count people, by the longest period that they are the "
                                          "first of. Real people who are new come slowly."_ba);
    for (const FirstIn firstIn : {FirstIn::Week, FirstIn::Month, FirstIn::Year, FirstIn::Ever})
        text +=
            labelled("telemetry_first_in_total{period=\""_ba, firstInName(firstIn).toUtf8(), m_firstIn.value(firstIn));
    text += head("telemetry_events_refused"_ba, "Events not stored, by the class of the reason."_ba);
    for (auto it = m_refused.begin(); it != m_refused.end(); ++it)
        text += labelled("telemetry_events_refused_total{reason=\""_ba, it.key(), it.value());
    text += counter("telemetry_reporters_erase_asked"_ba,
                    "Reporters in erase requests, whether they existed or not."_ba, m_eraseAsked);
    text += gauge("telemetry_clock_implausible"_ba, "1 while this computer's clock can't be right."_ba,
                  m_clockImplausible ? 1 : 0);
    text += gauge("telemetry_public_list_refused"_ba, "1 while the public list that was loaded can't be used."_ba,
                  m_publicListRefused ? 1 : 0);
    text += textOf(ingest);
    if (run)
        text += textOf(*run);
    text += head("telemetry_requests"_ba, "Requests, by the status of the answer."_ba);
    for (auto it = m_requests.begin(); it != m_requests.end(); ++it)
        text += labelled("telemetry_requests_total{status=\""_ba, QByteArray::number(it.key()), it.value());
    return text + "# EOF\n"_ba;
}

} // namespace Telemetry
