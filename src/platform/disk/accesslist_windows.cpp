#include "platform/disk/accesslist_windows.h"

#include "platform/disk/handle_windows.h"

#include <sddl.h>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A well-known SID, made once.
class WellKnown
{
public:
    explicit WellKnown(const wchar_t *text) { ::ConvertStringSidToSidW(text, &m_sid); }
    ~WellKnown() { ::LocalFree(m_sid); }
    Q_DISABLE_COPY_MOVE(WellKnown)
    [[nodiscard]] bool is(PSID other) const { return m_sid && ::EqualSid(m_sid, other); }

private:
    PSID m_sid = nullptr;
};

/// The owner, whoever that is: judged as such.
bool isOwnerRights(PSID sid)
{
    static const WellKnown ownerRights(L"S-1-3-4");
    return ownerRights.is(sid);
}

} // namespace

ProcessUser::ProcessUser()
{
    HANDLE opened = nullptr;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened))
        return;
    const WindowsHandle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<std::byte> user(size);
    if (size >= sizeof(TOKEN_USER) && ::GetTokenInformation(token.get(), TokenUser, user.data(), size, &size))
        m_user = std::move(user);
}

PSID ProcessUser::sid() const
{
    return m_user.empty() ? nullptr : reinterpret_cast<const TOKEN_USER *>(m_user.data())->User.Sid;
}

const ProcessUser &processUser()
{
    static const ProcessUser user;
    return user;
}

QByteArray textOf(PSID sid)
{
    LPSTR text = nullptr;
    if (!sid || !::ConvertSidToStringSidA(sid, &text))
        return {};
    const QByteArray copy(text);
    ::LocalFree(text);
    return copy;
}

OwnerOnly::OwnerOnly()
{
    const QByteArray user = textOf(processUser().sid());
    if (user.isEmpty())
        return;
    // P: nothing is inherited from above. OICI: what is made in the folder later gets the same.
    const std::wstring list =
        u"D:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FA;;;%1)"_s.arg(QLatin1StringView(user)).toStdWString();
    if (::ConvertStringSecurityDescriptorToSecurityDescriptorW(list.c_str(), SDDL_REVISION_1,
                                                               &m_attributes.lpSecurityDescriptor, nullptr))
        m_attributes.nLength = sizeof m_attributes;
}

OwnerOnly::~OwnerOnly()
{
    ::LocalFree(m_attributes.lpSecurityDescriptor);
}

SECURITY_ATTRIBUTES *OwnerOnly::attributes()
{
    return m_attributes.nLength == 0 ? nullptr : &m_attributes;
}

bool isUserOrSystem(PSID sid)
{
    static const WellKnown system(L"S-1-5-18");
    static const WellKnown administrators(L"S-1-5-32-544");
    static const WellKnown installer(L"S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464");
    const PSID user = processUser().sid();
    return sid && ((user && ::EqualSid(user, sid)) || system.is(sid) || administrators.is(sid) || installer.is(sid));
}

bool givesOthers(PACL list, ACCESS_MASK rights)
{
    if (!list)
        return true;
    // A list may also speak in words that are no file's.
    ACCESS_MASK wanted = rights | GENERIC_ALL;
    if (rights & FILE_WRITE_DATA)
        wanted |= GENERIC_WRITE;
    if (rights & FILE_READ_DATA)
        wanted |= GENERIC_READ | GENERIC_EXECUTE;
    for (DWORD i = 0; i < list->AceCount; ++i) {
        void *entry = nullptr;
        if (!::GetAce(list, i, &entry))
            return true;
        const auto *header = static_cast<const ACE_HEADER *>(entry);
        if (header->AceFlags & INHERIT_ONLY_ACE) // about what is made below only
            continue;
        switch (header->AceType) {
        case ACCESS_DENIED_ACE_TYPE:
        case ACCESS_DENIED_OBJECT_ACE_TYPE:
        case ACCESS_DENIED_CALLBACK_ACE_TYPE:
        case ACCESS_DENIED_CALLBACK_OBJECT_ACE_TYPE:
            continue; // takes away
        case ACCESS_ALLOWED_ACE_TYPE: {
            auto *allowed = static_cast<ACCESS_ALLOWED_ACE *>(entry);
            const PSID sid = &allowed->SidStart;
            if ((allowed->Mask & wanted) != 0 && !isUserOrSystem(sid) && !isOwnerRights(sid))
                return true;
            continue;
        }
        default:
            return true;
        }
    }
    return false;
}

} // namespace Telemetry
