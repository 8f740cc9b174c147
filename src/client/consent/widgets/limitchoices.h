#pragma once

#include "contract/limits.h"

#include <QComboBox>
#include <QCoreApplication>

namespace Telemetry {

/// How long an agreement can last, as the dialog and the pane offer it.
class LimitChoices
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::LimitChoices)
public:
    /// "until I change it", "30 days", …; the data of each is its days, 0 for no limit. Keeps what is chosen.
    static void fill(QComboBox *box)
    {
        const int chosen = std::max(box->currentIndex(), 0);
        box->clear();
        box->addItem(tr("until I change it"), 0);
        for (const int days : Limits::limitDays)
            box->addItem(tr("%n day(s)", nullptr, days), days);
        box->setCurrentIndex(chosen);
    }
};

} // namespace Telemetry
