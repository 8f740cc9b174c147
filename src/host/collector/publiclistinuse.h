#pragma once

#include "host/collector/publiclist.h"

#include <mutex>
#include <utility>

namespace Telemetry {

/// The list that the collector uses at present. Whoever asks keeps what they got for as long as they need it, also when
/// another one is put in its place meanwhile. Any thread.
class PublicListInUse
{
public:
    explicit PublicListInUse(SharedPublicList list)
        : m_list(std::move(list))
    {
    }

    [[nodiscard]] SharedPublicList current() const
    {
        const std::lock_guard lock(m_mutex);
        return m_list;
    }
    void replace(SharedPublicList list)
    {
        const std::lock_guard lock(m_mutex);
        m_list = std::move(list);
    }

private:
    mutable std::mutex m_mutex;
    SharedPublicList m_list;
};

} // namespace Telemetry
