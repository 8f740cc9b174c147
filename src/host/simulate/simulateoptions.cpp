#include "host/simulate/simulateoptions.h"

#include "host/simulate/person.h"

#include "contract/limits.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Makes up people who use napari and sends what they would send to a collector on this computer.\n\n"
        "The same seed makes the same people and the same events. What a person does in a week depends on the week "
        "and\n"
        "not on the run, so that several runs of some weeks each make the same as one run of all. A collector takes "
        "only\n"
        "weeks that are open by its clock, at most 4 at a time: start it with --now at the end of these weeks (this\n"
        "program prints the moment), run this program, stop it, and so on; docs/aggregation.md has the loop.\n\n"
        "Exit codes: 0 all was accepted; 1 something was refused or failed; 2 the command line is wrong."_s);
    parser.addVersionOption();
    parser.addOptions({
        {u"people"_s, u"How many people were asked; about half report in a week. Required."_s, u"number"_s},
        {u"from"_s, u"The first week, e.g. 2026-W40. Required."_s, u"week"_s},
        {u"weeks"_s, u"How many weeks. Default: 1."_s, u"number"_s, u"1"_s},
        {u"opened"_s,
         u"The week in which all this began: nobody has reported before it, so everybody's first report is later."_s,
         u"week"_s},
        {u"seed"_s, u"Another number makes other people. Default: 1."_s, u"number"_s, u"1"_s},
        {u"collector"_s, u"http://127.0.0.1:PORT. Without it nothing is sent."_s, u"address"_s},
        {u"truth"_s, u"Write the exact counts of these weeks to this file, as JSON."_s, u"file"_s},
    });
}

/// A whole number of 1 … maximum.
std::optional<qint64> number(const QString &text, qint64 maximum)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    return ok && value >= 1 && value <= maximum ? std::optional(value) : std::nullopt;
}

Result<SimulateOptions> optionsOf(const QCommandLineParser &parser)
{
    if (!parser.positionalArguments().isEmpty())
        return misuse(u"it takes options only, see --help"_s);
    const auto people = number(parser.value(u"people"_s), Limits::simulatedPeople);
    if (!people)
        return misuse(u"--people takes a number from 1 to %1"_s.arg(Limits::simulatedPeople));
    const auto weeks = number(parser.value(u"weeks"_s), Limits::simulatedWeeks);
    if (!weeks)
        return misuse(u"--weeks takes a number from 1 to %1"_s.arg(Limits::simulatedWeeks));
    const auto from = Week::fromString(parser.value(u"from"_s));
    if (!from || *from < firstSimulatedWeek())
        return misuse(u"--from takes a week from %1 on, such as 2026-W40"_s.arg(firstSimulatedWeek().toString()));
    const auto opened = Week::fromString(parser.value(u"opened"_s));
    if (parser.isSet(u"opened"_s) && !opened)
        return misuse(u"--opened takes a week, such as 2026-W36"_s);
    bool ok = false;
    SimulateOptions options{*people,
                            parser.value(u"seed"_s).toULongLong(&ok),
                            *from,
                            int(*weeks),
                            opened,
                            std::nullopt,
                            parser.value(u"truth"_s)};
    if (!ok)
        return misuse(u"--seed takes a whole number"_s);
    if (parser.isSet(u"collector"_s)) {
        const auto collector = Endpoints::onLoopback(parser.value(u"collector"_s));
        if (!collector)
            return misuse(u"--collector takes only http://127.0.0.1:PORT or http://[::1]:PORT"_s);
        if (!momentFor(options.from, options.weeks))
            return misuse(u"a collector takes only weeks that are open, so at most 4 at a time; use several runs"_s);
        options.collector = collector.value();
    } else if (options.truth.isEmpty()) {
        return misuse(u"without --collector and --truth there is nothing to do, see --help"_s);
    }
    return options;
}

} // namespace

std::optional<QDateTime> momentFor(Week from, int weeks)
{
    const QDateTime moment = from.plusWeeks(weeks - 1).monday().addDays(6).startOfDay(Qt::UTC).addSecs(12 * 3600);
    return moment < from.closesAt() ? std::optional(moment) : std::nullopt;
}

Result<CommandRequest<SimulateOptions>> readSimulateOptions(const QStringList &arguments)
{
    return readCommand(u"napari-telemetry-simulate"_s, arguments, describe, optionsOf);
}

} // namespace Telemetry
