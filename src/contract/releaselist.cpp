#include "contract/releaselist.h"

#include "contract/limits.h"
#include "contract/soundstrings.h"
#include "contract/version.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// The number that a part of a version is; -1 when it is none, or not in the form without zeros in front.
int numberOf(const QString &part)
{
    bool ok = false;
    const int number = part.toInt(&ok);
    return ok && number >= 0 && QString::number(number) == part ? number : -1;
}

/// The highest number that a listed version has behind this beginning; -1 when none has the beginning.
int highest(const QList<QStringList> &listed, const QStringList &beginning)
{
    int number = -1;
    for (const QStringList &parts : listed) {
        if (parts.size() > beginning.size() && parts.mid(0, beginning.size()) == beginning)
            number = std::max(number, parts[beginning.size()].toInt());
    }
    return number;
}

/// Whether numbers like these follow that place in a listed version: the same ones, or as many small ones.
bool canFollow(const QList<QStringList> &listed, qsizetype place, const QStringList &rest)
{
    const bool isSmall = std::all_of(rest.begin(), rest.end(), [](const QString &part) {
        return numberOf(part) >= 0 && numberOf(part) <= Limits::nextPatches;
    });
    return std::any_of(listed.begin(), listed.end(), [&](const QStringList &parts) {
        const bool hasPlace = parts.size() == place + 1 + rest.size();
        return hasPlace && (isSmall || parts.mid(place + 1) == rest);
    });
}

bool isNext(const QList<QStringList> &listed, const QStringList &version)
{
    for (qsizetype place = 0; place < version.size(); ++place) {
        const int before = highest(listed, version.mid(0, place));
        const bool isLast = place == version.size() - 1;
        const int step = isLast ? Limits::nextPatches : 1;
        const int number = numberOf(version[place]);
        if (before >= 0 && number > before && number <= before + step
            && canFollow(listed, place, version.mid(place + 1)))
            return true;
    }
    return false;
}

} // namespace

ReleaseList ReleaseList::load(const QJsonObject &products)
{
    ReleaseList list;
    for (auto it = products.begin(); it != products.end(); ++it) {
        const QStringList releases = soundStrings(it.value(), isStableRelease, list.m_leftOut);
        if (!releases.isEmpty())
            list.m_releases.insert(it.key(), releases);
    }
    return list;
}

bool ReleaseList::allows(const QString &product, const QString &version) const
{
    const QStringList releases = m_releases.value(product);
    if (releases.contains(version))
        return true;
    QList<QStringList> listed;
    for (const QString &release : releases) {
        if (!release.contains("post"_L1)) // says nothing of what comes next
            listed.append(release.split(u'.'));
    }
    return isNext(listed, version.split(u'.'));
}

} // namespace Telemetry
