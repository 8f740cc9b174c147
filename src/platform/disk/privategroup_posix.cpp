#include "platform/disk/privategroup_posix.h"

#include "contract/limits.h"

#include <cstring>
#include <vector>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace Telemetry {

bool isPrivateGroup(gid_t group)
{
    std::vector<char> userTexts(Limits::accountBytes);
    std::vector<char> groupTexts(Limits::accountBytes);
    passwd user = {};
    passwd *foundUser = nullptr;
    ::group entry = {};
    ::group *foundGroup = nullptr;
    if (::getpwuid_r(::geteuid(), &user, userTexts.data(), userTexts.size(), &foundUser) != 0 || !foundUser)
        return false;
    if (user.pw_gid != group)
        return false;
    // A group that does not fit into the buffer has more members than one.
    if (::getgrgid_r(group, &entry, groupTexts.data(), groupTexts.size(), &foundGroup) != 0 || !foundGroup)
        return false;
    if (std::strcmp(entry.gr_name, user.pw_name) != 0)
        return false;
    for (char **member = entry.gr_mem; *member; ++member) {
        if (std::strcmp(*member, user.pw_name) != 0)
            return false;
    }
    return true;
}

} // namespace Telemetry
