#include "platform/disk/mount_posix.h"

#include <QByteArrayList>

namespace Telemetry {

namespace {

/// Space, tabulator, line break and backslash are written as a backslash and three octal digits.
QByteArray plain(const QByteArray &field)
{
    QByteArray text;
    for (qsizetype i = 0; i < field.size(); ++i) {
        bool isOctal = false;
        const int code = field[i] == '\\' ? field.mid(i + 1, 3).toInt(&isOctal, 8) : 0;
        text.append(isOctal ? static_cast<char>(code) : field[i]);
        if (isOctal)
            i += 3;
    }
    return text;
}

std::optional<Mount> mountFrom(const QByteArray &line)
{
    const QByteArrayList fields = line.split(' ');
    const qsizetype separator = fields.indexOf("-", 6); // after any number of optional fields
    if (separator < 0 || fields.size() < separator + 3)
        return std::nullopt;
    return Mount{plain(fields[3]), plain(fields[4]), fields[separator + 1], plain(fields[separator + 2]),
                 fields.value(separator + 3)};
}

bool holds(const QByteArray &point, const QByteArray &path)
{
    return point == "/" || path == point || path.startsWith(point + '/');
}

} // namespace

std::optional<Mount> mountOf(const QByteArray &path, const QByteArray &mountInfo)
{
    std::optional<Mount> holder;
    for (const QByteArray &line : mountInfo.split('\n')) {
        const auto mount = mountFrom(line);
        if (mount && holds(mount->point, path) && (!holder || mount->point.size() >= holder->point.size()))
            holder = mount;
    }
    return holder;
}

} // namespace Telemetry
