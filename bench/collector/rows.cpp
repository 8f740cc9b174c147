// bench_rows SCHEMA FACTS FILE fill ROWS | write EVENTS SECONDS: what SQLite's C API does with our rows, without a
// collector, for tools/bench collector. SCHEMA is the raw database's SQL; FACTS has a fact a line: key in hexadecimal
// digits, topic, period, value, first_in, with tabs between.
// fill: makes a file of ROWS events in the order of their keys, which is the fastest way there is.
// write: commits EVENTS events of random reporters at a time, as safely as the collector, and prints how many a second,
// and the CPU time of one in microseconds.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Key = std::array<unsigned char, 16>;
using namespace std::string_view_literals;

void check(sqlite3 *database, int code)
{
    if (code == SQLITE_OK || code == SQLITE_DONE)
        return;
    std::fprintf(stderr, "bench_rows: %s\n", sqlite3_errmsg(database));
    std::exit(1);
}

void run(sqlite3 *database, const std::string &sql)
{
    check(database, sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr));
}

sqlite3_stmt *prepared(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    check(database, sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
    return statement;
}

void step(sqlite3 *database, sqlite3_stmt *statement)
{
    check(database, sqlite3_step(statement));
    check(database, sqlite3_reset(statement));
}

/// The key must stay until the step.
void bind(sqlite3_stmt *statement, int column, const Key &key)
{
    sqlite3_bind_blob(statement, column, key.data(), static_cast<int>(key.size()), SQLITE_STATIC);
}

Key fromHexadecimal(const std::string &digits)
{
    Key key;
    for (std::size_t i = 0; i < key.size(); ++i)
        key[i] = static_cast<unsigned char>(std::stoi(digits.substr(2 * i, 2), nullptr, 16));
    return key;
}

std::vector<Key> addFacts(sqlite3 *database, const char *path)
{
    std::vector<Key> keys;
    sqlite3_stmt *insert = prepared(database, "INSERT INTO facts VALUES (?, ?, ?, ?, ?)");
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream cells(line);
        std::string cell;
        std::getline(cells, cell, '\t');
        keys.push_back(fromHexadecimal(cell));
        bind(insert, 1, keys.back());
        for (int column = 2; column <= 5; ++column) {
            cell.clear();
            std::getline(cells, cell, '\t');
            sqlite3_bind_text(insert, column, cell.c_str(), -1, SQLITE_TRANSIENT);
        }
        step(database, insert);
    }
    sqlite3_finalize(insert);
    return keys;
}

/// The first eight bytes are a number, the most significant first; the others random.
Key reporterOf(std::uint64_t number, std::uint64_t rest)
{
    Key key;
    for (std::size_t i = 0; i < 8; ++i) {
        key[i] = static_cast<unsigned char>(number >> (56 - 8 * i));
        key[8 + i] = static_cast<unsigned char>(rest >> (56 - 8 * i));
    }
    return key;
}

void fill(sqlite3 *database, const std::vector<Key> &facts, std::uint64_t rows)
{
    sqlite3_stmt *insert = prepared(database, "INSERT INTO events (reporter, fact) VALUES (?, ?)");
    std::mt19937_64 random(1);
    const std::uint64_t stride = UINT64_MAX / rows;
    run(database, "BEGIN");
    for (std::uint64_t row = 0; row < rows; ++row) {
        const Key reporter = reporterOf(row * stride + random() % stride, random());
        bind(insert, 1, reporter);
        bind(insert, 2, facts[random() % facts.size()]);
        step(database, insert);
    }
    run(database, "COMMIT");
    sqlite3_finalize(insert);
}

void write(sqlite3 *database, const std::vector<Key> &facts, std::size_t events, double seconds)
{
    using Clock = std::chrono::steady_clock;
    sqlite3_stmt *insert = prepared(database, "INSERT OR REPLACE INTO events (reporter, fact) VALUES (?, ?)");
    std::mt19937_64 random(std::random_device{}());
    std::vector<Key> reporters(events);
    std::uint64_t written = 0;
    double taken = 0;
    for (const Clock::time_point begin = Clock::now(); taken < seconds;
         taken = std::chrono::duration<double>(Clock::now() - begin).count()) {
        for (Key &reporter : reporters)
            reporter = reporterOf(random(), random());
        std::sort(reporters.begin(), reporters.end());
        run(database, "BEGIN IMMEDIATE");
        for (const Key &reporter : reporters) {
            bind(insert, 1, reporter);
            bind(insert, 2, facts[random() % facts.size()]);
            step(database, insert);
        }
        run(database, "COMMIT");
        written += events;
    }
    sqlite3_finalize(insert);
    const double cpu = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    std::printf("{\"events_a_second\": %.1f, \"cpu\": %.3f}\n", static_cast<double>(written) / taken,
                cpu / static_cast<double>(written) * 1e6);
}

} // namespace

int main(int argc, char *argv[])
{
    const bool fills = argc == 6 && argv[4] == "fill"sv;
    if (!fills && argc != 7) {
        std::fputs("bench_rows: see the first lines of rows.cpp\n", stderr);
        return 2;
    }
    std::ifstream file(argv[1]);
    std::ostringstream schema;
    schema << file.rdbuf();
    sqlite3 *database = nullptr;
    check(database, sqlite3_open(argv[3], &database));
    run(database, fills ? "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
                        : "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
    run(database, "BEGIN;" + schema.str() + ";COMMIT");
    run(database, "BEGIN");
    const std::vector<Key> facts = addFacts(database, argv[2]);
    run(database, "COMMIT");
    if (fills)
        fill(database, facts, std::strtoull(argv[5], nullptr, 10));
    else
        write(database, facts, std::strtoul(argv[5], nullptr, 10), std::atof(argv[6]));
    sqlite3_close(database);
    return 0;
}
