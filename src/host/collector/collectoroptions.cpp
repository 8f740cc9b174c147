#include "host/collector/collectoroptions.h"

#include "host/settings/hostsettings.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Receives the telemetry that people who opted in send from napari, and keeps it in one SQLite file.\n\n"
        "It speaks plain HTTP and is meant to listen on this computer only, behind a proxy that does HTTPS. Events "
        "are\n"
        "checked against the data dictionary that is built in, and a public list: the one that was loaded (see\n"
        "load-list --help), or the one that is built in. An event is acknowledged only when it is on the disk. No "
        "address, time or order of arrival is stored or logged.\n"
        "Stop it with SIGTERM or SIGINT: what was acknowledged is kept.\n\n"_s
        + settingsHelp(u"napari-telemetry-collector"_s));
    parser.addVersionOption();
    parser.addOptions({
        {u"listen"_s, u"Listen on exactly this numeric address; port 0 takes a free one. Default: 127.0.0.1:8417."_s,
         u"address:port"_s, u"127.0.0.1:8417"_s},
        {u"listen-beyond-this-computer"_s,
         u"With \"true\" --listen takes an address that other computers reach. Between them and this one events are "
         u"then\n"
         "not encrypted."_s,
         u"true or false"_s, u"false"_s},
        {u"operator-listen"_s,
         u"Show /healthz and /metrics on this numeric address of this computer, and only there; port 0 takes a free "
         u"one. "
         "Not given: nowhere."_s,
         u"address:port"_s},
        {u"database"_s, u"The SQLite file of the raw events, made with mode 0600 if it is missing. Required."_s,
         u"file"_s},
        {u"public-list"_s,
         u"The public list that load-list writes. Not given, or not there: the one that is built in."_s, u"file"_s},
        {u"log"_s,
         u"How the lines on stderr look: plain, journal (with a priority) or json. Default: journal in a service of\n"
         "systemd, else plain."_s,
         u"format"_s},
        {u"settings"_s, u"Another settings file."_s, u"file"_s},
        {u"check"_s, u"Only say whether options and settings are fine."_s},
        nowOption(),
    });
}

/// "127.0.0.1:8417" or "[::1]:8417".
std::optional<ListenAddress> readAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt;
    bool ok = false;
    const quint16 port = text.mid(colon + 1).toUShort(&ok);
    if (!ok || colon < 1 || host.isEmpty())
        return std::nullopt;
    return ListenAddress{host, port};
}

bool isOnThisComputer(const ListenAddress &address)
{
    return address.host == "::1"_L1 || address.host.startsWith("127."_L1);
}

Result<CollectorOptions> optionsOf(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return misuse(u"the only command is load-list, and goes first, see --help"_s);
    CollectorOptions options;
    options.database = parser.value(u"database"_s);
    if (options.database.isEmpty())
        return misuse(u"--database is required, see --help"_s);
    options.publicList = parser.value(u"public-list"_s);
    const auto listen = readAddress(parser.value(u"listen"_s));
    if (!listen)
        return misuse(u"--listen takes a numeric address and a port, such as 127.0.0.1:8417"_s);
    options.listen = *listen;
    const QString beyond = parser.value(u"listen-beyond-this-computer"_s);
    if (beyond != "true"_L1 && beyond != "false"_L1)
        return misuse(u"--listen-beyond-this-computer takes true or false"_s);
    if (beyond == "false"_L1 && !isOnThisComputer(options.listen))
        return misuse(
            u"--listen %1: other computers would reach the collector, without encryption. Let it listen on "
            "127.0.0.1 behind a proxy, or set listen_beyond_this_computer = true"_s.arg(parser.value(u"listen"_s)));
    if (parser.isSet(u"operator-listen"_s)) {
        // Nobody needs these from elsewhere, whatever the switch says: `ssh -L` brings them there, and asks who it is.
        options.operatorListen = readAddress(parser.value(u"operator-listen"_s));
        if (!options.operatorListen || !isOnThisComputer(*options.operatorListen))
            return misuse(
                u"--operator-listen takes a numeric address of this computer and a port, such as 127.0.0.1:8418"_s);
    }
    if (parser.isSet(u"log"_s)) {
        options.log = logFormatFrom(parser.value(u"log"_s));
        if (!options.log)
            return misuse(u"--log takes plain, journal or json"_s);
    }
    const auto now = nowOf(parser);
    if (!now)
        return now.error();
    options.now = now.value();
    return options;
}

} // namespace

Result<CommandRequest<CollectorOptions>> readCollectorOptions(const QStringList &arguments)
{
    return readCommand(u"napari-telemetry-collector"_s, arguments, describe, optionsOf);
}

QString addressOf(const ListenAddress &address)
{
    return (address.host.contains(u':') ? u"http://[%1]:%2"_s : u"http://%1:%2"_s)
        .arg(address.host, QString::number(address.port));
}

} // namespace Telemetry
