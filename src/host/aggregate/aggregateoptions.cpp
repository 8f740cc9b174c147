#include "host/aggregate/aggregateoptions.h"

#include "host/aggregate/complaint.h"
#include "host/commandline/commandline.h"
#include "host/commandline/siteoptions.h"
#include "host/history/historyentry.h"
#include "host/settings/hostsettings.h"

#include "contract/limits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Command = AggregateOptions::Command;

struct CommandDefinition
{
    QString name;
    Command command;
    QString words; ///< what stands behind it
    QString what;
    QStringList options; ///< beside those of the files
};

const QList<CommandDefinition> &commands()
{
    static const QList<CommandDefinition> all{
        {u"run"_s, Command::Run, {}, u"Delete raw events that are too old or published; draw what has closed."_s, {}},
        {u"review"_s,
         Command::Review,
         {},
         u"Show what waits to be published, and its digest."_s,
         {u"html"_s, u"json"_s}},
        {u"draw-again"_s,
         Command::DrawAgain,
         {},
         u"Drop what waits and draw it anew; needs a --reason."_s,
         {u"reason"_s}},
        {u"publish"_s,
         Command::Publish,
         u"[DIGEST]"_s,
         u"Publish what waits and has this digest; or finish what was stopped."_s,
         {u"automatic"_s}},
        {u"remove"_s,
         Command::Remove,
         u"KIND NAME [TEXT...]"_s,
         u"Take a plugin, a topic or a cell (table and its texts) out of everything, for good; needs a --reason."_s,
         {u"reason"_s, u"in-advance"_s}},
        {u"access"_s,
         Command::Access,
         {},
         u"Read raw events, in SQLite's shell on a copy in memory; the public history says who and why."_s,
         {u"reason"_s, u"role"_s}},
        {u"audit"_s, Command::Audit, {}, u"Look whether the host keeps its promises."_s, {u"json"_s}},
    };
    return all;
}

QString commandsText()
{
    QString text = u"Commands:\n"_s;
    for (const CommandDefinition &each : commands())
        text += u"  %1  %2\n"_s.arg((each.name + u' ' + each.words).trimmed().leftJustified(26), each.what);
    for (const auto &[name, what] :
         {std::pair(u"certificate"_s, u"Make a plugin's authors a certificate of its published numbers."_s),
          std::pair(u"verify"_s, u"Check a certificate; with --history, the public history."_s),
          std::pair(u"key"_s, u"Make, enter, retire and revoke the keys that sign; sign."_s)})
        text += u"  %1  %2 Its own --help.\n"_s.arg(name.leftJustified(26), what);
    return text
           + u"  %1  %2\n"_s.arg(u"budget"_s.leftJustified(26),
                                 u"Show what the published numbers can give away about one person. Reads no "
                                 "file."_s);
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Turns the raw events of closed weeks and months into the numbers that are published.\n\n"
        "\"run\", which a timer starts every day, deletes raw events that are too old, or whose numbers are published, "
        "and\n"
        "draws candidates of each week that is closed (21 days after its end) and each month whose last week is: it "
        "counts\n"
        "the people of every cell that the data dictionary registers, adds noise, drops what is below the threshold "
        "and\n"
        "rounds the rest. A person looks at them (\"review\") and publishes them by their digest (\"publish\"). What "
        "is\n"
        "published is never computed again. Any command may be stopped at any moment; the next one finishes it. "
        "Noise,\n"
        "thresholds and rounding are those of the data dictionary; the key of the noise is drawn anew each time and "
        "never\n"
        "written.\n\n"_s
        + commandsText() + u'\n' + exitCodesText() + u'\n' + settingsHelp(u"napari-telemetry-aggregate"_s));
    parser.addPositionalArgument(u"command"_s, u"One of those above."_s);
    parser.addVersionOption();
    parser.addOptions({
        {u"raw"_s, u"The collector's SQLite file. Required."_s, u"file"_s},
        {u"aggregates"_s, u"The SQLite file of what was drawn, made if it is missing. Back it up. Required."_s,
         u"file"_s},
        {u"public"_s, u"The folder of the public files, made if it is missing and replaced whole. Required."_s,
         u"folder"_s},
        {u"site"_s,
         u"The folder of the public pages, made if it is missing and replaced whole; without it none are "
         "written."_s,
         u"folder"_s},
        {u"site-files"_s, u"What is built of site/ (ranges, search, verifier); else what was installed with this."_s,
         u"folder"_s},
        {u"site-address"_s, u"Where the site is served, such as https://usage.napari.org/."_s, u"url"_s},
        {u"contact"_s, u"How to reach you, on the pages: an e-mail address, or the address of a page."_s, u"contact"_s},
        {u"public-copy"_s,
         u"Where the site, or else the public folder, is copied to: a folder, or HOST:FOLDER by rsync "
         "over ssh."_s,
         u"place"_s},
        {u"publish-automatically"_s, u"Whether \"publish --automatic\" may publish: true or false."_s, u"true"_s},
        {u"public-list"_s, u"The public list that the collector uses, which is published."_s, u"file"_s},
        {u"signing-keys"_s, u"Files of the keys that sign the history, with : between them."_s, u"files"_s},
        {u"backups"_s, u"Folders in which audit looks for raw events, with : between them."_s, u"folders"_s},
        {u"settings"_s, u"Another settings file."_s, u"file"_s},
        {u"check"_s, u"Only say whether options and settings are fine."_s},
        nowOption(),
        {u"clock-is-right"_s, u"Don't doubt this computer's clock, once."_s},
        {u"html"_s, u"With review: one page for a browser."_s},
        {u"json"_s, u"With review, audit and budget: as JSON."_s},
        {u"automatic"_s, u"With publish: when the settings allow it, and nothing is suspicious."_s},
        {u"role"_s, u"With access: who reads, such as \"second operator\". It is public: no name."_s, u"text"_s},
        {u"reason"_s, u"With draw-again, remove and access: what the public history says about it."_s, u"text"_s},
        {u"in-advance"_s, u"With remove: also when nothing of it is published or waits."_s},
    });
}

