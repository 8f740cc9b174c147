#pragma once

#include "contract/result.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QStringList>

#include <optional>

/// What the command lines of the host's programs have in common. Pure; any thread.
namespace Telemetry {

/// What a command line asks for: run with these options, or else only print this text.
template<typename Options> struct CommandRequest
{
    std::optional<Options> run;
    QString text;
};

/// A mistake on the command line, in words for whoever typed it.
[[nodiscard]] Error misuse(const QString &why);

/// --now MOMENT.
[[nodiscard]] QCommandLineOption nowOption();
/// The moment of --now; nothing: it wasn't given. Errors: Invalid.
[[nodiscard]] Result<std::optional<QDateTime>> nowOf(const QCommandLineParser &parser);

/// Adds -h and --help to a parser that has all the other options, and parses. The text is only to be printed: help, or
/// the version of this program where the parser has that option; empty: go on. Errors: Invalid.
[[nodiscard]] Result<QString> parsedOrText(QCommandLineParser &parser, const QString &program,
                                           const QStringList &arguments);
/// What --check says once all is read; empty: it wasn't given.
[[nodiscard]] QString checkedText(const QCommandLineParser &parser);

/// All of it, of a parser that `describe` sets up and whose options `optionsOf` takes. Errors: Invalid, with the text
/// for the user.
template<typename Options>
[[nodiscard]] Result<CommandRequest<Options>> readCommand(const QString &program, const QStringList &arguments,
                                                          void (*describe)(QCommandLineParser &),
                                                          Result<Options> (*optionsOf)(const QCommandLineParser &))
{
    QCommandLineParser parser;
    describe(parser);
    const Result<QString> text = parsedOrText(parser, program, arguments);
    if (!text)
        return text.error();
    if (!text.value().isEmpty())
        return CommandRequest<Options>{std::nullopt, text.value()};
    Result<Options> options = optionsOf(parser);
    if (!options)
        return options.error();
    if (const QString checked = checkedText(parser); !checked.isEmpty())
        return CommandRequest<Options>{std::nullopt, checked};
    return CommandRequest<Options>{std::move(options).value(), {}};
}

} // namespace Telemetry
