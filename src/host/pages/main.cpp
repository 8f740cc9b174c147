// The public pages: composition root. One thread.
#include "host/pages/disk/sitewriter.h"
#include "platform/disk/shippedresources.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

int complain(int code, const QString &text)
{
    std::fprintf(stderr, "napari-telemetry-pages: %s\n", qUtf8Printable(text));
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-pages"_s);
    const auto command = readPagesOptions(QCoreApplication::arguments());
    if (!command)
        return complain(exitUsage, command.error().detail);
    if (!command.value().run) {
        std::fputs(qUtf8Printable(command.value().text), stdout);
        return 0;
    }
    const auto written = writeSite(*command.value().run, shippedPageFiles());
    if (!written)
        return complain(exitFailed, written.error().detail);
    std::printf("%s %s\n", qUtf8Printable(command.value().run->out),
                written.value() ? "has the pages of what is published" : "had them already");
    return 0;
}
