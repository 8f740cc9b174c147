#include "host/settings/disk/settingsfile.h"

#include "contract/limits.h"
#include "host/settings/hostsettings.h"
#include "platform/disk/wholefile.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto flag = u"--settings"_s;

/// Takes the file's name out of the arguments; the last one counts, as of other options.
Result<std::optional<QString>> takeFile(QStringList &arguments)
{
    std::optional<QString> file;
    for (qsizetype i = 1; i < arguments.size();) {
        if (arguments[i] == flag) {
            if (i + 1 == arguments.size())
                return Error{Error::Code::Invalid, u"--settings takes a file"_s};
            file = arguments[i + 1];
            arguments.remove(i, 2);
        } else if (arguments[i].startsWith(flag + u'=')) {
            file = arguments.takeAt(i).mid(flag.size() + 1);
        } else {
            ++i;
        }
    }
    return file;
}

} // namespace

Result<QStringList> argumentsWithSettings(const QString &program, const QStringList &arguments,
                                          const QProcessEnvironment &environment, const QString &usual)
{
    QStringList rest = arguments;
    const auto flagged = takeFile(rest);
    if (!flagged)
        return flagged.error();
    const QString variable = environment.value(settingsVariable());
    const bool isNamed = flagged.value() || !variable.isEmpty();
    const QString file = flagged.value().value_or(variable.isEmpty() ? usual : variable);
    const auto bytes = WholeFile::read(file, Limits::hostSettingsBytes);
    if (!bytes && isNamed)
        return Error{Error::Code::NotFound, u"there is no settings file %1"_s.arg(file)};
    QMap<QString, QString> values;
    if (bytes) {
        if (!*bytes)
            return Error{bytes->error().code,
                         u"the settings in %1 can't be read: %2"_s.arg(file, bytes->error().detail)};
        auto read = readHostSettings(bytes->value(), file);
        if (!read)
            return read.error();
        values = std::move(read).value();
    }
    return withSettings(program, rest, values, environment);
}

} // namespace Telemetry
