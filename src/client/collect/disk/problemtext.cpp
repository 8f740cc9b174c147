#include "client/collect/disk/problemtext.h"

#include "platform/disk/dataplace.h"

namespace Telemetry {

QString ProblemText::of(const Error &error)
{
    return tr("Events can't be kept on this computer: %1. napari is not affected, and nothing is sent.")
        .arg(error.detail);
}

QString ProblemText::ofPlace(const QString &folder)
{
    switch (dataPlace(folder)) {
    case DataPlace::Lasting:
    case DataPlace::ThrownAway: // consent has decided: nobody agrees here, unless the administrator says that it is
                                // kept
        break;
    case DataPlace::Temporary:
        return tr("Nothing is recorded, because napari's data folder is a temporary one: %1").arg(folder);
    case DataPlace::Synced:
        return tr("Nothing is recorded, because napari's data folder is copied to other computers: %1").arg(folder);
    }
    return {};
}

QString ProblemText::ofClosedWeek()
{
    return tr("You said no this week, and events of this week may have been sent before. So that you are not "
              "counted twice, nothing is recorded until Monday.");
}

QString ProblemText::ofRepair()
{
    return tr("The file of events was damaged. What could be read of it was kept. napari is not affected.");
}

} // namespace Telemetry
