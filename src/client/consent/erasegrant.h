#pragma once

namespace Telemetry {

/// The user's click on "erase what I sent", once: the one exception to "off sends nothing". Whoever takes it may send
/// erase requests for what was sent from here, and nothing else. Only ConsentGate makes one, in answer to the click, or
/// to go on with it after a restart. A value that can be moved but not copied, from any thread.
class EraseGrant
{
public:
    EraseGrant(EraseGrant &&) noexcept = default;
    EraseGrant &operator=(EraseGrant &&) noexcept = default;
    EraseGrant(const EraseGrant &) = delete;
    EraseGrant &operator=(const EraseGrant &) = delete;

private:
    friend class ConsentGate;
    EraseGrant() = default;
};

} // namespace Telemetry
