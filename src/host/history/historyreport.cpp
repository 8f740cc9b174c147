#include "host/history/historyreport.h"

#include "contract/canonicaljson.h"
#include "host/history/keysjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString nameOf(const HistoryKey &key)
{
    return u"%1 (%2)"_s.arg(QString::fromLatin1(key.name), key.holder);
}

QString namesOf(const QList<HistoryKey> &keys)
{
    QStringList names;
    for (const HistoryKey &key : keys)
        names.append(nameOf(key));
    return names.isEmpty() ? u"nobody"_s : names.join(u", "_s);
}

QString outcomeName(HistoryComparison::Outcome outcome)
{
    using Outcome = HistoryComparison::Outcome;
    switch (outcome) {
    case Outcome::Same:
        break;
    case Outcome::SecondIsOlder:
        return u"second-is-older"_s;
    case Outcome::FirstIsOlder:
        return u"first-is-older"_s;
    case Outcome::Differ:
        return u"differ"_s;
    }
    return u"same"_s;
}

QJsonObject jsonOf(const HistoryReport::Against &against)
{
    return {{u"place"_s, against.place},
            {u"outcome"_s, outcomeName(against.comparison.outcome)},
            {u"common"_s, against.comparison.common},
            {u"text"_s, textOf(against.comparison)}};
}

} // namespace

QString textOf(const HistoryReport &report)
{
    QString text = u"The history of %1\n"_s.arg(report.place);
    if (report.lines > 0)
        text += u"  lines that follow from each other: %1, the last of %2, SHA-256 %3\n"_s.arg(
            QString::number(report.lines), report.day.toString(Qt::ISODate), QString::fromLatin1(report.sha256));
    if (report.threshold > 0)
        text += u"  signed by: %1; %2 must sign\n"_s.arg(namesOf(report.signedBy), QString::number(report.threshold));
    if (!report.keys.isEmpty())
        text += u"  the first key, to be compared with what its holder says: %1\n"_s.arg(nameOf(report.keys.first()));
    text += u"  files that are as the history says: %1\n"_s.arg(report.files);
    if (report.against)
        text += u"  against the second, %1: %2\n"_s.arg(report.against->place, textOf(report.against->comparison));
    for (const HistoryProblem &problem : report.problems)
        text += u"WRONG  %1: %2\n"_s.arg(problem.where, problem.what);
    for (const QString &unread : report.unread)
        text += u"NOT CHECKED  %1\n"_s.arg(unread);
    if (report.isRight())
        text += u"All of it is right.\n"_s;
    return text;
}

QByteArray jsonOf(const HistoryReport &report)
{
    QJsonArray keys;
    for (const HistoryKey &key : report.keys)
        keys.append(toJson(key));
    QJsonArray signers;
    for (const HistoryKey &key : report.signedBy)
        signers.append(QString::fromLatin1(key.name));
    QJsonArray problems;
    for (const HistoryProblem &problem : report.problems)
        problems.append(QJsonObject{{u"where"_s, problem.where}, {u"what"_s, problem.what}});
    QJsonObject object{{u"place"_s, report.place},
                       {u"right"_s, report.isRight()},
                       {u"lines"_s, report.lines},
                       {u"sha256"_s, QString::fromLatin1(report.sha256)},
                       {u"day"_s, report.day.toString(Qt::ISODate)},
                       {u"threshold"_s, report.threshold},
                       {u"keys"_s, keys},
                       {u"signed_by"_s, signers},
                       {u"files"_s, report.files},
                       {u"problems"_s, problems},
                       {u"unread"_s, QJsonArray::fromStringList(report.unread)}};
    if (report.against)
        object.insert(u"against"_s, jsonOf(*report.against));
    return canonicalJson(object) + '\n';
}

} // namespace Telemetry
