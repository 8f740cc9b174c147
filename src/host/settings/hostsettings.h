#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QMap>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// One setting of the host: it is the same for all of its programs, and each takes it as an option of its own.
struct HostSetting
{
    QString key;                     ///< in the file; in the environment NAPARI_TELEMETRY_HOST_ and the key in capitals
    QString what;                    ///< one line, for --help and the documents
    QString example;                 ///< a value, for the documents
    QMap<QString, QString> optionOf; ///< by the program's name: "napari-telemetry-collector" and so on
    bool isSwitch = false;           ///< in the file it is true or false, without quotation marks
};

/// All there are, in the order in which the documents name them.
[[nodiscard]] const QList<HostSetting> &hostSettings();

/// Where the settings are when nothing else is said.
[[nodiscard]] QString defaultSettingsFile();
/// The variable that names another file.
[[nodiscard]] QString settingsVariable();

/// The values that a settings file (TOML) has, by key. Errors: Invalid, one sentence with the line: not TOML, a key
/// that is not known, a value of another type; TooLarge. `name`: of the file, for the sentence.
[[nodiscard]] Result<QMap<QString, QString>> readHostSettings(const QByteArray &toml, const QString &name);

/// The command line with an option for everything that the environment or else the file says and the command line does
/// not: flags over environment over file. Errors: Invalid (a variable of that prefix that is no setting).
[[nodiscard]] Result<QStringList> withSettings(const QString &program, const QStringList &arguments,
                                               const QMap<QString, QString> &file,
                                               const QProcessEnvironment &environment);

/// The paragraph of --help that names file, variables and what goes over what.
[[nodiscard]] QString settingsHelp(const QString &program);

} // namespace Telemetry
