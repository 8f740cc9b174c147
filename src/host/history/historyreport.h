#pragma once

#include "host/history/historycomparison.h"
#include "host/history/historykeys.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Telemetry {

/// Something that is not as it was promised.
struct HistoryProblem
{
    QString where; ///< the file, with the line where it has several: "history.jsonl, line 7"
    QString what;  ///< one sentence
};

/// What checking a history has found.
struct HistoryReport
{
    /// Another copy that it was held against.
    struct Against
    {
        QString place;
        HistoryComparison comparison;
    };

    QString place;              ///< as it was named
    qsizetype lines = 0;        ///< that were found right
    QByteArray sha256;          ///< of the last of them
    QDate day;                  ///< of the last of them
    QList<HistoryKey> signedBy; ///< keys with a good signature of the head
    QList<HistoryKey> keys;     ///< all, the first one first
    int threshold = 0;          ///< how many have to sign
    qsizetype files = 0;        ///< that were found as the history says
    QList<HistoryProblem> problems;
    QStringList unread; ///< what could not be read, and why: nothing is known of it
    std::optional<Against> against;

    /// Whether all was checked, and all is right.
    [[nodiscard]] bool isRight() const { return problems.isEmpty() && unread.isEmpty(); }
};

/// For people.
[[nodiscard]] QString textOf(const HistoryReport &report);
/// For programs: {"place","right","lines","sha256","day","threshold","keys","signed_by","files","problems":[{"where",
/// "what"}],"unread","against":{"place","outcome","common","text"}}, with a line feed at its end.
[[nodiscard]] QByteArray jsonOf(const HistoryReport &report);

} // namespace Telemetry
