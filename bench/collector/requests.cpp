#include "requests.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string_view>

using namespace std::string_literals;

namespace {

/// A reporter as the file has it.
constexpr std::string_view notDrawn = "00000000000000000000000000000000";

void draw(char *reporter, std::mt19937_64 &random)
{
    for (std::size_t i = 0; i < notDrawn.size(); i += 16) {
        std::uint64_t bits = random();
        for (std::size_t k = 0; k < 16; ++k, bits >>= 4)
            reporter[i + k] = "0123456789abcdef"[bits & 15];
    }
}

} // namespace

void Request::copyTo(std::string &out, std::mt19937_64 &random) const
{
    out = text;
    for (const std::size_t at : reporters)
        draw(&out[at], random);
}

std::vector<Request> readRequests(const char *path)
{
    std::ifstream file(path);
    std::vector<Request> requests;
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t space = line.find(' ');
        const std::string body = line.substr(space + 1);
        Request request{"POST /v1/" + line.substr(0, space) + "/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size())
                            + "\r\n\r\n" + body,
                        {}};
        for (std::size_t at = request.text.find(notDrawn); at != std::string::npos;
             at = request.text.find(notDrawn, at + notDrawn.size()))
            request.reporters.push_back(at);
        requests.push_back(std::move(request));
    }
    if (requests.empty())
        stop("no requests in "s.append(path));
    return requests;
}

void stop(const std::string &why)
{
    std::fprintf(stderr, "bench_load: %s\n", why.c_str());
    std::exit(1);
}
