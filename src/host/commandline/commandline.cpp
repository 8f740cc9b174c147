#include "host/commandline/commandline.h"

#include "contract/moment.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

Error misuse(const QString &why)
{
    return Error{Error::Code::Invalid, why};
}

QCommandLineOption nowOption()
{
    return {u"now"_s,
            u"Use this moment, e.g. 2026-11-18T12:00:00Z, instead of the clock: for demonstrations and tests."_s,
            u"ISO 8601"_s};
}

Result<std::optional<QDateTime>> nowOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"now"_s))
        return std::optional<QDateTime>();
    const auto now = momentFrom(parser.value(u"now"_s));
    if (!now)
        return misuse(u"--now takes a moment with its time zone, such as 2026-11-18T12:00:00Z"_s);
    return now;
}

Result<QString> parsedOrText(QCommandLineParser &parser, const QString &program, const QStringList &arguments)
{
    // addHelpOption() would add --help-all, which adds nothing.
    parser.addOption({{u"h"_s, u"help"_s}, u"Display this help."_s});
    if (!parser.parse(arguments))
        return misuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        return parser.helpText();
    // isSet() complains of options that a parser doesn't have.
    if (parser.optionNames().contains(u"version"_s) || parser.optionNames().contains(u"v"_s))
        return program + u" " TELEMETRY_VERSION "\n"_s;
    return QString();
}

QString checkedText(const QCommandLineParser &parser)
{
    return parser.optionNames().contains(u"check"_s) ? u"options and settings are fine\n"_s : QString();
}

} // namespace Telemetry
