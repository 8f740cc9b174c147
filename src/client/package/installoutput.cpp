#include "client/package/installoutput.h"

#include "contract/limits.h"

#include <QStringList>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Telemetry {

void InstallOutput::append(const QString &text)
{
    m_text = (m_text + text).right(Limits::installOutputChars);
}

QString InstallOutput::reason() const
{
    const QString known = knownReason();
    const QString last = lastLine();
    return known.isEmpty() ? last : last.isEmpty() ? known : known + u'\n' + last;
}

QString InstallOutput::knownReason() const
{
    const auto says = [this](std::initializer_list<QLatin1StringView> words) {
        return std::any_of(words.begin(), words.end(),
                           [this](QLatin1StringView word) { return m_text.contains(word, Qt::CaseInsensitive); });
    };
    // Being offline comes first: pip then also says that it found no such package.
    if (says({"Failed to establish a new connection"_L1, "NameResolutionError"_L1, "name resolution"_L1,
              "Network is unreachable"_L1, "getaddrinfo failed"_L1, "dns error"_L1, "error sending request"_L1,
              "Failed to fetch"_L1, "network connectivity is disabled"_L1, "ConnectTimeoutError"_L1}))
        return tr("The package index could not be reached. Is this computer offline?");
    if (says({"externally-managed-environment"_L1, "externally managed"_L1}))
        return tr("This Python belongs to the system, which does not let it be changed this way.");
    if (says({"No space left on device"_L1, "os error 28"_L1}))
        return tr("The disk is full.");
    if (says({"Permission denied"_L1, "Read-only file system"_L1}))
        return tr("You are not allowed to change this Python environment.");
    // pip says the same of an index without the package and, where it is told not to try again, of one out of reach.
    if (says({"(from versions: none)"_L1}))
        return tr("The package index that is configured here has no such package, or could not be reached.");
    if (says({"No matching distribution found"_L1, "No solution found"_L1}))
        return tr("The package index that is configured here does not have this release.");
    return {};
}

QString InstallOutput::lastLine() const
{
    QString last;
    for (const QString &line : m_text.split(u'\n', Qt::SkipEmptyParts)) {
        // pip's own hints ("[notice] …") would hide why it failed.
        if (!line.trimmed().isEmpty() && !line.startsWith(u'['))
            last = line.trimmed();
    }
    return last;
}

} // namespace Telemetry
