#include "platform/disk/ownedtree.h"

#include "platform/disk/accesslist_windows.h"
#include "platform/disk/handle_windows.h"

#include <algorithm>
#include <array>

#include <aclapi.h>
#include <winternl.h>

namespace Telemetry {

using Outcome = OwnedEntry::Opened::Outcome;

struct OwnedEntry::Native
{
    explicit Native(HANDLE opened)
        : handle(opened)
    {
    }
    ~Native() { ::LocalFree(descriptor); }
    Q_DISABLE_COPY_MOVE(Native)
    /// What came of opening it just now; `error` is of Windows.
    static Opened opened(HANDLE handle, DWORD error, Kind kind);

    WindowsHandle handle;
    qint64 size = 0;
    PSID owner = nullptr; ///< this and the list are in the descriptor
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
};

namespace {

OwnedEntry::Kind kindOfAttributes(DWORD attributes)
{
    // Links, junctions, and whatever else Windows would resolve on its own.
    if (attributes & FILE_ATTRIBUTE_REPARSE_POINT)
        return OwnedEntry::Kind::Link;
    if (attributes & FILE_ATTRIBUTE_DEVICE)
        return OwnedEntry::Kind::Other;
    return attributes & FILE_ATTRIBUTE_DIRECTORY ? OwnedEntry::Kind::Folder : OwnedEntry::Kind::File;
}

Outcome outcomeOf(DWORD error)
{
    return error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND ? Outcome::Absent : Outcome::Refused;
}

/// As openat() with O_NOFOLLOW elsewhere. The handle, or none and the error of Windows.
std::pair<HANDLE, DWORD> openIn(HANDLE folder, const QByteArray &name, ACCESS_MASK rights)
{
    std::wstring text = QString::fromUtf8(name).toStdWString();
    UNICODE_STRING native = {};
    native.Buffer = text.data();
    native.Length = static_cast<USHORT>(text.size() * sizeof(wchar_t));
    native.MaximumLength = native.Length;
    OBJECT_ATTRIBUTES what = {};
    InitializeObjectAttributes(&what, &native, 0, folder, nullptr); // 0: a name of another case is another name
    HANDLE handle = INVALID_HANDLE_VALUE;
    IO_STATUS_BLOCK status = {};
    const NTSTATUS failure =
        ::NtCreateFile(&handle, rights | SYNCHRONIZE, &what, &status, nullptr, FILE_ATTRIBUTE_NORMAL,
                       FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN,
                       FILE_OPEN_REPARSE_POINT | FILE_SYNCHRONOUS_IO_NONALERT, nullptr, 0);
    if (failure < 0)
        return {INVALID_HANDLE_VALUE, ::RtlNtStatusToDosError(failure)};
    return {handle, ERROR_SUCCESS};
}

QString words(DWORD error)
{
    return qt_error_string(static_cast<int>(error));
}

} // namespace

OwnedEntry::OwnedEntry(std::shared_ptr<const Native> native)
    : m_native(std::move(native))
{
}

OwnedEntry::Opened OwnedEntry::Native::opened(HANDLE handle, DWORD error, Kind kind)
{
    auto native = std::make_shared<Native>(handle);
    if (!native->handle.isOpen())
        return {outcomeOf(error), words(error), nullptr};
    BY_HANDLE_FILE_INFORMATION info = {};
    if (!::GetFileInformationByHandle(handle, &info))
        return {Outcome::Refused, lastErrorWords(), nullptr};
    const Kind found = kindOfAttributes(info.dwFileAttributes);
    if (found == Kind::Link)
        return {Outcome::Link, {}, nullptr};
    if (found != kind)
        return {Outcome::WrongKind, {}, nullptr};
    native->size = static_cast<qint64>(static_cast<quint64>(info.nFileSizeHigh) << 32 | info.nFileSizeLow);
    if (const DWORD refused =
            ::GetSecurityInfo(handle, SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                              &native->owner, nullptr, &native->list, nullptr, &native->descriptor);
        refused != ERROR_SUCCESS)
        return {Outcome::Refused, words(refused), nullptr};
    return {Outcome::Open, {}, std::unique_ptr<OwnedEntry>(new OwnedEntry(std::move(native)))};
}

OwnedEntry::Opened OwnedEntry::openFolder(const QString &path)
{
    if (path.isEmpty()) // which nativePath() would take for the current folder
        return {Outcome::Absent, words(ERROR_PATH_NOT_FOUND), nullptr};
    const HANDLE handle = ::CreateFileW(nativePath(path).c_str(), FILE_GENERIC_READ,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                        FILE_FLAG_BACKUP_SEMANTICS, nullptr);
    return Native::opened(handle, ::GetLastError(), Kind::Folder);
}

OwnedEntry::Opened OwnedEntry::open(const QByteArray &name, Kind kind) const
{
    const auto [handle, error] = openIn(m_native->handle.get(), name, FILE_GENERIC_READ);
    return Native::opened(handle, error, kind);
}

Result<OwnedEntry::Kind> OwnedEntry::kindOf(const QByteArray &name) const
{
    const auto [handle, error] = openIn(m_native->handle.get(), name, FILE_READ_ATTRIBUTES);
    const WindowsHandle opened(handle);
    if (!opened.isOpen())
        return Error{Error::Code::Io, words(error)};
    BY_HANDLE_FILE_INFORMATION info = {};
    if (!::GetFileInformationByHandle(opened.get(), &info))
        return Error{Error::Code::Io, lastErrorWords()};
    return kindOfAttributes(info.dwFileAttributes);
}

Result<QByteArrayList> OwnedEntry::names(qsizetype most) const
{
    alignas(FILE_FULL_DIR_INFO) std::array<char, 16 * 1024> room;
    QByteArrayList names;
    FILE_INFO_BY_HANDLE_CLASS next = FileFullDirectoryRestartInfo;
    while (::GetFileInformationByHandleEx(m_native->handle.get(), next, room.data(), static_cast<DWORD>(room.size()))) {
        next = FileFullDirectoryInfo;
        for (const char *place = room.data();;) {
            const auto *entry = reinterpret_cast<const FILE_FULL_DIR_INFO *>(place);
            const QString name = QString::fromWCharArray(
                entry->FileName, static_cast<qsizetype>(entry->FileNameLength / sizeof(wchar_t)));
            if (name != QLatin1StringView(".") && name != QLatin1StringView(".."))
                names.append(name.toUtf8());
            if (names.size() > most)
                return Error{Error::Code::TooLarge, {}};
            if (entry->NextEntryOffset == 0)
                break;
            place += entry->NextEntryOffset;
        }
    }
    if (const DWORD failure = ::GetLastError(); failure != ERROR_NO_MORE_FILES)
        return Error{Error::Code::Io, words(failure)};
    std::ranges::sort(names);
    return names;
}

Result<PageBytes> OwnedEntry::read(qint64 most) const
{
    // Not trusted, as it may grow while it is read; one byte more, to see the end.
    if (m_native->size < 0 || m_native->size > most)
        return Error{Error::Code::TooLarge, {}};
    PageBytes bytes(static_cast<qsizetype>(m_native->size) + 1);
    if (bytes.isNull())
        return Error{Error::Code::Io, words(ERROR_NOT_ENOUGH_MEMORY)};
    qsizetype have = 0;
    for (;;) {
        DWORD got = 0;
        const auto wanted = static_cast<DWORD>(qMin<qsizetype>(bytes.size() - have, 1 << 20));
        if (!::ReadFile(m_native->handle.get(), bytes.data() + have, wanted, &got, nullptr))
            return Error{Error::Code::Io, lastErrorWords()};
        have += static_cast<qsizetype>(got);
        if (got == 0)
            break;
        if (have == bytes.size())
            return Error{Error::Code::Busy, {}};
    }
    bytes.truncate(have);
    return bytes;
}

bool OwnedEntry::belongsToUserOrSystem() const
{
    return isUserOrSystem(m_native->owner);
}

bool OwnedEntry::isWritableByOthers() const
{
    constexpr ACCESS_MASK changes =
        FILE_WRITE_DATA | FILE_APPEND_DATA | FILE_DELETE_CHILD | DELETE | WRITE_DAC | WRITE_OWNER;
    return givesOthers(m_native->list, changes);
}

} // namespace Telemetry
