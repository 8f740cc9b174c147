#include "host/aggregate/complaint.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

ExitCode codeOf(Error::Code code)
{
    switch (code) {
    case Error::Code::Busy:
        return ExitCode::Busy;
    case Error::Code::Invalid:
    case Error::Code::NotFound:
    case Error::Code::Unsupported:
    case Error::Code::Damaged:
        return ExitCode::WrongFile;
    case Error::Code::TooLarge:
    case Error::Code::Closed:
    case Error::Code::Io:
        break;
    }
    return ExitCode::Failed;
}

} // namespace

Complaint complaintOf(const QString &step, const Error &error, const QString &advice)
{
    return {step, error.detail, advice, codeOf(error.code)};
}

QString exitCodesText()
{
    return u"Exit codes:\n"
           "  0  done\n"
           "  1  a step failed; the message says which, why and what to do\n"
           "  2  the command line or the settings are wrong; nothing was done\n"
           "  3  a person has to look first; nothing was published\n"
           "  4  this computer's clock can't be right; nothing was drawn, deleted or published\n"
           "  5  a promise isn't kept: see audit\n"
           "  6  a file is missing, damaged, of another program or of a newer version\n"
           "  7  another run is going on\n"
           "  8  it is published here, but the site or its copy is as it was before; the next run tries again\n"_s;
}

} // namespace Telemetry
