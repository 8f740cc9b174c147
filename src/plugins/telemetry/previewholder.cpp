#include "plugins/telemetry/previewholder.h"

#include "plugins/shippedresources.h"
#include "preview/widgets/previewwindow.h"

namespace Telemetry {

PreviewHolder::PreviewHolder() = default;

PreviewHolder::~PreviewHolder()
{
    delete m_window;
}

bool PreviewHolder::open(const Endpoints &endpoints, QWidget *above)
{
    if (!m_dictionary) {
        auto dictionary = shippedDictionary();
        if (!dictionary)
            return false;
        m_dictionary = std::make_unique<const DataDictionary>(std::move(dictionary).value());
    }
    if (!m_window) {
        m_window = new PreviewWindow(*m_dictionary, endpoints, above);
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_window, &PreviewWindow::sendRequested, this, &PreviewHolder::sendRequested);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    return true;
}

void PreviewHolder::close()
{
    if (m_window)
        m_window->close();
}

void PreviewHolder::setEvents(const QList<SpooledEvent> &events)
{
    if (m_window)
        m_window->setEvents(events);
}

void PreviewHolder::showSending()
{
    if (m_window)
        m_window->showSending();
}

void PreviewHolder::showReport(const UploadReport &report)
{
    if (m_window)
        m_window->showReport(report);
}

void PreviewHolder::showProblem(const QString &problem)
{
    if (m_window)
        m_window->showProblem(problem);
}

} // namespace Telemetry
