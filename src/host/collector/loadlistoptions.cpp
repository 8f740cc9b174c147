#include "host/collector/loadlistoptions.h"

#include "host/settings/hostsettings.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Loads a public list: the plugins, commands and versions that the collector takes.\n\n"
        "The file is read and checked as a whole. Then the collector's own is replaced by it, whole or not at all, "
        "and\n"
        "a collector that runs takes it within seconds. The list before stays beside it, in a file of the same name\n"
        "and \".before\". tools/update-public-list of the sources makes such a list.\n\n"
        "Exit codes: 0 it is loaded; 1 it is refused, or the disk did, and nothing was changed; 2 the command line is\n"
        "wrong.\n\n"_s
        + settingsHelp(loadListCommand()));
    parser.addPositionalArgument(u"load-list"_s, u"This command."_s);
    parser.addPositionalArgument(u"file"_s, u"The list to load."_s, u"FILE | --before"_s);
    parser.addOptions({
        {u"before"_s, u"Go back to the list before; once more, and the newer one is back."_s},
        {u"force"_s, u"Load it also when it lacks more than half of what the list in use has."_s},
        {u"public-list"_s, u"The collector's own list. Required."_s, u"file"_s},
        {u"settings"_s, u"Another settings file."_s, u"file"_s},
    });
}

Result<LoadListOptions> optionsOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.value(0) != "load-list"_L1 || words.size() != (parser.isSet(u"before"_s) ? 1 : 2))
        return misuse(u"load-list takes one file, or --before, see load-list --help"_s);
    if (parser.value(u"public-list"_s).isEmpty())
        return misuse(u"--public-list is required, see load-list --help"_s);
    return LoadListOptions{words.value(1), parser.value(u"public-list"_s), parser.isSet(u"force"_s)};
}

} // namespace

QString loadListCommand()
{
    return u"napari-telemetry-collector load-list"_s;
}

Result<CommandRequest<LoadListOptions>> readLoadListOptions(const QStringList &arguments)
{
    return readCommand(loadListCommand(), arguments, describe, optionsOf);
}

} // namespace Telemetry
