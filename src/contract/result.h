#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace Telemetry {

/// Why an expected operation failed. The code is for programs, the detail for people and logs; the detail never
/// holds the payload of an event.
struct Error
{
    enum class Code {
        Invalid,     ///< the input breaks its format
        TooLarge,    ///< the input is over a limit of limits.h
        NotFound,    ///< a file or a name that does not exist
        Busy,        ///< somebody else has it at present: later it may work
        Closed,      ///< the time for it is over, or was ended by the user
        Unsupported, ///< a newer format, or a word that this version does not know
        Io,          ///< the disk or the network refused
        Damaged,     ///< a file of ours is broken
    };
    Code code = Code::Invalid;
    QString detail;
};

/// A value or the reason why there is none. (C++20 has no std::expected.)
template<typename T> class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// Only when ok().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T value() && { return std::get<0>(std::move(m_state)); }
    /// Only when not ok().
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// The value of an operation that has nothing to return.
struct Done
{
};

} // namespace Telemetry
