#include "client/preview/reporttext.h"

#include "client/consent/levelsummary.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

QString ReportText::of(const UploadReport &report)
{
    if (report.outcomes.isEmpty())
        return tr("There was nothing to send.");
    QStringList lines;
    for (const UploadOutcome &outcome : report.outcomes) {
        const QString level = LevelSummary::name(outcome.level);
        switch (outcome.kind) {
        case UploadOutcome::Kind::Accepted:
            if (outcome.sent > 0 || outcome.refused == 0)
                lines.append(tr("%1: %n event(s) sent.", nullptr, outcome.sent).arg(level));
            if (outcome.refused > 0)
                lines.append(
                    tr("%1: %n event(s) refused by the server; they are not sent again.", nullptr, outcome.refused)
                        .arg(level));
            break;
        case UploadOutcome::Kind::RetryLater:
            lines.append(tr("%1: not sent, everything is kept: %2").arg(level, outcome.detail));
            break;
        case UploadOutcome::Kind::Rejected:
            lines.append(tr("%1: the server does not take these events: %2").arg(level, outcome.detail));
            break;
        case UploadOutcome::Kind::Cancelled:
            lines.append(tr("%1: cancelled.").arg(level));
            break;
        }
    }
    return lines.join(u'\n');
}

} // namespace Telemetry
