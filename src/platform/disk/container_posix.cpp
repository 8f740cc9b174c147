#include "platform/disk/container.h"

#include "contract/limits.h"
#include "platform/disk/mount_posix.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Files of /proc say that they have no size; what is longer than anything that we look for is cut.
QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(Limits::processFileBytes) : QByteArray();
}

QByteArray mountInfo(const QString &root)
{
    return textOf(root + "/proc/self/mountinfo"_L1);
}

/// The value of a variable in the form of /proc/PID/environ.
QString valueIn(const QByteArray &environ, const QByteArray &name)
{
    for (const QByteArray &entry : environ.split('\0')) {
        if (entry.startsWith(name + '='))
            return QString::fromUtf8(entry.sliced(name.size() + 1));
    }
    return {};
}

/// The engine whose own folder a path names: its layers, its volumes, its control groups.
QString engineIn(const QByteArray &path)
{
    static const std::array<std::pair<const char *, QLatin1StringView>, 9> marks{{
        {"/kubepods", "kubernetes"_L1}, // before the engine that Kubernetes uses
        {"/kubelet/pods/", "kubernetes"_L1},
        {"/docker/", "docker"_L1},
        {"/docker-", "docker"_L1}, // docker-ID.scope; /dev/mapper/docker-…
        {"/containers/storage/", "podman"_L1},
        {"/libpod-", "podman"_L1}, // also /libpod_parent/
        {"/libpod_", "podman"_L1},
        {"/containerd/", "containerd"_L1},
        {"/lxc", "lxc"_L1}, // /lxc/NAME, /lxc.payload.NAME
    }};
    const auto *const found =
        std::find_if(marks.begin(), marks.end(), [&](const auto &mark) { return path.contains(mark.first); });
    return found == marks.end() ? QString() : QString(found->second);
}

/// In the order of how sure they are. Each is what the program itself leaves, see docs/administrators.md.
QString programOf(const QString &root, const QProcessEnvironment &variables)
{
    // Of systemd's container interface: Podman, systemd-nspawn, Flatpak and others set it for every process.
    if (const QString named = variables.value(u"container"_s); !named.isEmpty())
        return named.toLower();
    for (const auto &[name, program] : {std::pair(u"APPTAINER_CONTAINER"_s, u"apptainer"_s),
                                        {u"SINGULARITY_CONTAINER"_s, u"singularity"_s},
                                        {u"KUBERNETES_SERVICE_HOST"_s, u"kubernetes"_s}}) {
        if (!variables.value(name).isEmpty())
            return program;
    }
    if (QFile::exists(root + "/run/.containerenv"_L1))
        return u"podman"_s; // and Buildah
    if (QFile::exists(root + "/.dockerenv"_L1))
        return u"docker"_s;
    // What a systemd that is the container's first process has heard from the program, and passed on.
    if (const QByteArray told = textOf(root + "/run/systemd/container"_L1).trimmed(); !told.isEmpty())
        return QString::fromUtf8(told).toLower();
    if (const QString told = valueIn(textOf(root + "/proc/1/environ"_L1), "container"); !told.isEmpty())
        return told.toLower();
    // Only with the first version of control groups, or without a namespace of their own.
    if (const QString engine = engineIn(textOf(root + "/proc/1/cgroup"_L1)); !engine.isEmpty())
        return engine;
    const auto whole = mountOf("/", mountInfo(root));
    return whole ? engineIn(whole->root + ' ' + whole->source + ' ' + whole->options) : QString();
}

bool isInMemory(const Mount &mount)
{
    return mount.type == "tmpfs" || mount.type == "ramfs";
}

/// A root of layers over an image, or a copy of an image in the folder of an engine. LXC's folders are no such copies:
/// its containers are kept, like computers.
bool isOfAnImage(const Mount &mount)
{
    static const QByteArrayList layered{"overlay", "aufs", "fuse.fuse-overlayfs", "fuse-overlayfs", "rootfs"};
    const QString engine = engineIn(mount.root + ' ' + mount.source);
    return layered.contains(mount.type) || (!engine.isEmpty() && engine != "lxc"_L1);
}

/// A volume that is made for one container and goes with it: Kubernetes' emptyDir, and one of Docker or Podman that
/// nobody has named.
bool isForOneContainer(const Mount &mount)
{
    static const QRegularExpression nameless(u"/volumes/[0-9a-f]{64}/_data(/|$)"_s);
    return mount.root.contains("/kubernetes.io~empty-dir/") || nameless.match(QString::fromUtf8(mount.root)).hasMatch();
}

} // namespace

Container::Container(const QString &root, const QProcessEnvironment &variables)
    : m_root(root)
    , m_program(programOf(root, variables))
{
}

bool Container::takesAway(const QString &folder) const
{
    if (m_program.isEmpty())
        return false;
    const auto mount = mountOf(QFile::encodeName(folder), mountInfo(m_root));
    if (!mount)
        return false;
    return isInMemory(*mount) || isForOneContainer(*mount) || (mount->point == "/" && isOfAnImage(*mount));
}

} // namespace Telemetry
