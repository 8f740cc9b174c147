// The collector: composition root. The main thread only waits for the signal to stop.
#include "host/collector/ingest.h"
#include "host/collector/metrics.h"
#include "host/collector/network/httpserver.h"
#include "host/collector/router.h"
#include "host/raw/disk/rawstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>

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

struct Address
{
    QString host;
    quint16 port = 0;
};

/// "127.0.0.1:8417" or "[::1]:8417".
std::optional<Address> addressFrom(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt;
    bool ok = false;
    const quint16 port = text.mid(colon + 1).toUShort(&ok);
    if (colon < 1 || host.isEmpty() || !ok)
        return std::nullopt;
    return Address{host, port};
}

/// With a time zone, so that nobody's local time decides which week it is.
std::optional<QDateTime> momentFrom(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return moment.toUTC();
}

QByteArray resource(const QString &name)
{
    QFile file(u":/telemetry/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Receives the telemetry that people who opted in send from napari, and keeps it in one SQLite file.\n\n"
        "It speaks plain HTTP and is meant to listen on this computer only, behind a proxy that does HTTPS. Events "
        "are\n"
        "checked against the data dictionary and the public plugin list that are built in; an event is acknowledged\n"
        "only when it is on the disk. No address, time or order of arrival is stored or logged.\n"
        "Stop it with SIGTERM or SIGINT: what was acknowledged is kept. GET /healthz and /metrics answer only here."_s);
    parser.addVersionOption();
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Display this help."_s}, // addHelpOption() would add --help-all, which adds nothing
        {u"listen"_s, u"Listen on exactly this numeric address; port 0 takes a free one. Default: 127.0.0.1:8417."_s,
         u"address:port"_s, u"127.0.0.1:8417"_s},
        {u"database"_s, u"The SQLite file of the raw events, made with mode 0600 if it is missing. Required."_s,
         u"file"_s},
        {u"now"_s, u"Use this moment, e.g. 2026-11-18T12:00:00Z, instead of the clock: for demonstrations and tests."_s,
         u"ISO 8601"_s},
    });
}

} // namespace

int main(int argc, char *argv[])
{
    // Blocked before any thread starts, so that only the sigwait() below gets them.
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGTERM);
    sigaddset(&stop, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-collector"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TELEMETRY_VERSION));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(exitUsage, parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        return complain(exitUsage, u"it takes options only, see --help"_s);
    const QString path = parser.value(u"database"_s);
    if (path.isEmpty())
        return complain(exitUsage, u"--database is required, see --help"_s);
    const auto address = addressFrom(parser.value(u"listen"_s));
    if (!address)
        return complain(exitUsage, u"--listen takes a numeric address and a port, such as 127.0.0.1:8417"_s);
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (parser.isSet(u"now"_s)) {
        const auto moment = momentFrom(parser.value(u"now"_s));
        if (!moment)
            return complain(exitUsage, u"--now takes a moment with its time zone, such as 2026-11-18T12:00:00Z"_s);
        clock = std::make_unique<FixedClock>(*moment);
    }

    const auto dictionary = DataDictionary::load(resource(u"dictionary.json"_s));
    if (!dictionary)
        return complain(exitFailed, dictionary.error().detail);
    const QByteArray plugins = resource(u"public-plugins.json"_s);
    const auto publicStrings = PublicStrings::load(plugins);
    if (!publicStrings)
        return complain(exitFailed, publicStrings.error().detail);

    // Destroyed from the bottom up: the server before what its handler uses. Responders hold the server's core.
    Metrics metrics;
    Ingest ingest;
    if (const auto started = ingest.start([&] { return RawStore::open(path, dictionary.value(), u"raw"_s); }); !started)
        return complain(exitFailed, started.error().detail);
    Router router(dictionary.value(), publicStrings.value(), plugins, *clock, ingest, metrics);
    HttpServerOptions options;
    options.refused = [&metrics](int status) { metrics.request(status); };
    HttpServer server(
        [&router](const HttpRequest &request, const HttpResponder &respond) { router.handle(request, respond); },
        options);
    const auto port = server.listen(address->host, address->port);
    if (!port)
        return complain(port.error().code == Error::Code::Invalid ? exitUsage : exitFailed, port.error().detail);
    const QString shown = address->host.contains(u':') ? u'[' + address->host + u']' : address->host;
    std::printf("listening on http://%s:%d\n", qUtf8Printable(shown), int(port.value()));
    std::fflush(stdout);

    int received = 0;
    while (sigwait(&stop, &received) != 0) { }
    ingest.stop(); // commits and answers what waits; from now on requests get 503
    server.stop();
    return 0;
}
