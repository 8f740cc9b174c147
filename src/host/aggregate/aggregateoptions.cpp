#include "host/aggregate/aggregateoptions.h"

#include "contract/moment.h"
#include "host/settings/hostsettings.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Turns the raw events of closed weeks and months into the numbers that are published.\n\n"
        "For each week that is closed (21 days after its end), and each month whose last week is, it counts the "
        "people\n"
        "of every cell that the data dictionary registers, adds noise, drops what is below the threshold, rounds the\n"
        "rest and keeps it in the aggregates file. What is released is never computed again. Then it writes the "
        "public\n"
        "folder anew from the aggregates file, whole or not at all. Run it as often as you like; a run that was "
        "stopped is\n"
        "finished by the next one. Noise, thresholds and rounding are those of the data dictionary; the key of the\n"
        "noise is drawn anew in each run and never written.\n\n"
        "Exit codes: 0 all is published; 1 a step failed, the message says which, why and what to do; 2 the command\n"
        "line is wrong, nothing was done.\n\n"_s
        + settingsHelp(u"napari-telemetry-aggregate"_s));
    parser.addPositionalArgument(u"run"_s, u"Release closed weeks and months, and publish."_s);
    parser.addPositionalArgument(u"budget"_s,
                                 u"Show what the published numbers can give away about one person. Reads no file."_s,
                                 u"| budget"_s);
    parser.addVersionOption();
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Display this help."_s}, // addHelpOption() would add --help-all, which adds nothing
        {u"raw"_s, u"The collector's SQLite file. It is only read. Required."_s, u"file"_s},
        {u"aggregates"_s, u"The SQLite file of what was released, made if it is missing. Back it up. Required."_s,
         u"file"_s},
        {u"public"_s, u"The folder of the public files, made if it is missing and replaced whole. Required."_s,
         u"folder"_s},
        {u"settings"_s, u"Another settings file."_s, u"file"_s},
        {u"check"_s, u"Only say whether options and settings are fine."_s},
        {u"now"_s, u"Use this moment, e.g. 2026-11-18T12:00:00Z, instead of the clock: for demonstrations and tests."_s,
         u"ISO 8601"_s},
        {u"json"_s, u"With budget: as JSON."_s},
    });
}

} // namespace

Result<AggregateCommand> readAggregateOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Error{Error::Code::Invalid, parser.errorText()};
    if (parser.isSet(u"help"_s))
        return AggregateCommand{std::nullopt, AggregateCommand::Budget::No, parser.helpText()};
    if (parser.isSet(u"version"_s))
        return AggregateCommand{std::nullopt, AggregateCommand::Budget::No,
                                u"napari-telemetry-aggregate " TELEMETRY_VERSION "\n"_s};
    using Budget = AggregateCommand::Budget;
    const bool json = parser.isSet(u"json"_s);
    if (parser.positionalArguments() == QStringList{u"budget"_s} && parser.optionNames().size() == (json ? 1 : 0))
        return AggregateCommand{std::nullopt, json ? Budget::Json : Budget::Text, {}};
    if (parser.positionalArguments() != QStringList{u"run"_s} || json)
        return Error{Error::Code::Invalid, u"the commands are \"run\" and \"budget\", see --help"_s};
    AggregateOptions options;
    for (const QString &option : {u"raw"_s, u"aggregates"_s, u"public"_s}) {
        if (parser.value(option).isEmpty())
            return Error{Error::Code::Invalid, u"--%1 is required, see --help"_s.arg(option)};
    }
    options.raw = parser.value(u"raw"_s);
    options.aggregates = parser.value(u"aggregates"_s);
    options.publicFolder = parser.value(u"public"_s);
    if (parser.isSet(u"now"_s)) {
        options.now = momentFrom(parser.value(u"now"_s));
        if (!options.now)
            return Error{Error::Code::Invalid,
                         u"--now takes a moment with its time zone, such as 2026-11-18T12:00:00Z"_s};
    }
    if (parser.isSet(u"check"_s))
        return AggregateCommand{std::nullopt, Budget::No, u"options and settings are fine\n"_s};
    return AggregateCommand{options, AggregateCommand::Budget::No, {}};
}

} // namespace Telemetry
