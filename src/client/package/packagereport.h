#pragma once

#include "platform/pagebytes.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

namespace Telemetry {

/// What was found when the other package was looked at, check by check. Pure. Any thread.
struct PackageReport
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::PackageReport)
public:
    /// What is wrong with one thing.
    enum class Problem {
        Nothing,
        NoManifest, ///< this build does not know a release of the other package
        NameTaken,  ///< a module of its name is loaded already
        Absent,     ///< a file of the release is not there
        Changed,    ///< another digest
        Unknown,    ///< does not belong to the release
        Link,       ///< a symbolic link
        WrongKind,  ///< neither a file nor a folder, or the one where the other has to be
        Owner,      ///< belongs to somebody who is neither the user nor root
        Writable,   ///< others than its owner can write to it
        TooLarge,   ///< larger than any file of ours
        Unreadable, ///< the system refused; its words are the detail
    };
    struct Check
    {
        QString
            subject; ///< a path from the folder above the package on; of NoManifest and NameTaken the package's name
        Problem problem = Problem::Nothing;
        QString detail; ///< of a file its digest in hexadecimal digits; of Unreadable the system's words

        [[nodiscard]] bool ok() const { return problem == Problem::Nothing; }
        /// What is wrong, as the rest of a sentence about the subject; translated.
        [[nodiscard]] QString words() const;
    };
    enum class Outcome {
        Absent,   ///< the package is not installed: nothing was found, nothing is wrong
        Verified, ///< it is the release, whole, and nobody else could have changed it
        Refused,  ///< it must not be loaded
    };

    Outcome outcome = Outcome::Refused;
    QString folder; ///< where it was looked for, links resolved
    QList<Check> checks;
    /// Of a verified package: its files, as they were hashed, by their paths in its folder.
    QMap<QString, PageBytes> files;

    /// The first check that failed, with the number of the others; one line for people; empty when none failed.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QJsonObject toJson() const;
};

/// A report that refuses for one reason.
[[nodiscard]] PackageReport refusedPackage(PackageReport::Problem problem);

} // namespace Telemetry
