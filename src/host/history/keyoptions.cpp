#include "host/history/keyoptions.h"

#include "contract/limits.h"
#include "host/history/historyentry.h"
#include "host/history/namedsignature.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Does = KeyOptions::Does;

constexpr int publicKeyBytes = 32;

/// One command: whether a word stands behind it, and which options it takes beside --aggregates.
struct Form
{
    QString word;
    Does does;
    bool takesArgument;
    QStringList required;
    QStringList allowed;
};

const QList<Form> &forms()
{
    static const QStringList change{u"reason"_s, u"threshold"_s};
    static const QList<Form> all = {
        {u"new"_s, Does::New, true, {u"holder"_s}, {}},
        {u"add"_s, Does::Add, true, {u"holder"_s, u"key"_s, u"aggregates"_s}, change},
        {u"retire"_s, Does::Retire, true, {u"key"_s, u"aggregates"_s}, change},
        {u"revoke"_s, Does::Revoke, true, {u"reason"_s, u"key"_s, u"aggregates"_s}, change},
        {u"sign"_s, Does::Sign, false, {u"key"_s, u"aggregates"_s}, {}},
        {u"take"_s, Does::Take, true, {u"aggregates"_s}, {}},
        {u"list"_s, Does::List, false, {u"aggregates"_s}, {}},
    };
    return all;
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"Looks after the keys that sign the history. docs/history.md says when to do what, step by step.\n\n"
        "  key new FILE --holder ROLE              make a secret key in FILE, and show what is public of it\n"
        "  key add PUBLIC --holder ROLE --key ...  enter a key; the first signs itself, others need a valid one\n"
        "  key retire NAME --key ...               it signs no more: its holder has another, or does something else\n"
        "  key revoke NAME --reason TEXT --key ... somebody else may have it\n"
        "  key sign --key ...                      sign the history as it is now\n"
        "  key take FILE                           take the signatures of a history-head.json signed elsewhere\n"
        "  key list                                show the keys, and which of them have signed\n\n"
        "Exit codes: 0 done; 1 it was not done, the message says why; 2 the command line is wrong.\n"_s);
    parser.addPositionalArgument(u"key"_s, u"Make, enter, or withdraw a key, or sign."_s);
    parser.addOptions({
        {u"aggregates"_s, u"The SQLite file of what was released: the history is in its folder."_s, u"file"_s},
        {u"key"_s, u"A file with a secret key that signs; once for each of them."_s, u"file"_s},
        {u"holder"_s, u"What its holder is here, such as \"first operator\". It is public: no name."_s, u"role"_s},
        {u"reason"_s, u"Why, in a line. It is public."_s, u"text"_s},
        {u"threshold"_s, u"How many keys have to sign from now on."_s, u"number"_s},
    });
}

std::optional<Error> faultOf(const Form &form, const QCommandLineParser &parser)
{
    const qsizetype words = parser.positionalArguments().size() - 2;
    if (words != (form.takesArgument ? 1 : 0))
        return misuse(u"\"key %1\" takes %2, see --help"_s.arg(form.word, form.takesArgument ? u"one word behind it"_s
                                                                                             : u"options only"_s));
    for (const QString &option : form.required) {
        if (parser.value(option).isEmpty())
            return misuse(u"\"key %1\" needs --%2, see --help"_s.arg(form.word, option));
    }
    for (const QString &option : {u"holder"_s, u"key"_s, u"reason"_s, u"threshold"_s}) {
        if (parser.isSet(option) && !form.required.contains(option) && !form.allowed.contains(option))
            return misuse(u"\"key %1\" doesn't take --%2, see --help"_s.arg(form.word, option));
    }
    for (const QString &option : {u"holder"_s, u"reason"_s}) {
        if (parser.isSet(option) && !isHistoryText(parser.value(option)))
            return misuse(u"--%1 takes one line of at most %2 characters"_s.arg(
                option, QString::number(Limits::historyTextChars)));
    }
    return std::nullopt;
}

Result<KeyOptions> optionsOf(const QCommandLineParser &parser)
{
    const QStringList words = parser.positionalArguments();
    const auto form =
        std::find_if(forms().begin(), forms().end(), [&](const Form &one) { return one.word == words.value(1); });
    if (words.value(0) != u"key"_s || form == forms().end())
        return misuse(u"\"key\" is followed by new, add, retire, revoke, sign, take or list, see --help"_s);
    if (const auto error = faultOf(*form, parser))
        return *error;
    KeyOptions options;
    options.does = form->does;
    options.file = words.value(2);
    options.holder = parser.value(u"holder"_s);
    options.reason = parser.value(u"reason"_s);
    options.keyFiles = parser.values(u"key"_s);
    const QString aggregates = parser.value(u"aggregates"_s);
    options.folder = aggregates.left(aggregates.lastIndexOf(u'/') + 1);
    if (options.folder.isEmpty())
        options.folder = u"."_s;
    if (parser.isSet(u"threshold"_s)) {
        options.threshold = parser.value(u"threshold"_s).toInt();
        if (options.threshold < 1)
            return misuse(u"--threshold takes a number from 1"_s);
    }
    if (options.does == Does::Add) {
        options.publicBytes = fromStrictBase64(words[2]);
        if (options.publicBytes.size() != publicKeyBytes)
            return misuse(u"\"key add\" takes the public line that \"key new\" has shown"_s);
    }
    if (options.does == Does::Retire || options.does == Does::Revoke) {
        options.name = words[2].toLatin1();
        if (!isKeyName(options.name))
            return misuse(u"the name of a key has 16 digits, such as 21fe31dfa154a261; see \"key list\""_s);
    }
    return options;
}

} // namespace

Result<CommandRequest<KeyOptions>> readKeyOptions(const QStringList &arguments)
{
    return readCommand(u"napari-telemetry-aggregate key"_s, arguments, describe, optionsOf);
}

} // namespace Telemetry
