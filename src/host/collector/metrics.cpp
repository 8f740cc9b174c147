#include "host/collector/metrics.h"

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

} // namespace

void Metrics::request(int status)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[status];
}

void Metrics::accepted(qsizetype events)
{
    const std::lock_guard lock(m_mutex);
    m_accepted += events;
}

void Metrics::ignored(qsizetype events)
{
    if (events == 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_refused["other-period"_ba] += events;
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

QByteArray Metrics::text(qsizetype logRequests, std::chrono::milliseconds logAge) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray text = head("telemetry_events_accepted"_ba, "Events stored, new or merged."_ba)
                      + "telemetry_events_accepted_total "_ba + QByteArray::number(m_accepted) + '\n';
    text += head("telemetry_events_refused"_ba, "Events not stored, by the class of the reason."_ba);
    for (auto it = m_refused.begin(); it != m_refused.end(); ++it)
        text += "telemetry_events_refused_total{reason=\""_ba + it.key() + "\"} "_ba + QByteArray::number(it.value())
                + '\n';
    text += head("telemetry_reporters_erase_asked"_ba, "Reporters in erase requests, whether they existed or not."_ba)
            + "telemetry_reporters_erase_asked_total "_ba + QByteArray::number(m_eraseAsked) + '\n';
    text += gauge("telemetry_clock_implausible"_ba, "1 while this computer's clock can't be right."_ba,
                  m_clockImplausible ? 1 : 0);
    text += gauge("telemetry_log_requests"_ba, "Requests whose order the raw database's log shows at present."_ba,
                  logRequests);
    text += gauge("telemetry_log_age_milliseconds"_ba, "Age of the first of them."_ba, logAge.count());
    text += head("telemetry_requests"_ba, "Requests, by the status of the answer."_ba);
    for (auto it = m_requests.begin(); it != m_requests.end(); ++it)
        text += "telemetry_requests_total{status=\""_ba + QByteArray::number(it.key()) + "\"} "_ba
                + QByteArray::number(it.value()) + '\n';
    return text + "# EOF\n"_ba;
}

} // namespace Telemetry
