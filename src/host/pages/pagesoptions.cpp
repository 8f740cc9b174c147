#include "host/pages/pagesoptions.h"

#include "host/commandline/siteoptions.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Writes the public pages of what is published: static files, which need no program on the host that serves\n"
        "them and no JavaScript. The folder that they become is replaced whole, or not at all.\n\n"
        "Exit codes: 0 the folder is as it should be; 1 failed, and nothing has changed; 2 the command line is wrong."_s);
    parser.addVersionOption();
    parser.addPositionalArgument(u"public"_s, u"the public folder of the aggregation"_s);
    parser.addPositionalArgument(u"out"_s, u"the folder that the site becomes; what is in it goes"_s);
    parser.addOptions(
        {{u"site"_s,
          u"The built site (build/site): adds search and sorting, the page that verifies certificates, and "
          "NAP-8."_s,
          u"folder"_s},
         {u"address"_s, u"Where the site will be, such as https://usage.napari.org/. Citations and badges name it."_s,
          u"url"_s},
         {u"contact"_s, u"How to reach who publishes it: an e-mail address, or the address of a page."_s,
          u"contact"_s}});
}

Result<PagesOptions> optionsOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    if (words.size() != 2 || words[0].isEmpty() || words[1].isEmpty())
        return misuse(u"it takes a public folder and the folder of the site, see --help"_s);
    PagesOptions options{words[0], words[1], parser.value(u"site"_s), parser.value(u"address"_s)};
    if (parser.isSet(u"address"_s)) {
        const auto address =
            siteAddress(u"--address"_s, options.address.endsWith(u'/') ? options.address : options.address + u'/');
        if (!address)
            return address.error();
        options.address = address.value();
    }
    if (parser.isSet(u"contact"_s)) {
        const auto contact = siteContact(u"--contact"_s, parser.value(u"contact"_s));
        if (!contact)
            return contact.error();
        options.contact = contact.value();
    }
    return options;
}

} // namespace

Result<CommandRequest<PagesOptions>> readPagesOptions(const QStringList &arguments)
{
    return readCommand(u"napari-telemetry-pages"_s, arguments, describe, optionsOf);
}

} // namespace Telemetry
