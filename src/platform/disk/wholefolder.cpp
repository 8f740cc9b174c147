#include "platform/disk/wholefolder.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

} // namespace

WholeFolder::WholeFolder(const QString &path, Observer observer)
    : m_observer(std::move(observer))
{
    const QFileInfo info(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    m_path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    m_parent = QFileInfo(m_path).absolutePath();
    m_name = QFileInfo(m_path).fileName();
}

Result<QStringList> WholeFolder::entries() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return QStringList();
    if (!info.isDir())
        return Error{Error::Code::Invalid, u"%1: not a folder"_s.arg(m_path)};
    return QDir(m_path).entryList(everything, QDir::Name);
}

Result<std::unique_ptr<FolderDraft>> WholeFolder::draft() const
{
    if (const auto done = removeLeftovers(); !done)
        return done.error();
    return std::make_unique<FolderDraft>(m_path, m_observer);
}

Result<Done> WholeFolder::removeLeftovers() const
{
    static const QRegularExpression suffix(u"^\\.new-[0-9a-f]{16}$"_s);
    for (const QString &entry : QDir(m_parent).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (!entry.startsWith(m_name) || !suffix.match(entry.mid(m_name.size())).hasMatch())
            continue;
        if (m_observer)
            m_observer(u"remove leftovers"_s);
        if (!QDir(m_parent + u'/' + entry).removeRecursively())
            return Error{Error::Code::Io,
                         u"%1/%2: a stopped run left it and it can't be removed"_s.arg(m_parent, entry)};
    }
    return Done{};
}

} // namespace Telemetry
