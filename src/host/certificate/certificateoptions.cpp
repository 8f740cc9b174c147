#include "host/certificate/certificateoptions.h"

#include "contract/limits.h"
#include "contract/publicstrings.h"
#include "host/certificate/certificate.h"
#include "host/certificate/months.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Makes a certificate for the authors of a plugin: its published numbers, month by month, signed.\n\n"
        "It reads the public folder and nothing else, so that it can't say more than everybody can read there. Each\n"
        "number is held against the history first. It writes PLUGIN-FROM-TO.json, which is the certificate, and\n"
        "PLUGIN-FROM-TO.pdf, a page to show. It needs no screen.\n\n"
        "Exit codes: 0 it is made; 1 a step failed, the message says which, why and what to do; 2 the command line is\n"
        "wrong; 3 nothing of the plugin was published in these months, so there is nothing to certify.\n"_s);
    parser.addPositionalArgument(u"certificate"_s, u"This command."_s);
    parser.addPositionalArgument(u"plugin"_s, u"The name of the plugin, as on PyPI."_s, u"PLUGIN"_s);
    parser.addOptions({
        {u"from"_s, u"The first month, such as 2026-01. Required."_s, u"month"_s},
        {u"to"_s, u"The last month, included. Required."_s, u"month"_s},
        {u"public"_s, u"The folder of the public files. It is only read. Required."_s, u"folder"_s},
        {u"key"_s, u"The file of the secret key that signs, as \"key new\" makes it. Required."_s, u"file"_s},
        {u"out"_s, u"The folder that the certificate is written into; this one if it is not given."_s, u"folder"_s},
        {u"json"_s, u"Say what was done as JSON."_s},
        nowOption(),
    });
}

/// The plugin and the months. The rest is set already.
Result<CertificateOptions> withRange(CertificateOptions options, const QString &plugin)
{
    options.plugin = normalisedPluginName(plugin);
    if (!isPluginName(options.plugin))
        return misuse(u"\"%1\" is not the name of a plugin as on PyPI, such as napari-svg"_s.arg(plugin));
    if (!isMonthName(options.from) || !isMonthName(options.to))
        return misuse(u"--from and --to take months, such as 2026-01"_s);
    if (options.from > options.to)
        return misuse(u"--from is after --to"_s);
    // Years first: the months of ten thousand years would be a long list.
    if (options.to.left(4).toInt() - options.from.left(4).toInt() > Limits::certificateMonths / 12
        || monthsBetween(options.from, options.to).size() > Limits::certificateMonths)
        return misuse(u"a certificate is about %1 months at the most; make two"_s.arg(Limits::certificateMonths));
    return options;
}

Result<CertificateOptions> optionsOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.value(0) != "certificate"_L1 || words.size() != 2)
        return misuse(u"certificate takes the name of one plugin, see certificate --help"_s);
    for (const QString &option : {u"from"_s, u"to"_s, u"public"_s, u"key"_s}) {
        if (parser.value(option).isEmpty())
            return misuse(u"--%1 is required, see certificate --help"_s.arg(option));
    }
    CertificateOptions options;
    options.from = parser.value(u"from"_s);
    options.to = parser.value(u"to"_s);
    options.publicFolder = parser.value(u"public"_s);
    options.key = parser.value(u"key"_s);
    options.json = parser.isSet(u"json"_s);
    if (parser.isSet(u"out"_s))
        options.out = parser.value(u"out"_s);
    if (options.out.isEmpty())
        return misuse(u"--out takes a folder"_s);
    const auto now = nowOf(parser);
    if (!now)
        return now.error();
    options.now = now.value();
    return withRange(options, words.value(1));
}

} // namespace

QString certificateCommand()
{
    return u"napari-telemetry-aggregate certificate"_s;
}

Result<CommandRequest<CertificateOptions>> readCertificateOptions(const QStringList &arguments)
{
    return readCommand(certificateCommand(), arguments, describe, optionsOf);
}

} // namespace Telemetry
