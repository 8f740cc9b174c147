// The audit kit: composition root. One thread.
#include "host/rehearse/auditkit.h"
#include "host/rehearse/disk/rehearsal.h"
#include "host/rehearse/rehearseoptions.h"
#include "platform/disk/shippedresources.h"
#include "platform/disk/wholefile.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;
constexpr qsizetype sumsBytes = 64 * 1024;

int complain(int code, const QString &text)
{
    std::fflush(stdout);
    std::fprintf(stderr, "napari-telemetry-rehearse: %s\n", qUtf8Printable(text));
    return code;
}

int check(const QString &folder, const DataDictionary &dictionary)
{
    const QString name = folder + u'/' + QString::fromLatin1(AuditKit::sumsFile);
    const auto sums = WholeFile::read(name, sumsBytes);
    if (!sums || !*sums)
        return complain(exitFailed, sums ? sums->error().detail : u"%1: there is no such file"_s.arg(name));
    const auto drawn = Rehearsal::draw(folder, dictionary);
    if (!drawn)
        return complain(exitFailed, drawn.error().detail);
    const QByteArrayList wanted = sums->value().split('\n');
    bool same = true;
    const QByteArrayList made = AuditKit::sumsOf(drawn.value()).split('\n');
    for (const QByteArray &line : made) {
        if (line.isEmpty())
            continue;
        const bool isThere = wanted.contains(line);
        std::printf("%s %s\n", isThere ? "the same:" : "DIFFERS: ", line.sliced(line.indexOf("  ") + 2).constData());
        same = same && isThere;
    }
    if (!same || made.size() != wanted.size())
        return complain(exitFailed, u"these are not the numbers that %1 names"_s.arg(name));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-rehearse"_s);
    const auto command = readRehearseOptions(QCoreApplication::arguments());
    if (!command)
        return complain(exitUsage, command.error().detail);
    if (!command.value().run) {
        std::fputs(qUtf8Printable(command.value().text), stdout);
        return 0;
    }
    const RehearseOptions &options = *command.value().run;
    const auto dictionary = shippedDictionary();
    const auto names = dictionary ? shippedPublicStrings() : Result<PublicStrings>(dictionary.error());
    if (!names)
        return complain(exitFailed, names.error().detail);
    if (options.command == RehearseOptions::Command::Check)
        return check(options.folder, dictionary.value());
    const auto made = Rehearsal::make(options.folder, dictionary.value(), names.value());
    return made ? 0 : complain(exitFailed, made.error().detail);
}
