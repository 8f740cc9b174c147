#pragma once

#include "contract/datadictionary.h"

#include <memory>

namespace Telemetry {

/// The data dictionary, read when it is first needed: most starts of napari need only its version, and reading all of
/// it (schemas are compiled, examples checked) would cost them time and memory for nothing. A handle: copies are cheap
/// and share what was read. GUI thread.
class LazyDictionary
{
public:
    /// One that was read already.
    LazyDictionary(const DataDictionary &dictionary); // NOLINT(google-explicit-constructor): the same thing, later
    /// Errors: Invalid (no JSON, no version), TooLarge. What else is wrong with it shows in get().
    [[nodiscard]] static Result<LazyDictionary> fromJson(const QByteArray &json);

    [[nodiscard]] int version() const;
    /// Empty when it can't be read, with the reason in the log. Valid as long as any copy of this.
    [[nodiscard]] const DataDictionary &get() const;
    /// As DataDictionary::adds(); true when it can't be read: then nobody can say that it adds nothing.
    [[nodiscard]] bool adds(int since, Level level) const;

private:
    struct State;
    explicit LazyDictionary(std::shared_ptr<State> state);
    std::shared_ptr<State> m_state;
};

} // namespace Telemetry
