#pragma once

#include <QByteArray>

#include <cstddef>
#include <vector>

#include <windows.h>

namespace Telemetry {

/// The user that this process runs as. Any thread.
class ProcessUser
{
public:
    ProcessUser();
    /// Null when the system doesn't say.
    [[nodiscard]] PSID sid() const;

private:
    std::vector<std::byte> m_user; ///< a TOKEN_USER and what it points to
};
[[nodiscard]] const ProcessUser &processUser();

/// The text form, such as "S-1-5-18"; empty for null.
[[nodiscard]] QByteArray textOf(PSID sid);

/// What a new file or folder gets in place of what its folder would hand down: the user, and those who can take
/// everything anyway (the system and its administrators), and nobody else. Any thread.
class OwnerOnly
{
public:
    OwnerOnly();
    ~OwnerOnly();
    Q_DISABLE_COPY_MOVE(OwnerOnly)
    /// Null when the list can't be made: then nothing private can be, either.
    [[nodiscard]] SECURITY_ATTRIBUTES *attributes();

private:
    SECURITY_ATTRIBUTES m_attributes = {};
};

/// Whether it is this user, or the system itself: LocalSystem, the administrators, or the installer of Windows.
[[nodiscard]] bool isUserOrSystem(PSID sid);

/// Whether an access list gives one of these rights to anybody but the user and the system. No list at all gives
/// everything to everybody. An entry of a kind that is not understood counts as one that does.
[[nodiscard]] bool givesOthers(PACL list, ACCESS_MASK rights);

} // namespace Telemetry
