#include "host/history/verifyoptions.h"

#include "host/history/historyverifier.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Checks a telemetry host by its public files alone, as anybody can: that each line of its history follows "
        u"from\n"
        "the one before, that keys which were valid signed it, and that every file is what the history says. Held\n"
        "against a copy that you have kept, it finds what was rewritten or taken away. docs/history.md explains it.\n\n"
        "Exit codes: 0 all is right; 1 something is wrong, the text says what; 2 the command line is wrong; 3 not\n"
        "everything could be read.\n"_s);
    parser.addPositionalArgument(u"verify"_s, u"Check a history."_s);
    parser.addOptions({
        {u"history"_s,
         u"The public files: an address such as https://telemetry.napari.org/data, or a folder. Required."_s,
         u"URL|FOLDER"_s},
        {u"against"_s, u"A copy of the history, of which only history.jsonl is read."_s, u"URL|FOLDER"_s},
        {u"json"_s, u"Say it as JSON."_s},
    });
}

CommandOutcome misused(const Error &error)
{
    return {CommandOutcome::Usage, {}, error.detail};
}

Result<VerifyOptions> optionsOf(const QCommandLineParser &parser)
{
    if (parser.positionalArguments() != QStringList{u"verify"_s})
        return misuse(u"\"verify\" takes options only, see --help"_s);
    const VerifyOptions options{parser.value(u"history"_s), parser.value(u"against"_s), parser.isSet(u"json"_s)};
    if (options.history.isEmpty())
        return misuse(u"--history is required, see --help"_s);
    if (parser.isSet(u"against"_s) && options.against.isEmpty())
        return misuse(u"--against takes an address or a folder, see --help"_s);
    return options;
}

} // namespace

Result<CommandRequest<VerifyOptions>> readVerifyOptions(const QStringList &arguments)
{
    return readCommand(u"napari-telemetry-aggregate verify"_s, arguments, describe, optionsOf);
}

CommandOutcome runVerifyHistory(const VerifyOptions &options, const SourceMaker &open)
{
    const auto first = open(options.history);
    if (!first)
        return misused(first.error());
    HistoryVerifier verifier(options.history, *first.value());
    Result<std::unique_ptr<AbstractPublicSource>> second = std::unique_ptr<AbstractPublicSource>();
    if (!options.against.isEmpty()) {
        second = open(options.against);
        if (!second)
            return misused(second.error());
        verifier.holdAgainst(options.against, *second.value());
    }
    const HistoryReport report = verifier.verify();
    CommandOutcome outcome;
    outcome.text = options.json ? QString::fromUtf8(jsonOf(report)) : textOf(report);
    if (!report.problems.isEmpty())
        outcome.exit = CommandOutcome::Failed;
    else if (!report.unread.isEmpty())
        outcome.exit = CommandOutcome::NotChecked;
    return outcome;
}

} // namespace Telemetry
