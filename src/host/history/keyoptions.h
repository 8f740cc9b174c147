#pragma once

#include "contract/result.h"
#include "host/commandline/commandline.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// What the command "key" asks for.
struct KeyOptions
{
    enum class Does { New, Add, Retire, Revoke, Sign, Take, List };
    Does does = Does::List;
    QString file;           ///< New: to be made; Take: a head that somebody signed elsewhere
    QByteArray publicBytes; ///< Add
    QByteArray name;        ///< Retire, Revoke
    QString holder;         ///< New, Add
    QString reason;         ///< Add, Retire, Revoke; empty: none was given
    int threshold = 0;      ///< Add, Retire, Revoke: how many have to sign from now on; 0: as many as before
    QStringList keyFiles;   ///< Add, Retire, Revoke, Sign: who signs
    QString folder;         ///< of the history; all but New
};

/// Reads the arguments, the program's name first and "key" behind it. Errors: Invalid, with the text for the user.
[[nodiscard]] Result<CommandRequest<KeyOptions>> readKeyOptions(const QStringList &arguments);

} // namespace Telemetry
