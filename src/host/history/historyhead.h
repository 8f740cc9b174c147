#pragma once

#include "host/history/namedsignature.h"

#include "contract/result.h"

#include <QByteArray>
#include <QList>

namespace Telemetry {

/// What history-head.json says: up to which line the history is signed, and by whom. A value.
struct HistoryHead
{
    int lines = 0;
    QByteArray sha256; ///< of the last of them, in hexadecimal digits
    QList<NamedSignature> signatures;
};

/// What is signed besides it, so that a signature can't be taken for one of something else.
[[nodiscard]] QByteArray headPurpose();
/// The bytes that are signed: the canonical JSON of `lines` and `sha256`.
[[nodiscard]] QByteArray statementOf(const HistoryHead &head);

/// The file's bytes, with the line feed at its end.
[[nodiscard]] QByteArray bytesOf(const HistoryHead &head);
/// Reads what anybody may have written. Strict: what it takes is what bytesOf() writes. Whether the signatures are
/// right is another question. Errors: Invalid, TooLarge. Any thread.
[[nodiscard]] Result<HistoryHead> readHistoryHead(const QByteArray &bytes);

} // namespace Telemetry
