// The collector: composition root. The main thread only waits to be told to end.
#include "host/collector/collectoroptions.h"
#include "host/collector/disk/publiclistreloader.h"
#include "host/collector/heartbeat.h"
#include "host/collector/ingest.h"
#include "host/collector/loadlistoptions.h"
#include "host/collector/logformat.h"
#include "host/collector/metrics.h"
#include "host/collector/network/httpserver.h"
#include "host/collector/operatorpages.h"
#include "host/collector/repeater.h"
#include "host/collector/router.h"
#include "host/raw/disk/aggregationstatefile.h"
#include "host/raw/disk/publishedmonths.h"
#include "host/raw/disk/rawstore.h"
#include "host/settings/disk/settingsfile.h"
#include "host/settings/hostsettings.h"
#include "platform/disk/shippedresources.h"
#include "platform/network/servicenotifier.h"
#include "platform/termination.h"

#include <QCoreApplication>

#include <malloc.h>

#include <cstdio>
#include <memory>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

int complain(int code, const QString &text)
{
    std::fprintf(stderr, "napari-telemetry-collector: %s\n", qUtf8Printable(text));
    return code;
}

std::unique_ptr<Clock> clockOf(const CollectorOptions &options)
{
    if (options.now)
        return std::make_unique<FixedClock>(*options.now);
    return std::make_unique<SystemClock>();
}

/// Of a clock that the operator set there is no day before which it can't be.
std::optional<QDate> builtOn(const CollectorOptions &options)
{
    return options.now ? std::nullopt : std::optional(QDate::fromString(TELEMETRY_BUILT_ON ""_L1, Qt::ISODate));
}

/// Listens and says where. The exit code when it can't.
std::optional<int> listen(HttpServer &http, const ListenAddress &address, const char *words)
{
    const auto port = http.listen(address.host, address.port);
    if (!port)
        return complain(port.error().code == Error::Code::Invalid ? exitUsage : exitFailed, port.error().detail);
    std::printf("%s %s\n", words, qUtf8Printable(addressOf({address.host, port.value()})));
    std::fflush(stdout);
    return std::nullopt;
}

int loadList()
{
    const auto arguments = argumentsWithSettings(loadListCommand(), QCoreApplication::arguments(),
                                                 QProcessEnvironment::systemEnvironment(), defaultSettingsFile());
    const Result<CommandRequest<LoadListOptions>> request =
        arguments ? readLoadListOptions(arguments.value()) : arguments.error();
    if (!request)
        return complain(exitUsage, request.error().detail);
    if (!request.value().run) {
        std::fputs(qUtf8Printable(request.value().text), stdout);
        return 0;
    }
    const LoadListOptions &options = *request.value().run;
    const PublicListFiles files(options.publicList, shippedPublicList());
    const auto loaded = options.file.isEmpty() ? files.goBack() : files.loadFrom(options.file, options.force);
    if (!loaded)
        return complain(exitFailed, u"%1; nothing was changed"_s.arg(loaded.error().detail));
    std::printf("%s: %lld plugins\n", qUtf8Printable(options.publicList),
                static_cast<long long>(loaded.value()->strings.plugins().size()));
    return 0;
}

/// What is as large as a body goes back to the system as soon as it is freed; else, after a rush of requests, the
/// memory that they took would stay ours. One arena for both threads takes less, and was no slower.
void setUpMemory()
{
    mallopt(M_MMAP_THRESHOLD, int(Limits::requestBytes) / 4);
    mallopt(M_TRIM_THRESHOLD, int(Limits::requestBytes));
    mallopt(M_ARENA_MAX, 1);
}

/// Those of the stored periods whose numbers are published, as the aggregation says. What can't be read deletes
/// nothing.
QStringList publishedIn(const QString &database, const QStringList &stored)
{
    const auto months = PublishedMonths::read(database);
    if (!months)
        qWarning("%ls; nothing is deleted because of it", qUtf16Printable(months.error().detail));
    return months ? PublishedMonths::within(months.value(), stored) : QStringList();
}

