#include "host/raw/disk/rawgaps.h"

#include "platform/disk/privatefiles.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

// The format of SQLite's files, https://www.sqlite.org/fileformat2.html
constexpr qsizetype fileHeaderBytes = 100;
constexpr qsizetype logHeaderBytes = 32;
constexpr qsizetype frameHeaderBytes = 24;

Error failed(const QFile &file)
{
    return Error{Error::Code::Io, u"%1: %2"_s.arg(file.fileName(), file.errorString())};
}

/// The size of a page as a file's header has it: 1 stands for 65,536.
qint64 pageBytesOf(QFile &database)
{
    QByteArray bytes(2, '\0');
    if (!database.seek(16) || database.read(bytes.data(), 2) != 2)
        return 0;
    const auto size = qFromBigEndian<quint16>(bytes.constData());
    return size == 1 ? 65'536 : size;
}

} // namespace

bool emptyGap(QByteArray &page, bool first)
{
    const qsizetype at = first ? fileHeaderBytes : 0;
    if (page.size() < at + 12)
        return false;
    const auto kind = quint8(page[at]);
    const bool inner = kind == 2 || kind == 5;
    if (!inner && kind != 10 && kind != 13)
        return false;
    const qsizetype rows = qFromBigEndian<quint16>(page.constData() + at + 3);
    const qsizetype content = qFromBigEndian<quint16>(page.constData() + at + 5);
    const qsizetype from = at + (inner ? 12 : 8) + 2 * rows;
    const qsizetype to = content == 0 ? 65'536 : content;
    if (from >= to || to > page.size())
        return false;
    const auto begin = page.begin() + from;
    const auto end = page.begin() + to;
    if (std::all_of(begin, end, [](char byte) { return byte == 0; }))
        return false;
    std::fill(begin, end, '\0');
    return true;
}

RawGaps::RawGaps(const QString &database)
    : m_database(database)
{
}

Result<Done> RawGaps::noteLog()
{
    QFile log(m_database.fileName() + u"-wal"_s);
    if (!log.exists())
        return Done{};
    if (!log.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failed(log);
    const QByteArray header = log.read(logHeaderBytes);
    if (header.size() < logHeaderBytes)
        return Done{}; // it is empty
    const qint64 frameBytes = frameHeaderBytes + qFromBigEndian<quint32>(header.constData() + 8);
    // Also frames that are no longer valid, left behind an emptied log's end: pages that have nothing to hide.
    for (qint64 at = logHeaderBytes; at + frameBytes <= log.size(); at += frameBytes) {
        QByteArray number(4, '\0');
        if (!log.seek(at) || log.read(number.data(), 4) != 4)
            return failed(log);
        m_pages.insert(qFromBigEndian<quint32>(number.constData()));
    }
    return Done{};
}

Result<Done> RawGaps::overwrite()
{
    if (m_pages.isEmpty())
        return Done{};
    if (!m_database.isOpen()
        && !m_database.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return failed(m_database);
    const qint64 bytes = pageBytesOf(m_database);
    QList<quint32> pages(m_pages.begin(), m_pages.end());
    std::sort(pages.begin(), pages.end());
    bool changed = false;
    for (const quint32 number : pages) {
        const qint64 at = (qint64(number) - 1) * bytes;
        if (at < 0 || at + bytes > m_database.size()) // a rebuild has made the file shorter
            continue;
        QByteArray page(bytes, '\0');
        if (!m_database.seek(at) || m_database.read(page.data(), bytes) != bytes)
            return failed(m_database);
        if (!emptyGap(page, number == 1))
            continue;
        if (!m_database.seek(at) || m_database.write(page) != bytes)
            return failed(m_database);
        changed = true;
    }
    if (changed) {
        if (auto synced = syncFile(m_database); !synced)
            return synced;
    }
    m_pages.clear();
    return Done{};
}

} // namespace Telemetry
