#include "host/certificate/page/pageapplication.h"

#include <QHashSeed>

namespace Telemetry {

namespace {

QtMessageHandler before = nullptr;

/// Qt looks for its own settings in XDG_RUNTIME_DIR, which a service has not got. That matters to nobody here.
void passOn(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(u"QStandardPaths: XDG_RUNTIME_DIR not set"))
        before(type, context, message);
}

} // namespace

std::unique_ptr<QGuiApplication> makePageApplication(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "UTC"); // Qt writes the offset into the page
    QHashSeed::setDeterministicGlobalSeed();
    before = qInstallMessageHandler(passOn);
    auto application = std::make_unique<QGuiApplication>(argc, argv);
    qInstallMessageHandler(before);
    return application;
}

} // namespace Telemetry
