#include "client/language/englishscope.h"

#include <utility>

namespace Telemetry {

namespace {
// For each thread, because the worker's texts must not become English while the user looks at the original.
thread_local bool active = false;
} // namespace

EnglishScope::EnglishScope()
    : m_outer(std::exchange(active, true))
{
}

EnglishScope::~EnglishScope()
{
    active = m_outer;
}

bool EnglishScope::isActive()
{
    return active;
}

} // namespace Telemetry
