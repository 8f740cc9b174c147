#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Telemetry {

/// A line of the history that names a file.
struct HistoryMention
{
    qint64 line = 0; ///< its "n"; the first is 0
    QDate day;
    QString kind;      ///< "release", "removal" and so on
    QByteArray sha256; ///< of the file as of this line, hexadecimal
};

/// As much of history.jsonl as a certificate needs: which line says what about which file. Whether the lines are signed
/// is not its concern. A value; immutable.
class PublishedHistory
{
public:
    /// Reads all lines: each must be canonical, have the number that follows, and the SHA-256 of the line before. No
    /// bytes: no lines. Errors: Damaged, with the line.
    [[nodiscard]] static Result<PublishedHistory> read(const QByteArray &bytes);

    /// The newest line that names the file: what the file must be now. Nothing: none does.
    [[nodiscard]] std::optional<HistoryMention> newest(const QString &file) const;
    /// What this line says of the file. Nothing: there is no such line, or it doesn't name the file.
    [[nodiscard]] std::optional<HistoryMention> at(qint64 line, const QString &file) const;
    /// The first line that names it.
    [[nodiscard]] std::optional<HistoryMention> first(const QString &file) const;
    [[nodiscard]] qint64 lines() const { return m_lines; }

private:
    [[nodiscard]] Result<Done> add(const QByteArray &line, const QByteArray &before);
    QHash<QString, QList<HistoryMention>> m_mentions;
    qint64 m_lines = 0;
};

} // namespace Telemetry
