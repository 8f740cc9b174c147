#include "host/settings/hostsettings.h"

#include "contract/limits.h"

// The library's header is not written for our warnings. It reports errors by a value here, not by an exception.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto prefix = u"NAPARI_TELEMETRY_HOST_"_s;
const auto collector = u"napari-telemetry-collector"_s;
const auto loadList = u"napari-telemetry-collector load-list"_s;
const auto aggregate = u"napari-telemetry-aggregate"_s;
const auto keyCommand = u"napari-telemetry-aggregate key"_s;
const auto certificate = u"napari-telemetry-aggregate certificate"_s;

const HostSetting *settingOf(const QString &key)
{
    for (const HostSetting &setting : hostSettings()) {
        if (setting.key == key)
            return &setting;
    }
    return nullptr;
}

QString knownKeys()
{
    QStringList keys;
    for (const HostSetting &setting : hostSettings())
        keys.append(setting.key);
    return keys.join(u", "_s);
}

QString variableOf(const HostSetting &setting)
{
    return prefix + setting.key.toUpper();
}

Error wrong(const QString &name, qint64 line, const QString &what)
{
    return Error{Error::Code::Invalid, u"%1, line %2: %3"_s.arg(name, QString::number(line), what)};
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// As an option takes it. Nothing: not a value of the type that the setting has.
std::optional<QString> valueOf(const toml::node &node, const HostSetting &setting)
{
    if (const auto *value = node.as_boolean(); value && setting.isSwitch)
        return value->get() ? u"true"_s : u"false"_s;
    if (const auto *value = node.as_string(); value && !setting.isSwitch && !value->get().empty())
        return text(value->get());
    return std::nullopt;
}

/// As the file has it.
QString written(const HostSetting &setting)
{
    return (setting.isSwitch ? u"%1 = %2"_s : u"%1 = \"%2\""_s).arg(setting.key, setting.example);
}

bool isGiven(const QStringList &arguments, const QString &option)
{
    const QString flag = u"--"_s + option;
    return std::any_of(arguments.begin(), arguments.end(),
                       [&](const QString &argument) { return argument == flag || argument.startsWith(flag + u'='); });
}

} // namespace

const QList<HostSetting> &hostSettings()
{
    static const QList<HostSetting> all{
        {u"raw"_s,
         u"the SQLite file of the raw events"_s,
         u"/var/lib/napari-telemetry/raw.sqlite"_s,
         {{collector, u"database"_s}, {aggregate, u"raw"_s}}},
        {u"listen"_s,
         u"address and port that the proxy forwards to"_s,
         u"127.0.0.1:8417"_s,
         {{collector, u"listen"_s}}},
        {u"listen_beyond_this_computer"_s,
         u"whether `listen` may be an address that other computers reach"_s,
         u"false"_s,
         {{collector, u"listen-beyond-this-computer"_s}},
         true},
        {u"operator_listen"_s,
         u"address and port of this computer for /healthz and /metrics"_s,
         u"127.0.0.1:8418"_s,
         {{collector, u"operator-listen"_s}}},
        {u"public_list"_s,
         u"the public list that load-list writes"_s,
         u"/var/lib/napari-telemetry/public-list.json"_s,
         {{collector, u"public-list"_s}, {loadList, u"public-list"_s}, {aggregate, u"public-list"_s}}},
        {u"log"_s, u"how the collector's log looks: plain, journal or json"_s, u"journal"_s, {{collector, u"log"_s}}},
        {u"aggregates"_s,
         u"the SQLite file of what was released"_s,
         u"/var/lib/napari-telemetry/aggregates.sqlite"_s,
         {{aggregate, u"aggregates"_s}, {keyCommand, u"aggregates"_s}}},
        {u"public"_s,
         u"the folder of the public files"_s,
         u"/var/lib/napari-telemetry/public"_s,
         {{aggregate, u"public"_s}, {certificate, u"public"_s}}},
        {u"site"_s,
         u"the folder of the public pages, which holds the public files, too; without it no pages are written"_s,
         u"/srv/napari-telemetry/site"_s,
         {{aggregate, u"site"_s}}},
        {u"site_files"_s,
         u"what is built of site/ (ranges, search, verifier); else what was installed with the program"_s,
         u"/usr/share/napari-telemetry/site"_s,
         {{aggregate, u"site-files"_s}}},
        {u"site_address"_s,
         u"where the site is served, with a slash at its end"_s,
         u"https://usage.napari.org/"_s,
         {{aggregate, u"site-address"_s}}},
        {u"contact"_s,
         u"how to reach the operators, on the pages: an e-mail address, or the address of a page"_s,
         u"telemetry@napari.org"_s,
         {{aggregate, u"contact"_s}}},
        {u"public_copy"_s,
         u"where the site, or else the public folder, is copied to: a folder, or HOST:FOLDER by rsync over ssh"_s,
         u"usage.napari.org:/srv/napari-telemetry/site"_s,
         {{aggregate, u"public-copy"_s}}},
        {u"signing_keys"_s,
         u"files of the keys that sign the history, with : between them"_s,
         u"/var/lib/napari-telemetry/signing.key"_s,
         {{aggregate, u"signing-keys"_s}}},
        {u"backups"_s,
         u"folders in which `audit` looks for raw events, with : between them"_s,
         u"/var/backups:/mnt/backup"_s,
         {{aggregate, u"backups"_s}}},
        {u"publish_automatically"_s,
         u"whether `publish --automatic` may publish what nobody looked at"_s,
         u"false"_s,
         {{aggregate, u"publish-automatically"_s}},
         true},
    };
    return all;
}