/// Options that belong to another command are a mistake, not something to pass over.
std::optional<Error> foreignOption(const QCommandLineParser &parser, const CommandDefinition &command)
{
    for (const QString &option : {u"html"_s, u"json"_s, u"automatic"_s, u"reason"_s, u"role"_s, u"in-advance"_s}) {
        if (parser.isSet(option) && !command.options.contains(option))
            return misuse(u"\"%1\" takes no --%2, see --help"_s.arg(command.name, option));
    }
    return std::nullopt;
}

/// The history takes no other text, and nothing may be done that can't be entered.
std::optional<Error> refusedText(const QCommandLineParser &parser)
{
    for (const QString &option : {u"reason"_s, u"role"_s}) {
        if (parser.isSet(option) && !isHistoryText(parser.value(option).trimmed()))
            return misuse(u"--%1 takes one line of 1 to %2 characters that can be seen"_s.arg(
                option, QString::number(Limits::historyTextChars)));
    }
    return std::nullopt;
}

/// What the pages say; without a site it would be nowhere.
std::optional<Error> readSite(const QCommandLineParser &parser, AggregateOptions &options)
{
    options.site = parser.value(u"site"_s);
    options.siteFiles = parser.value(u"site-files"_s);
    options.siteAddress = parser.value(u"site-address"_s);
    options.contact = parser.value(u"contact"_s);
    const std::pair<QString, QString> given[]{{u"site-files"_s, options.siteFiles},
                                              {u"site-address"_s, options.siteAddress},
                                              {u"contact"_s, options.contact}};
    for (const auto &[option, value] : given) {
        if (!value.isEmpty() && options.site.isEmpty())
            return misuse(
                u"--%1 is of the public pages, and --site (the setting site) names no folder for them"_s.arg(option));
    }
    if (!options.siteAddress.isEmpty()) {
        if (const auto read = siteAddress(u"--site-address (the setting site_address)"_s, options.siteAddress); !read)
            return read.error();
    }
    if (!options.contact.isEmpty()) {
        if (const auto read = siteContact(u"--contact (the setting contact)"_s, options.contact); !read)
            return read.error();
    }
    return std::nullopt;
}

