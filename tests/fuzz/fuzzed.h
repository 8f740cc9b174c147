#pragma once

#include "fuzz/mutate.h"
#include "support/dictionary.h"

#include "contract/result.h"

#include <QDir>
#include <QMap>

#include <functional>

/// How parsers are fuzzed: what a test of them has is a map of these, by name.
namespace TestSupport {

/// What a parser makes of an input: nothing when it refuses, else what it must make of that again.
using Parser = std::function<std::optional<QByteArray>(const QByteArray &)>;

struct Fuzzed
{
    QByteArrayList seeds;
    Parser parse;
    int cost = 1; ///< how many times as long as the others an input takes
};

using Parsers = QMap<QString, Fuzzed>;

template<typename T> std::optional<QByteArray> again(const Telemetry::Result<T> &read, QByteArray (*write)(const T &))
{
    if (!read)
        return std::nullopt;
    return write(read.value());
}

inline void nameEach(const Parsers &parsers)
{
    QTest::addColumn<QString>("parser");
    for (const QString &name : parsers.keys())
        QTest::newRow(qPrintable(name)) << name;
}

inline void tryInput(const Parser &parse, const QByteArray &input)
{
    const auto written = parse(input);
    if (written)
        QCOMPARE(parse(*written), written);
}

/// Seeds, what is in tests/fuzz/corpus/NAME, and what mutated() makes of both. Deterministic; `TELEMETRY_FULL` tries a
/// hundred times as many inputs. An input that made trouble once goes into that folder and is tried for ever.
inline void fuzz(const QString &name, const Fuzzed &fuzzed)
{
    QByteArrayList seeds = fuzzed.seeds;
    const QDir corpus(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + QStringLiteral("/tests/fuzz/corpus/") + name);
    for (const QFileInfo &info : corpus.entryInfoList(QDir::Files))
        seeds.append(resource(info.filePath()));
    for (const QByteArray &seed : seeds)
        tryInput(fuzzed.parse, seed);
    const int rounds = (qEnvironmentVariableIsSet("TELEMETRY_FULL") ? 1'000'000 : 10'000) / fuzzed.cost;
    std::mt19937 random(1);
    for (int round = 0; round < rounds; ++round) {
        const QByteArray input = mutated(seeds, random);
        tryInput(fuzzed.parse, input);
        if (QTest::currentTestFailed()) {
            qInfo("the input: %s", input.toHex().constData());
            return;
        }
    }
}

/// Otherwise nothing but refusals is tested.
inline void readSeeds(const Fuzzed &fuzzed)
{
    for (const QByteArray &seed : fuzzed.seeds)
        QVERIFY(fuzzed.parse(seed).has_value());
}

} // namespace TestSupport
