#include "platform/pagebytes.h"

#include <sys/mman.h>

namespace Telemetry {

PageBytes::PageBytes(qsizetype size)
{
    const auto length = static_cast<size_t>(size);
    void *const pages = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        return;
    m_pages = std::shared_ptr<char>(static_cast<char *>(pages), [length](char *gone) { ::munmap(gone, length); });
    m_size = size;
}

} // namespace Telemetry
