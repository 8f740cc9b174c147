#include "host/history/historychecks.h"

#include "host/history/historynames.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Whether the head is of this history, whoever signed it. Nothing: it is.
std::optional<HistoryProblem> faultOf(const HistoryHead &head, const HistoryHead &wanted)
{
    const QString there = QString::number(wanted.lines);
    if (head.lines < wanted.lines)
        return HistoryProblem{HistoryNames::head,
                              u"it is of the first %1 lines, and there are %2: the others are not signed"_s.arg(
                                  QString::number(head.lines), there)};
    if (head.lines > wanted.lines)
        return HistoryProblem{HistoryNames::head,
                              u"it is of %1 lines, and there are %2: the last ones were taken away"_s.arg(
                                  QString::number(head.lines), there)};
    if (head.sha256 != wanted.sha256)
        return HistoryProblem{u"%1, line %2"_s.arg(HistoryNames::history, there),
                              u"it is not the line that was signed: that one, or those before, were changed"_s};
    return std::nullopt;
}

} // namespace

HeadCheck checkHistoryHead(const HistoryChain &history, const QByteArray &head)
{
    HeadCheck check;
    const auto read = readHistoryHead(head);
    if (!read) {
        check.problems.append({HistoryNames::head, read.error().detail});
        return check;
    }
    if (const auto fault = faultOf(read.value(), history.head())) {
        check.problems.append(*fault);
        return check;
    }
    const HistoryKeys &keys = history.keys();
    for (const JudgedSignature &one : keys.judge(headPurpose(), statementOf(read.value()), read.value().signatures)) {
        if (one.verdict == JudgedSignature::Verdict::Good)
            check.signedBy.append(*keys.find(one.key));
        else
            check.problems.append({HistoryNames::head, textOf(one)});
    }
    if (check.signedBy.size() < keys.threshold())
        check.problems.append(
            {HistoryNames::head, u"%1 of the valid keys must sign it, and %2 did"_s.arg(
                                     QString::number(keys.threshold()), QString::number(check.signedBy.size()))});
    return check;
}

QList<HistoryProblem> checkHistoryKeys(const HistoryChain &history, const HistoryKeys &keys)
{
    for (const HistoryKey &key : keys.all()) {
        const HistoryKey *entered = history.keys().find(key.name);
        if (!entered || *entered != key)
            return {{HistoryNames::keys,
                     u"the key %1 is not what the history says of it"_s.arg(QString::fromLatin1(key.name))}};
    }
    if (keys.bytes() != history.keys().bytes())
        return {{HistoryNames::keys, u"it is not the list of keys that follows from the history"_s}};
    return {};
}

} // namespace Telemetry
