#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

/// A request as it is sent, but for its reporters.
struct Request
{
    std::string text;
    std::vector<std::size_t> reporters; ///< where they are in the text; one for each event

    /// The text with new reporters.
    void copyTo(std::string &out, std::mt19937_64 &random) const;
};

/// One request a line, "LEVEL BODY", each reporter as 32 zeros.
[[nodiscard]] std::vector<Request> readRequests(const char *path);

/// Says why on the standard error, and ends the program.
[[noreturn]] void stop(const std::string &why);