std::optional<Error> readWords(const QCommandLineParser &parser, AggregateOptions &options)
{
    static const QRegularExpression digest(u"^[0-9a-f]{64}$"_s);
    options.words = parser.positionalArguments().mid(1);
    if (auto error = refusedText(parser))
        return error;
    options.reason = parser.value(u"reason"_s).trimmed();
    options.role = parser.value(u"role"_s).trimmed();
    switch (options.command) {
    case Command::Remove:
        return std::nullopt; // the dictionary says what is right
    case Command::DrawAgain:
        if (options.reason.isEmpty())
            return misuse(u"\"draw-again\" needs a --reason, which the history shows"_s);
        break;
    case Command::Access:
        if (options.reason.isEmpty() || options.role.isEmpty())
            return misuse(u"\"access\" needs a --role (who reads) and a --reason, which the history shows"_s);
        break;
    case Command::Publish:
        if (options.words.size() == 1 && !options.automatic && digest.match(options.words.first()).hasMatch()) {
            options.digest = options.words.takeFirst().toLatin1();
            return std::nullopt;
        }
        if (!options.words.isEmpty())
            return misuse(u"\"publish\" takes the digest that \"review\" shows, or --automatic"_s);
        break;
    case Command::Run:
    case Command::Review:
    case Command::Audit:
        break;
    }
    if (!options.words.isEmpty())
        return misuse(u"\"%1\" is too much, see --help"_s.arg(options.words.join(u' ')));
    return std::nullopt;
}

} // namespace

bool readsSettings(const QStringList &arguments)
{
    return std::any_of(commands().begin(), commands().end(),
                       [&](const CommandDefinition &each) { return arguments.contains(each.name); });
}

Result<AggregateCommand> readAggregateOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    const auto text = parsedOrText(parser, u"napari-telemetry-aggregate"_s, arguments);
    if (!text)
        return text.error();
    if (!text.value().isEmpty())
        return AggregateCommand{std::nullopt, AggregateCommand::Budget::No, text.value()};
    using Budget = AggregateCommand::Budget;
    const bool json = parser.isSet(u"json"_s);
    const QString name = parser.positionalArguments().value(0);
    if (parser.positionalArguments() == QStringList{u"budget"_s} && parser.optionNames().size() == (json ? 1 : 0))
        return AggregateCommand{std::nullopt, json ? Budget::Json : Budget::Text, {}};
    const auto command = std::find_if(commands().begin(), commands().end(),
                                      [&](const CommandDefinition &each) { return each.name == name; });
    if (command == commands().end())
        return misuse(name.isEmpty() ? u"a command is missing, see --help"_s
                                     : u"there is no command \"%1\", see --help"_s.arg(name));
    if (auto error = foreignOption(parser, *command))
        return *error;
    AggregateOptions options;
    options.command = command->command;
    for (const QString &option : {u"raw"_s, u"aggregates"_s, u"public"_s}) {
        if (parser.value(option).isEmpty())
            return misuse(u"--%1 is required, see --help"_s.arg(option));
    }
    options.raw = parser.value(u"raw"_s);
    options.aggregates = parser.value(u"aggregates"_s);
    options.publicFolder = parser.value(u"public"_s);
    options.publicCopy = parser.value(u"public-copy"_s);
    if (auto error = readSite(parser, options))
        return *error;
    options.publicList = parser.value(u"public-list"_s);
    options.signingKeys = parser.value(u"signing-keys"_s).split(u':', Qt::SkipEmptyParts);
    options.backups = parser.value(u"backups"_s).split(u':', Qt::SkipEmptyParts);
    options.clockIsRight = parser.isSet(u"clock-is-right"_s);
    options.html = parser.isSet(u"html"_s);
    options.json = json;
    options.automatic = parser.isSet(u"automatic"_s);
    options.inAdvance = parser.isSet(u"in-advance"_s);
    if (const QString allowed = parser.value(u"publish-automatically"_s); !allowed.isEmpty()) {
        if (allowed != u"true"_s && allowed != u"false"_s)
            return misuse(u"--publish-automatically takes true or false"_s);
        options.publishAutomatically = allowed == u"true"_s;
    }
    const auto now = nowOf(parser);
    if (!now)
        return now.error();
    options.now = now.value();
    if (auto error = readWords(parser, options))
        return *error;
    if (const QString checked = checkedText(parser); !checked.isEmpty())
        return AggregateCommand{std::nullopt, Budget::No, checked};
    return AggregateCommand{options, Budget::No, {}};
}

} // namespace Telemetry
