#pragma once

#include "client/spool/eventkey.h"
#include "contract/result.h"

#include <QList>
#include <QString>

namespace Telemetry {

/// The file (0600) that says what is being erased at the collector, from the user's click to the end: an erasing that
/// the end of napari cut short goes on at the next start, with what was chosen and nothing more. One thread at a time;
/// it does file input and output.
class ErasingMark
{
public:
    ErasingMark() = default;
    explicit ErasingMark(QString file);

    /// Keeps what is to be erased: only `chosen`, or, when that is empty, everything. Replaces what was there. Errors:
    /// Io; Invalid when a key has no 16 bytes of reporter.
    [[nodiscard]] Result<Done> write(const QList<EventKey> &chosen);
    /// What write() was told. Errors: Io (there is none, too); Invalid, TooLarge and Unsupported when it is not what we
    /// wrote: nobody knows then what was chosen.
    [[nodiscard]] Result<QList<EventKey>> read() const;
    /// The erasing has ended, well or not. Where the file can't be removed it is left, and read at the next start.
    void remove();

private:
    QString m_file;
};

/// What the file holds.
[[nodiscard]] QByteArray erasingToJson(const QList<EventKey> &chosen);
[[nodiscard]] Result<QList<EventKey>> erasingFromJson(const QByteArray &json);

} // namespace Telemetry
