#pragma once

#include "contract/datadictionary.h"
#include "contract/endpoints.h"
#include "spool/abstractspool.h"
#include "upload/abstractuploader.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace Telemetry {

class PreviewWindow;

/// The preview window while it is open. Without one, what it is told is dropped. GUI thread.
class PreviewHolder : public QObject
{
    Q_OBJECT
public:
    PreviewHolder();
    ~PreviewHolder() override;

    /// Opens the window above this one, or raises it. False when the data dictionary can't be read.
    bool open(const Endpoints &endpoints, QWidget *above);
    void close();

    void setEvents(const QList<SpooledEvent> &events);
    void showSending();
    void showReport(const UploadReport &report);
    void showProblem(const QString &problem);

Q_SIGNALS:
    void sendRequested();

private:
    std::unique_ptr<const DataDictionary> m_dictionary; ///< loaded when the window is first opened
    QPointer<PreviewWindow> m_window;                   ///< deletes itself when it is closed
};

} // namespace Telemetry
