#include "client/package/packagemanifest.h"

#include "contract/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr qsizetype digestDigits = 64;

Error invalid(qsizetype line, const QString &what)
{
    return {Error::Code::Invalid, u"line %1: %2"_s.arg(QString::number(line), what)};
}

bool isDigest(const QByteArray &digits)
{
    return digits.size() == digestDigits
           && std::ranges::all_of(digits, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// What a path may look like: parts of letters, digits, dots, hyphens and underscores, none of which begins with a dot.
bool isPlainPath(const QByteArray &path)
{
    const auto parts = path.split('/');
    return std::ranges::all_of(parts, [](const QByteArray &part) {
        return !part.isEmpty() && !part.startsWith('.') && std::ranges::all_of(part, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
                   || c == '-';
        });
    });
}

auto positionOf(const QList<PackageManifest::File> &files, const QByteArray &path)
{
    return std::ranges::lower_bound(files, path, {}, &PackageManifest::File::path);
}

} // namespace

Result<PackageManifest> PackageManifest::parse(const QByteArray &text)
{
    if (text.size() > Limits::packageManifestBytes)
        return Error{Error::Code::TooLarge, u"larger than %1 bytes"_s.arg(Limits::packageManifestBytes)};
    if (!text.endsWith('\n'))
        return Error{Error::Code::Invalid, u"it does not end with a whole line"_s};
    const QByteArray prefix = QByteArray(package) + '/';
    PackageManifest manifest;
    const auto lines = text.chopped(1).split('\n');
    for (qsizetype number = 1; number <= lines.size(); ++number) {
        const QByteArray &line = lines[number - 1];
        const QByteArray digits = line.left(digestDigits);
        QByteArray path = line.mid(digestDigits + 2);
        if (!isDigest(digits) || line.mid(digestDigits, 2) != "  ")
            return invalid(number, u"no digest"_s);
        if (!path.startsWith(prefix))
            return invalid(number, u"not in the package"_s);
        path = path.mid(prefix.size());
        if (!isPlainPath(path) || path.split('/').contains("__pycache__"))
            return invalid(number, u"not a path that we use"_s);
        const auto place = positionOf(manifest.m_files, path);
        if (place != manifest.m_files.cend() && place->path == path)
            return invalid(number, u"a path twice"_s);
        for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            manifest.m_folders.insert(path.left(slash));
        manifest.m_files.insert(place, {path, QByteArray::fromHex(digits)});
    }
    for (const File &file : manifest.m_files) {
        if (manifest.m_folders.contains(file.path))
            return Error{Error::Code::Invalid, u"a file that is a folder, too"_s};
    }
    return manifest;
}

std::optional<QByteArray> PackageManifest::digestOf(const QByteArray &path) const
{
    const auto place = positionOf(m_files, path);
    if (place == m_files.cend() || place->path != path)
        return std::nullopt;
    return place->sha256;
}

} // namespace Telemetry
