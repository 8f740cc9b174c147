// The simulation: composition root. One thread: people are made while the collector answers.
#include "host/simulate/network/poster.h"
#include "host/simulate/simulateoptions.h"
#include "host/simulate/simulation.h"
#include "host/simulate/truth.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSaveFile>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr qint64 quietMs = 2'000; ///< what takes longer shows its progress

int complain(int code, const QString &text)
{
    std::fflush(stdout);
    std::fprintf(stderr, "napari-telemetry-simulate: %s\n", qUtf8Printable(text));
    return code;
}

QByteArray resource(const QString &name)
{
    QFile file(u":/telemetry/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Walks through weeks and people, counts the truth and hands out one request after the other.
class Walk
{
public:
    Walk(const SimulateOptions &options, const Catalog &catalog, const DataDictionary &dictionary)
        : m_options(options)
        , m_dictionary(dictionary)
        , m_simulation(options.seed, options.people, catalog, dictionary)
        , m_truth(dictionary)
    {
        m_time.start();
    }

    /// The next batch, or nothing at the end.
    std::optional<Batch> next()
    {
        while (m_batches.isEmpty()) {
            if (m_at == m_order.size() && !nextWeek())
                return std::nullopt;
            const Week week = m_options.from.plusWeeks(m_week);
            Simulation::Sent sent = m_simulation.send(m_order[m_at++], week);
            m_truth.addPerson(week, sent.merged);
            m_reports += sent.merged.isEmpty() ? 0 : 1;
            m_batches = std::move(sent.batches);
            progress(week);
        }
        const Batch batch = m_batches.takeFirst();
        m_events += batch.events.size();
        return batch;
    }
    std::optional<Outgoing> nextRequest()
    {
        const auto batch = next();
        if (!batch)
            return std::nullopt;
        return Outgoing{eventsRequest(*m_options.collector, batch->level, m_dictionary.version(), batch->events),
                        batch->events.size()};
    }
    const Truth &truth() const { return m_truth; }
    qint64 events() const { return m_events; }
    qint64 reports() const { return m_reports; }
    qint64 milliseconds() const { return m_time.elapsed(); }

private:
    bool nextWeek()
    {
        if (m_week + 1 == m_options.weeks)
            return false;
        ++m_week;
        const Week week = m_options.from.plusWeeks(m_week);
        m_truth.addWeek(week);
        m_order = m_simulation.orderIn(week);
        m_at = 0;
        return true;
    }
    void progress(Week week)
    {
        if (m_time.elapsed() < m_shown + quietMs)
            return;
        m_shown = m_time.elapsed();
        std::fprintf(stderr, "%s (%d of %d): %lld of %lld people, %lld events\n", qUtf8Printable(week.toString()),
                     m_week + 1, m_options.weeks, qint64(m_at), m_options.people, m_events);
    }

    const SimulateOptions &m_options;
    const DataDictionary &m_dictionary;
    Simulation m_simulation;
    Truth m_truth;
    QElapsedTimer m_time;
    qint64 m_shown = 0;
    int m_week = -1;
    QList<qint64> m_order;
    qsizetype m_at = 0;
    QList<Batch> m_batches;
    qint64 m_events = 0;
    qint64 m_reports = 0;
};

bool writeTruth(const QString &path, const QByteArray &json, QString &failure)
{
    QSaveFile file(path);
    const bool done = file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit();
    if (!done)
        failure = u"writing %1: %2"_s.arg(path, file.errorString());
    return done;
}

/// Posts everything. Empty, or why it ended early.
QString postAll(QCoreApplication &application, Walk &walk, Posted &posted)
{
    QString failure;
    Poster poster([&walk] { return walk.nextRequest(); });
    QObject::connect(&poster, &Poster::finished, &application, [&](const QString &text) {
        failure = text;
        application.quit();
    });
    poster.start();
    QCoreApplication::exec();
    posted = poster.posted();
    return failure;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-simulate"_s);
    const auto command = readSimulateOptions(QCoreApplication::arguments());
    if (!command)
        return complain(exitUsage, command.error().detail);
    if (!command.value().run) {
        std::fputs(qUtf8Printable(command.value().text), stdout);
        return 0;
    }
    const SimulateOptions &options = *command.value().run;
    const auto dictionary = DataDictionary::load(resource(u"dictionary.json"_s));
    if (!dictionary)
        return complain(exitFailed, dictionary.error().detail);
    const auto names = PublicStrings::load(resource(u"public-plugins.json"_s));
    if (!names)
        return complain(exitFailed, names.error().detail);
    const Catalog catalog(names.value());
    Walk walk(options, catalog, dictionary.value());

    if (const auto moment = momentFor(options.from, options.weeks))
        std::printf("for a collector with --now %s\n", qUtf8Printable(moment->toString(Qt::ISODate)));
    std::fflush(stdout);
    Posted posted;
    QString failure;
    if (options.collector) {
        failure = postAll(application, walk, posted);
    } else {
        while (walk.next()) { }
    }
    std::printf("made %lld events of %lld weekly reports in %lld.%03lld s\n", walk.events(), walk.reports(),
                walk.milliseconds() / 1000, walk.milliseconds() % 1000);
    if (options.collector)
        std::printf("posted %lld requests: %lld events accepted, %lld refused\n", posted.requests, posted.accepted,
                    posted.refused);
    for (auto reason = posted.reasons.begin(); reason != posted.reasons.end(); ++reason)
        std::printf("  refused %lld: %s\n", reason.value(), qUtf8Printable(reason.key()));
    if (!failure.isEmpty())
        return complain(exitFailed, u"posting to %1: %2"_s.arg(options.collector->displayHost(Level::Basic), failure));
    if (!options.truth.isEmpty() && !writeTruth(options.truth, walk.truth().toJson(), failure))
        return complain(exitFailed, failure);
    return posted.refused > 0 ? exitFailed : 0;
}