Result<QMap<QString, QString>> readHostSettings(const QByteArray &toml, const QString &name)
{
    if (toml.size() > Limits::hostSettingsBytes)
        return Error{Error::Code::TooLarge,
                     u"%1: more than %2 bytes are no settings"_s.arg(name, QString::number(Limits::hostSettingsBytes))};
    const auto parsed = toml::parse(std::string_view(toml.constData(), static_cast<size_t>(toml.size())));
    if (!parsed)
        return wrong(name, parsed.error().source().begin.line, text(parsed.error().description()));
    QMap<QString, QString> values;
    for (const auto &[key, node] : parsed.table()) {
        const QString found = text(key.str());
        const qint64 line = key.source().begin.line;
        const HostSetting *setting = settingOf(found);
        if (!setting)
            return wrong(name, line, u"there is no setting \"%1\"; there are %2"_s.arg(found, knownKeys()));
        const auto value = valueOf(node, *setting);
        if (!value)
            return wrong(name, line,
                         (setting->isSwitch ? u"\"%1\" takes true or false, without quotation marks"_s
                                            : u"\"%1\" takes a text in quotation marks"_s)
                             .arg(found));
        values.insert(found, *value);
    }
    return values;
}

Result<QStringList> withSettings(const QString &program, const QStringList &arguments,
                                 const QMap<QString, QString> &file, const QProcessEnvironment &environment)
{
    QMap<QString, QString> values = file;
    for (const QString &variable : environment.keys()) {
        if (!variable.startsWith(prefix) || variable == settingsVariable())
            continue;
        const QString key = variable.mid(prefix.size()).toLower();
        const HostSetting *setting = settingOf(key);
        if (!setting || variable != variableOf(*setting))
            return Error{Error::Code::Invalid,
                         u"the variable %1 is no setting; there are %2"_s.arg(variable, knownKeys())};
        values.insert(key, environment.value(variable));
    }
    QStringList all = arguments;
    for (const HostSetting &setting : hostSettings()) {
        const QString option = setting.optionOf.value(program);
        if (!option.isEmpty() && values.contains(setting.key) && !isGiven(arguments, option))
            all += {u"--"_s + option, values.value(setting.key)};
    }
    return all;
}

QString settingsVariable()
{
    return prefix + u"SETTINGS"_s;
}

QString settingsHelp(const QString &program)
{
    QString help =
        u"Options may stand in a settings file (TOML) as well, one for all programs of the host: %1, or the\n"
        "one that %2 names. A variable goes over the file, an option over both:\n"_s.arg(defaultSettingsFile(),
                                                                                         settingsVariable());
    for (const HostSetting &setting : hostSettings()) {
        if (setting.optionOf.contains(program))
            help += u"  %1   %2 (%3)\n"_s.arg(written(setting), setting.what, variableOf(setting));
    }
    return help;
}

QString defaultSettingsFile()
{
    return u"/etc/napari-telemetry/settings.toml"_s;
}

} // namespace Telemetry
