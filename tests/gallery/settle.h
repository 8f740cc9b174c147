#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

namespace Gallery {

/// Windows that Qt may take away at any time, such as a tooltip when the window below it is activated late.
using Parts = QList<QPointer<QWidget>>;

/// Waits until the windows are on the screen and their sizes stay for some rounds of the event loop. False: one of them
/// is gone.
[[nodiscard]] bool settle(const Parts &parts);

} // namespace Gallery
