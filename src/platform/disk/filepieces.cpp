#include "platform/disk/filepieces.h"

#include <QCryptographicHash>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace Telemetry::FilePieces {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

Error unreadable(const QString &path, const QIODevice &content)
{
    return {Error::Code::Io, u"%1: %2"_s.arg(path, content.errorString())};
}

} // namespace

Result<Done> rewind(const QString &path, QIODevice &content)
{
    return content.seek(0) ? Result<Done>(Done{}) : unreadable(path, content);
}

Result<QByteArray> next(const QString &path, QIODevice &content)
{
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    const qint64 read = content.read(piece.data(), piece.size());
    if (read < 0)
        return unreadable(path, content);
    piece.truncate(read);
    return piece;
}

Result<std::optional<QByteArray>> digestIfSame(const QString &path, QIODevice &content, QIODevice &other)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (;;) {
        const auto piece = next(path, content);
        if (!piece)
            return piece.error();
        if (piece.value().isEmpty())
            return other.atEnd() ? std::optional(hash.result().toHex()) : std::nullopt;
        if (other.read(piece.value().size()) != piece.value())
            return std::optional<QByteArray>();
        hash.addData(piece.value());
    }
}

} // namespace Telemetry::FilePieces
