#include "host/aggregate/publiccommands.h"

#include "host/certificate/certificateoptions.h"
#include "host/certificate/certificaterun.h"
#include "host/certificate/disk/certificatefiles.h"
#include "host/certificate/page/certificatepage.h"
#include "host/certificate/page/pageapplication.h"
#include "host/certificate/verifycertificateoptions.h"
#include "host/history/disk/foldersource.h"
#include "host/history/disk/keycommand.h"
#include "host/history/network/urlsource.h"
#include "host/history/verifyoptions.h"
#include "host/settings/disk/settingsfile.h"
#include "host/settings/hostsettings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QProcessEnvironment>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto programName = u"napari-telemetry-aggregate"_s;
constexpr int exitUsage = 2;

int print(const CommandOutcome &outcome)
{
    std::fputs(outcome.text.toUtf8().constData(), stdout);
    if (!outcome.complaint.isEmpty())
        std::fprintf(stderr, "%s: %s\n", qUtf8Printable(programName), qUtf8Printable(outcome.complaint));
    return outcome.exit;
}

int print(const CertificateOutcome &outcome)
{
    std::fputs(outcome.text.toUtf8().constData(), outcome.exitCode == 0 ? stdout : stderr);
    return outcome.exitCode;
}

int usage(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(programName), qUtf8Printable(error.detail));
    return exitUsage;
}

/// Reads the options, and runs or only prints.
template<typename Options, typename Run> int carryOut(const Result<CommandRequest<Options>> &request, const Run &run)
{
    if (!request)
        return usage(request.error());
    if (!request.value().run) {
        std::fputs(request.value().text.toUtf8().constData(), stdout);
        return 0;
    }
    return print(run(*request.value().run));
}

Result<std::unique_ptr<AbstractPublicSource>> sourceOf(const QString &place)
{
    if (isWebAddress(place))
        return UrlSource::make(place);
    return std::unique_ptr<AbstractPublicSource>(std::make_unique<FolderSource>(place));
}

Result<QStringList> withSettingsOf(const QString &command, const QStringList &arguments)
{
    return argumentsWithSettings(command, arguments, QProcessEnvironment::systemEnvironment(), defaultSettingsFile());
}

int certify(const QStringList &given)
{
    const auto arguments = withSettingsOf(certificateCommand(), given);
    const auto request = arguments ? readCertificateOptions(arguments.value())
                                   : Result<CommandRequest<CertificateOptions>>(arguments.error());
    return carryOut(request, [](const CertificateOptions &options) {
        CertificateFiles files(options.publicFolder);
        return runCertificate(options, options.now.value_or(QDateTime::currentDateTimeUtc()), files, certificatePage);
    });
}

int verify(const QStringList &arguments)
{
    const bool isHistory = std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument == u"--history"_s || argument.startsWith(u"--history="_s);
    });
    if (isHistory)
        return carryOut(readVerifyOptions(arguments),
                        [](const VerifyOptions &options) { return runVerifyHistory(options, sourceOf); });
    return carryOut(readVerifyCertificateOptions(arguments), [](const VerifyCertificateOptions &options) {
        return runVerifyCertificate(options, CertificateFiles(options.publicFolder));
    });
}

} // namespace

std::optional<int> runPublicCommand(int argc, char *argv[])
{
    const QString command = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (command == u"certificate"_s) {
        const auto application = makePageApplication(argc, argv);
        QCoreApplication::setApplicationName(programName);
        return certify(QCoreApplication::arguments());
    }
    if (command != u"verify"_s && command != u"key"_s)
        return std::nullopt;
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(programName);
    const QStringList arguments = QCoreApplication::arguments();
    if (command == u"verify"_s)
        return verify(arguments);
    // A new key is a file alone, of whoever will have it: on their computer there are no settings.
    const auto all = arguments.value(2) == u"new"_s ? Result<QStringList>(arguments)
                                                    : withSettingsOf(programName + u" key"_s, arguments);
    return carryOut(all ? readKeyOptions(all.value()) : Result<CommandRequest<KeyOptions>>(all.error()),
                    [](const KeyOptions &options) { return runKey(options, QDateTime::currentDateTimeUtc().date()); });
}

} // namespace Telemetry
