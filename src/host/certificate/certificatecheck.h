#pragma once

#include "host/certificate/certificate.h"
#include "host/certificate/publickeys.h"
#include "host/certificate/publishedfigures.h"

namespace Telemetry {

/// One thing that verifying found, for people.
struct Finding
{
    enum class Kind {
        Right, ///< it was verified
        Note,  ///< it couldn't be, or something to know
        Wrong, ///< the certificate must not be believed
    };
    Kind kind = Kind::Note;
    QString words;
};

/// Whether the certificate is signed by its own key, and that key is one of these on the day of issue. Nothing: the
/// keys are not known, which is said.
[[nodiscard]] QList<Finding> checkSignature(const Certificate &certificate, const std::optional<PublicKeys> &keys);

/// Whether its numbers are those of the public folder: of the file and the line of the history that each names, and
/// still there; and whether one is left out. One finding for each thing that is wrong.
[[nodiscard]] QList<Finding> checkFigures(const Certificate &certificate, const PublishedFigures &figures);

} // namespace Telemetry