/// Until the program is to end. Whoever started it hears meanwhile that it is alive, as long as it is.
void waitForTheEnd(const Termination &termination, const ServiceNotifier &manager, Heartbeat heartbeat)
{
    const auto watchdog = manager.watchdog();
    if (!watchdog)
        return termination.wait();
    while (!termination.wait(*watchdog / 2)) {
        if (heartbeat.beat())
            manager.tell("WATCHDOG=1"_ba);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    setUpMemory();
    const Termination termination; // before any thread
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-collector"_s);
    if (QCoreApplication::arguments().value(1) == "load-list"_L1)
        return loadList();
    const auto environment = QProcessEnvironment::systemEnvironment();
    const auto arguments = argumentsWithSettings(QCoreApplication::applicationName(), QCoreApplication::arguments(),
                                                 environment, defaultSettingsFile());
    const Result<CommandRequest<CollectorOptions>> command =
        arguments ? readCollectorOptions(arguments.value()) : arguments.error();
    if (!command)
        return complain(exitUsage, command.error().detail);
    if (!command.value().run) {
        std::fputs(qUtf8Printable(command.value().text), stdout);
        return 0;
    }
    const CollectorOptions &options = *command.value().run;
    logAs(options.log.value_or(usualLogFormat(environment)));
    const auto dictionary = shippedDictionary();
    if (!dictionary)
        return complain(exitFailed, dictionary.error().detail);

    // Destroyed from the bottom up: the HTTP server before what its handler uses. Responders hold its core.
    const std::unique_ptr<Clock> clock = clockOf(options);
    Metrics metrics;
    const auto publicList = PublicListReloader::start(PublicListFiles(options.publicList, shippedPublicList()),
                                                      [&metrics](bool refused) { metrics.publicListRefused(refused); });
    if (!publicList)
        return complain(exitFailed, publicList.error().detail);
    const Repeater looks(std::chrono::seconds(Limits::publicListCheckSeconds),
                         [&reloader = *publicList.value()] { reloader.look(); });
    IngestOptions writing;
    writing.published = [&options](const QStringList &stored) { return publishedIn(options.database, stored); };
    Ingest ingest(*clock, writing);
    const auto openStore = [&] { return RawStore::open(options.database, dictionary.value(), u"raw"_s); };
    if (const auto started = ingest.start(openStore); !started)
        return complain(exitFailed, started.error().detail);
    Router router(dictionary.value(), publicList.value()->inUse(), shippedEndpoints(), *clock, ingest, metrics,
                  ClockJudge(builtOn(options)));
    HttpServerOptions limits;
    limits.refused = [&metrics](int status) { metrics.request(status); };
    HttpServer http(
        [&router](const HttpRequest &request, const HttpResponder &respond) { router.handle(request, respond); },
        limits);
    const OperatorPages pages(metrics, ingest, [&options] { return readAggregationState(options.database); });
    HttpServerOptions forOperator;
    forOperator.connections = Limits::operatorConnections;
    HttpServer operatorHttp(
        [&pages](const HttpRequest &request, const HttpResponder &respond) { pages.handle(request, respond); },
        forOperator);
    if (const auto failed = listen(http, options.listen, "listening on"))
        return *failed;
    if (options.operatorListen) {
        if (const auto failed = listen(operatorHttp, *options.operatorListen, "operator pages on"))
            return *failed;
    }

    const ServiceNotifier manager(environment, QCoreApplication::applicationPid());
    manager.tell("READY=1"_ba);
    // A round goes through the server's thread and the writer's: an empty request changes nothing.
    waitForTheEnd(termination, manager, Heartbeat([&http, &ingest](std::function<void()> back) {
                      http.post([&ingest, back = std::move(back)] {
                          (void)ingest.submit({}, [back](const Result<StoreOutcome> &) { back(); });
                      });
                  }));
    manager.tell("STOPPING=1"_ba);
    ingest.stop(); // commits and answers what waits; from now on requests get 503
    http.stop();
    operatorHttp.stop();
    return 0;
}
