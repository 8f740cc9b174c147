#pragma once

#include "host/certificate/certificate.h"
#include "host/certificate/publishedfigures.h"
#include "host/history/historykeys.h"

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

/// Why something that is dated this day can't have been signed by the key; empty: it can.
[[nodiscard]] QString faultOfKey(const HistoryKeys &keys, const QByteArray &publicBytes, QDate day);

/// Whether the history that the numbers are held against is signed, and whether keys.json (nothing: there is none) is
/// what follows from it; as whoever checks the history finds it.
[[nodiscard]] QList<Finding> checkHistory(const AbstractPublicFiles &files, const HistoryChain &history,
                                          const std::optional<HistoryKeys> &keys);

/// Whether the certificate is signed by its own key, and that key is one of these on the day of issue. Nothing: the
/// keys are not known, which is said.
[[nodiscard]] QList<Finding> checkSignature(const Certificate &certificate, const std::optional<HistoryKeys> &keys);

/// Whether its numbers are those of the public folder: of the file and the line of the history that each names, and
/// still there; and whether one is left out. One finding for each thing that is wrong.
[[nodiscard]] QList<Finding> checkFigures(const Certificate &certificate, const PublishedFigures &figures);

} // namespace Telemetry
