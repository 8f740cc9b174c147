#pragma once

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// The public releases of napari, Python and systems, by product ("napari", "python", "ubuntu"). Immutable after
/// load(): any thread.
class ReleaseList
{
public:
    /// Reads `{"napari": ["0.9.2", …], "ubuntu": ["24.04", …], …}`. What is no stable release is left out.
    [[nodiscard]] static ReleaseList load(const QJsonObject &products);

    /// Whether this is a release of the product, or a next one that the list can't know yet. It is a next one when the
    /// list has the numbers in front of it, one number is a little higher than the highest that the list has in that
    /// place (by Limits::nextPatches where it is the last, else by one), and what follows is what follows another
    /// release there. So a version that isn't listed can't say anything: docs/threats.md counts what is left.
    [[nodiscard]] bool allows(const QString &product, const QString &version) const;

    [[nodiscard]] QStringList products() const { return m_releases.keys(); }
    [[nodiscard]] QStringList releases(const QString &product) const { return m_releases.value(product); }
    /// How many entries were left out.
    [[nodiscard]] qsizetype leftOut() const { return m_leftOut; }

private:
    QHash<QString, QStringList> m_releases;
    qsizetype m_leftOut = 0;
};

} // namespace Telemetry
