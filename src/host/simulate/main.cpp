// The simulation: composition root. One thread: people are made while the collector answers.
#include "host/simulate/network/poster.h"
#include "host/simulate/simulateoptions.h"
#include "host/simulate/walk.h"
#include "platform/disk/shippedresources.h"
#include "platform/disk/wholefile.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

int complain(int code, const QString &text)
{
    std::fflush(stdout);
    std::fprintf(stderr, "napari-telemetry-simulate: %s\n", qUtf8Printable(text));
    return code;
}

/// Posts everything. Empty, or why it ended early.
QString postAll(QCoreApplication &application, const Poster::Source &next, Posted &posted)
{
    QString failure;
    Poster poster(next);
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
    const auto dictionary = shippedDictionary();
    if (!dictionary)
        return complain(exitFailed, dictionary.error().detail);
    const auto names = shippedPublicStrings();
    if (!names)
        return complain(exitFailed, names.error().detail);
    const Catalog catalog(names.value());
    Walk walk(options, catalog, dictionary.value(),
              [](const QString &text) { std::fprintf(stderr, "%s\n", qUtf8Printable(text)); });

    if (const auto moment = momentFor(options.from, options.weeks))
        std::printf("for a collector with --now %s\n", qUtf8Printable(moment->toString(Qt::ISODate)));
    std::fflush(stdout);
    Posted posted;
    QString failure;
    if (options.collector) {
        const auto nextRequest = [&]() -> std::optional<Outgoing> {
            const auto batch = walk.next();
            if (!batch)
                return std::nullopt;
            return Outgoing{
                eventsRequest(*options.collector, batch->level, dictionary.value().version(), batch->events),
                batch->events.size()};
        };
        failure = postAll(application, nextRequest, posted);
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
    if (!options.truth.isEmpty()) {
        if (const auto written = WholeFile::writeForUser(options.truth, walk.truth().toJson()); !written)
            return complain(exitFailed, u"writing %1: %2"_s.arg(options.truth, written.error().detail));
    }
    return posted.refused > 0 ? exitFailed : 0;
}
