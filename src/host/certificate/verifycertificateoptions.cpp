#include "host/certificate/verifycertificateoptions.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Verifies a certificate: who signed it, and whether its numbers are those that were published.\n\n"
        "With a copy of the public folder the key is looked for in keys.json, and each number in the file and the "
        "line\n"
        "of the history that it names. Without one, only the signature by the key in the certificate itself can be\n"
        "verified: compare its name with one from a place that you trust. Nothing is sent or fetched.\n\n"
        "Exit codes: 0 all that could be verified is right; 1 something is wrong, the message says what; 2 the "
        "command\n"
        "line is wrong.\n"_s);
    parser.addPositionalArgument(u"verify"_s, u"This command."_s);
    parser.addPositionalArgument(u"file"_s, u"The certificate, a JSON file."_s, u"FILE"_s);
    parser.addOptions({
        {u"public"_s, u"The folder of the public files, or a copy of it. It is only read."_s, u"folder"_s},
    });
}

Result<VerifyCertificateOptions> optionsOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.value(0) != "verify"_L1 || words.size() != 2 || words.value(1).isEmpty())
        return misuse(u"verify takes one certificate, see verify --help"_s);
    if (parser.isSet(u"public"_s) && parser.value(u"public"_s).isEmpty())
        return misuse(u"--public takes a folder"_s);
    return VerifyCertificateOptions{words.value(1), parser.value(u"public"_s)};
}

} // namespace

QString verifyCertificateCommand()
{
    return u"napari-telemetry-aggregate verify"_s;
}

Result<CommandRequest<VerifyCertificateOptions>> readVerifyCertificateOptions(const QStringList &arguments)
{
    return readCommand(verifyCertificateCommand(), arguments, describe, optionsOf);
}

} // namespace Telemetry
