#include "platform/pagebytes.h"

#include <windows.h>

namespace Telemetry {

PageBytes::PageBytes(qsizetype size)
{
    void *const pages = ::VirtualAlloc(nullptr, static_cast<SIZE_T>(size), MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (!pages)
        return;
    m_pages =
        std::shared_ptr<char>(static_cast<char *>(pages), [](char *gone) { ::VirtualFree(gone, 0, MEM_RELEASE); });
    m_size = size;
}

} // namespace Telemetry
