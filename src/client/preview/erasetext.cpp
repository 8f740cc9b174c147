#include "client/preview/erasetext.h"

namespace Telemetry {

QString EraseText::of(const EraseReport &report)
{
    if (!report.problem.isEmpty())
        return tr("Nothing was erased: %1").arg(report.problem);
    if (report.outcomes.isEmpty())
        return tr("There was nothing to erase.");
    QStringList lines;
    for (const EraseOutcome &outcome : report.outcomes) {
        if (outcome.erased > 0)
            lines.append(tr("%1 confirmed: %n event(s) erased.", nullptr, outcome.erased).arg(outcome.host));
        if (outcome.detail.isEmpty())
            continue;
        lines.append((outcome.erased > 0 ? tr("%1: the rest is not erased, you can try again: %2")
                                         : tr("%1: not erased, you can try again: %2"))
                         .arg(outcome.host, outcome.detail));
    }
    return lines.join(u'\n');
}

} // namespace Telemetry
