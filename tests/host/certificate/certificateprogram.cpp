// The two commands as a program, for tests from outside: wired as the aggregation's program does it.
#include "host/certificate/certificateoptions.h"
#include "host/certificate/certificaterun.h"
#include "host/certificate/disk/certificatefiles.h"
#include "host/certificate/page/certificatepage.h"
#include "host/certificate/page/pageapplication.h"

#include <cstdio>

using namespace Telemetry;

namespace {

constexpr int exitUsage = 2;

int print(const CertificateOutcome &outcome)
{
    std::fputs(outcome.text.toUtf8().constData(), outcome.exitCode == 0 ? stdout : stderr);
    return outcome.exitCode;
}

int certify(const QStringList &arguments)
{
    const auto request = readCertificateOptions(arguments);
    if (!request)
        return print({exitUsage, request.error().detail + u'\n'});
    if (!request.value().run)
        return print({0, request.value().text});
    CertificateFiles files(request.value().run->publicFolder);
    return print(runCertificate(*request.value().run, QDateTime::currentDateTimeUtc(), files, certificatePage));
}

int verify(const QStringList &arguments)
{
    const auto request = readVerifyCertificateOptions(arguments);
    if (!request)
        return print({exitUsage, request.error().detail + u'\n'});
    if (!request.value().run)
        return print({0, request.value().text});
    return print(runVerifyCertificate(*request.value().run, CertificateFiles(request.value().run->publicFolder)));
}

} // namespace

int main(int argc, char *argv[])
{
    const auto application = makePageApplication(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    return arguments.value(1) == QLatin1String("verify") ? verify(arguments) : certify(arguments);
}
