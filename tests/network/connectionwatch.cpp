// Says what the upload plugin thinks of the connection. Usage: connectionwatch UPLOADPLUGIN. For each line of the
// standard input it waits until nothing has changed for a moment and prints "yes" or "no": whether something may be
// sent of its own accord.
#include "client/upload/uploadinterface.h"

#include <QCoreApplication>
#include <QPluginLoader>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <unistd.h>

using namespace Telemetry;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QPluginLoader loader(QCoreApplication::arguments().value(1));
    auto *upload = qobject_cast<UploadInterface *>(loader.instance());
    if (!upload)
        return 2;
    upload->watchConnection();
    QSocketNotifier asked(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &application, [upload] {
        char line[8];
        if (read(STDIN_FILENO, line, sizeof line) <= 0)
            QCoreApplication::quit();
        // D-Bus tells of a change before it answers whoever has made it; that it is read here takes a moment.
        constexpr int settlesMs = 300;
        QTimer::singleShot(settlesMs, [upload] {
            std::puts(upload->mayUseConnection() ? "yes" : "no");
            std::fflush(stdout);
        });
    });
    return QCoreApplication::exec();
}
