#include "host/aggregate/aggregateoptions.h"

#include "contract/limits.h"
#include "contract/moment.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Turns the raw events of closed weeks into the numbers that are published.\n\n"
        "For each week that is closed (21 days after its end) and not released yet, it counts the reporters of every\n"
        "cell that the data dictionary registers, adds noise, drops what is below the threshold, rounds the rest and\n"
        "keeps it in the aggregates file. A released week is never computed again. Then it writes the public folder\n"
        "anew from the aggregates file, whole or not at all. Run it as often as you like; a run that was stopped is\n"
        "finished by the next one.\n\n"
        "Exit codes: 0 all is published; 1 a step failed, the message says which, why and what to do; 2 the command\n"
        "line is wrong, nothing was done."_s);
    parser.addPositionalArgument(u"run"_s, u"Release closed weeks and publish."_s);
    parser.addVersionOption();
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Display this help."_s}, // addHelpOption() would add --help-all, which adds nothing
        {u"raw"_s, u"The collector's SQLite file. It is only read. Required."_s, u"file"_s},
        {u"aggregates"_s, u"The SQLite file of what was released, made if it is missing. Back it up. Required."_s,
         u"file"_s},
        {u"public"_s, u"The folder of the public files, made if it is missing and replaced whole. Required."_s,
         u"folder"_s},
        {u"key"_s,
         u"The secret key of the noise, made with mode 0600 if it is missing. Default: the aggregates file's name "
         "with .key at the end."_s,
         u"file"_s},
        {u"now"_s, u"Use this moment, e.g. 2026-11-18T12:00:00Z, instead of the clock: for demonstrations and tests."_s,
         u"ISO 8601"_s},
        {u"epsilon"_s, u"Privacy parameter of the noise of each cell; smaller is more noise. Default: 1."_s,
         u"number"_s, u"1"_s},
        {u"threshold"_s, u"The least noisy count that is published. Default: 15."_s, u"number"_s, u"15"_s},
        {u"rounding"_s, u"Published counts are rounded to multiples of it. Default: 5."_s, u"number"_s, u"5"_s},
    });
}

Result<qint64> numberOf(const QCommandLineParser &parser, const QString &option)
{
    bool ok = false;
    const qint64 number = parser.value(option).toLongLong(&ok);
    if (!ok || number < 1 || number > Limits::publicationParameter)
        return Error{Error::Code::Invalid, u"--%1 takes a whole number from 1 to %2"_s.arg(
                                               option, QString::number(Limits::publicationParameter))};
    return number;
}

Result<ReleaseParameters> parametersOf(const QCommandLineParser &parser)
{
    const auto epsilon = Epsilon::fromString(parser.value(u"epsilon"_s));
    if (!epsilon)
        return Error{Error::Code::Invalid, u"--epsilon: "_s + epsilon.error().detail};
    const auto threshold = numberOf(parser, u"threshold"_s);
    const auto rounding = numberOf(parser, u"rounding"_s);
    if (!threshold || !rounding)
        return (threshold ? rounding : threshold).error();
    if (rounding.value() > threshold.value()) // a count could become 0, which would mean something else
        return Error{Error::Code::Invalid, u"--rounding must not be above --threshold"_s};
    return ReleaseParameters{epsilon.value(), threshold.value(), rounding.value()};
}

} // namespace

Result<AggregateCommand> readAggregateOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return Error{Error::Code::Invalid, parser.errorText()};
    if (parser.isSet(u"help"_s))
        return AggregateCommand{std::nullopt, parser.helpText()};
    if (parser.isSet(u"version"_s))
        return AggregateCommand{std::nullopt, u"napari-telemetry-aggregate " TELEMETRY_VERSION "\n"_s};
    if (parser.positionalArguments() != QStringList{u"run"_s})
        return Error{Error::Code::Invalid, u"the only command is \"run\", see --help"_s};
    AggregateOptions options;
    for (const QString &option : {u"raw"_s, u"aggregates"_s, u"public"_s}) {
        if (parser.value(option).isEmpty())
            return Error{Error::Code::Invalid, u"--%1 is required, see --help"_s.arg(option)};
    }
    options.raw = parser.value(u"raw"_s);
    options.aggregates = parser.value(u"aggregates"_s);
    options.publicFolder = parser.value(u"public"_s);
    options.key = parser.isSet(u"key"_s) ? parser.value(u"key"_s) : options.aggregates + u".key"_s;
    if (parser.isSet(u"now"_s)) {
        options.now = momentFrom(parser.value(u"now"_s));
        if (!options.now)
            return Error{Error::Code::Invalid,
                         u"--now takes a moment with its time zone, such as 2026-11-18T12:00:00Z"_s};
    }
    const auto parameters = parametersOf(parser);
    if (!parameters)
        return parameters.error();
    options.parameters = parameters.value();
    return AggregateCommand{options, {}};
}

} // namespace Telemetry
