#include "host/rehearse/rehearseoptions.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Draws a month of made-up people with a noise key that everybody may know, by the code that draws the real\n"
        "numbers. What it makes is published as audit-kit/; docs/method.md says what it proves.\n\n"
        "  make FOLDER   write the kit into this folder, which must be empty\n"
        "  check FOLDER  draw its numbers again, from its raw events and its key, and compare them\n\n"
        "Exit codes: 0 made, or the same; 1 something differs or failed; 2 the command line is wrong."_s);
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, u"make or check"_s);
    parser.addPositionalArgument(u"folder"_s, u"the kit's"_s);
}

Result<RehearseOptions> optionsOf(const QCommandLineParser &parser)
{
    using Command = RehearseOptions::Command;
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || (words[0] != u"make"_s && words[0] != u"check"_s))
        return misuse(u"it takes make FOLDER or check FOLDER, see --help"_s);
    return RehearseOptions{words[0] == u"make"_s ? Command::Make : Command::Check, words[1]};
}

} // namespace

Result<CommandRequest<RehearseOptions>> readRehearseOptions(const QStringList &arguments)
{
    return readCommand(u"napari-telemetry-rehearse"_s, arguments, describe, optionsOf);
}

} // namespace Telemetry
