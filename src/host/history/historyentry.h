#pragma once

#include "contract/result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace Telemetry {

/// What a line of the history is about.
enum class HistoryKind { Dictionary, PublicList, Endpoints, Release, Removal, DrawAgain, Access, Key, Files };

/// Of HistoryKind::Files: an array of the files that are in the public folder no more.
inline constexpr QLatin1StringView goneField("gone");

/// Files of the public folder by their path in it: the SHA-256 of their bytes, 64 small hexadecimal digits.
using FileDigests = QMap<QString, QByteArray>;

/// What somebody wants to enter: a line without its place in the chain.
struct HistoryDraft
{
    HistoryKind kind = HistoryKind::Release;
    FileDigests files; ///< those that are new or others from now on; may be empty
    QJsonObject what;  ///< small, and free of numbers of people
    QString reason;    ///< of a person, one line; empty: none was given
};

/// One line of history.jsonl. A value.
struct HistoryEntry
{
    QByteArray before; ///< SHA-256 of the line before, in hexadecimal digits; zeros for the first
    QDate day;         ///< in UTC
    int n = 0;         ///< how many lines are before it
    HistoryDraft said;
};

/// The name in the line, such as "draw-again".
[[nodiscard]] QString nameOf(HistoryKind kind);

/// "before" of the first line.
[[nodiscard]] QByteArray noLineBefore();
/// As it is written everywhere in the history: 64 small hexadecimal digits.
[[nodiscard]] QByteArray sha256Of(const QByteArray &bytes);
/// Whether it is 64 small hexadecimal digits.
[[nodiscard]] bool isSha256(const QByteArray &text);
/// Reads exactly "2026-12-08"; an invalid date for anything else.
[[nodiscard]] QDate historyDay(const QString &text);
/// Whether it is one line that people can read: no control character, nothing around it, Limits::historyTextChars.
[[nodiscard]] bool isHistoryText(const QString &text);

/// The one form of the line, without the line feed at its end.
[[nodiscard]] QByteArray lineOf(const HistoryEntry &entry);
/// Reads a line that anybody may have written, without its line feed. Strict: what it takes is what lineOf() writes,
/// byte by byte, and a path of `files` stays in the public folder. Errors: Invalid, TooLarge, Unsupported (a kind of a
/// newer version). Any thread.
[[nodiscard]] Result<HistoryEntry> readHistoryLine(const QByteArray &line);

} // namespace Telemetry
