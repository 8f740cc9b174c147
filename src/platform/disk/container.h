#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace Telemetry {

/// The container that a process runs in, as far as it can be seen from inside. Looks at files that are there for every
/// process; starts nothing and asks nobody. `root` is the folder that stands for "/": empty but for tests. Any thread.
class Container
{
public:
    explicit Container(const QString &root = {},
                       const QProcessEnvironment &variables = QProcessEnvironment::systemEnvironment());

    /// The name of the program that runs it, in small letters: "docker", "podman", "apptainer", "kubernetes", "lxc", …
    /// or "container" when it has left none; empty when this is no container, or one that nobody can tell.
    [[nodiscard]] QString program() const { return m_program; }

    /// Whether what is written into this folder (absolute, without links; it need not exist) goes with the container:
    /// it lies in the container's own root or in memory, or in a volume that lives as long as the container, and not in
    /// a folder that was mounted from outside. False outside of containers. It can't be seen that an engine keeps a
    /// container for years: an administrator can state it.
    [[nodiscard]] bool takesAway(const QString &folder) const;

private:
    QString m_root;
    QString m_program;
};

} // namespace Telemetry
