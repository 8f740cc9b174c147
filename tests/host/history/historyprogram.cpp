// The commands of the history as a program, for tests in other languages:
//     historyprogram verify|key ...
//     historyprogram sample FOLDER    the public folder of a host whose key was handed on
#include "host/history/disk/foldersource.h"
#include "host/history/disk/keycommand.h"
#include "host/history/network/urlsource.h"
#include "host/history/verifyoptions.h"

#include "support/histories.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<AbstractPublicSource>> open(const QString &place)
{
    if (isWebAddress(place))
        return UrlSource::make(place);
    return std::unique_ptr<AbstractPublicSource>(std::make_unique<FolderSource>(place));
}

CommandOutcome writeSample(const QString &folder)
{
    const TestSupport::Folder files = TestSupport::rotatedHost().published({1});
    for (auto it = files.begin(); it != files.end(); ++it) {
        QFile file(folder + u'/' + it.key());
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(it.value()) != it.value().size())
            return {CommandOutcome::Failed, {}, file.errorString()};
    }
    return {};
}

template<typename Options, typename Run> CommandOutcome outcomeOf(const Result<Options> &command, Run run)
{
    if (!command)
        return {CommandOutcome::Usage, {}, command.error().detail};
    if (!command.value().run)
        return {CommandOutcome::Right, command.value().text, {}};
    return run(*command.value().run);
}

CommandOutcome outcomeOf(const QStringList &arguments)
{
    if (arguments.value(1) == u"sample"_s)
        return writeSample(arguments.value(2));
    if (arguments.value(1) == u"key"_s)
        return outcomeOf(readKeyOptions(arguments), [](const KeyOptions &options) {
            return runKey(options, QDateTime::currentDateTimeUtc().date());
        });
    return outcomeOf(readVerifyOptions(arguments),
                     [](const VerifyOptions &options) { return runVerifyHistory(options, open); });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const CommandOutcome outcome = outcomeOf(QCoreApplication::arguments());
    std::fputs(outcome.text.toUtf8().constData(), stdout);
    if (!outcome.complaint.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(outcome.complaint));
    return outcome.exit;
}
