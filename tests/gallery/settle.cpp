#include "settle.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QWindow>

namespace Gallery {

namespace {

/// Milliseconds after which a window that still moves is taken as it is.
constexpr int longestSettling = 2000;

} // namespace

bool settle(const Parts &parts)
{
    QElapsedTimer time;
    time.start();
    QList<QRect> last;
    for (int same = 0; same < 6 && time.elapsed() < longestSettling;) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QCoreApplication::sendPostedEvents();
        QList<QRect> now;
        bool exposed = true;
        for (const QPointer<QWidget> &part : parts) {
            if (!part)
                return false;
            now.append(part->geometry());
            exposed = exposed && part->windowHandle() && part->windowHandle()->isExposed();
        }
        same = exposed && now == last ? same + 1 : 0;
        last = now;
    }
    return true;
}

} // namespace Gallery
