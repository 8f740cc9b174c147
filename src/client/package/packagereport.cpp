#include "client/package/packagereport.h"

#include "client/package/packagemanifest.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

QString PackageReport::Check::words() const
{
    switch (problem) {
    case Problem::Nothing:
        return {};
    case Problem::NoManifest:
        return tr("this build knows no release of it");
    case Problem::NameTaken:
        return tr("other code has already loaded something of this name");
    case Problem::Absent:
        return tr("is missing");
    case Problem::Changed:
        return tr("is not the file of this release");
    case Problem::Unknown:
        return tr("does not belong to this release");
    case Problem::Link:
        return tr("is a link to another place");
    case Problem::WrongKind:
        return tr("is not what it should be, a file or a folder");
    case Problem::Owner:
        return tr("belongs to another user");
    case Problem::Writable:
        return tr("can be changed by other users");
    case Problem::TooLarge:
        return tr("is too large");
    case Problem::Unreadable:
        return tr("can't be read: %1").arg(detail);
    }
    return {};
}

QString PackageReport::summary() const
{
    const auto failed = [](const Check &check) { return !check.ok(); };
    const auto first = std::ranges::find_if(checks, failed);
    if (first == checks.cend())
        return {};
    const auto others = std::ranges::count_if(checks, failed) - 1;
    const QString one = tr("%1: %2", "file, what is wrong with it").arg(first->subject, first->words());
    return others == 0 ? one : tr("%1 (and %n more)", nullptr, static_cast<int>(others)).arg(one);
}

QJsonObject PackageReport::toJson() const
{
    static constexpr const char *outcomes[] = {"absent", "verified", "refused"};
    QJsonArray list;
    for (const Check &check : checks) {
        const bool digest = check.ok() || check.problem == Problem::Changed;
        list.append(QJsonObject{{u"subject"_s, check.subject},
                                {u"ok"_s, check.ok()},
                                {u"problem"_s, check.words()},
                                {u"sha256"_s, digest ? check.detail : QString()}});
    }
    return {{u"outcome"_s, QLatin1StringView(outcomes[static_cast<int>(outcome)])},
            {u"folder"_s, folder},
            {u"checks"_s, list},
            {u"message"_s, outcome == Outcome::Verified ? tr("Every file is the one of this release.")
                           : outcome == Outcome::Absent ? tr("napari-telemetry is not installed here.")
                                                        : tr("It is not loaded. %1").arg(summary())}};
}

PackageReport refusedPackage(PackageReport::Problem problem)
{
    PackageReport report;
    report.checks.append({QLatin1StringView(PackageManifest::package), problem, {}});
    return report;
}

} // namespace Telemetry
