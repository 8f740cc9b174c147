#pragma once

#include "host/collector/publiclist.h"

#include <QString>

namespace Telemetry {

/// The list that an operator loaded, in its file, and the one before it, beside it. Not thread-safe.
class PublicListFiles
{
public:
    /// `shipped` is the list that is built in. Without a file it is the only one.
    PublicListFiles(QString file, QByteArray shipped);

    /// The file's bytes; nothing when there is none. Errors: Io, TooLarge.
    [[nodiscard]] std::optional<Result<QByteArray>> read() const;
    [[nodiscard]] Result<SharedPublicList> shipped() const { return readPublicList(m_shipped); }

    /// What a collector starts with.
    struct Choice
    {
        SharedPublicList list;
        QString refused; ///< why it is not the file's; empty: it is, or there is no file
    };
    /// The file's list; where that can't be used, the one before, else the one that is built in. Errors: Invalid (the
    /// one that is built in).
    [[nodiscard]] Result<Choice> choose() const;

    /// Makes another file's list this file's, and the one that choose() gives the one before. Errors: as
    /// readPublicList(), Invalid (it has lost much, and isn't forced), NotFound, Io; then the file is as it was.
    [[nodiscard]] Result<SharedPublicList> loadFrom(const QString &file, bool force) const;
    /// Changes the file's list for the one before. Errors: as loadFrom().
    [[nodiscard]] Result<SharedPublicList> goBack() const { return loadFrom(fileBefore(), true); }

private:
    [[nodiscard]] QString fileBefore() const { return m_file + QStringLiteral(".before"); }

    QString m_file;
    QByteArray m_shipped;
};

} // namespace Telemetry
