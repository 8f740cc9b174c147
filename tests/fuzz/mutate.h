#pragma once

#include <QByteArray>
#include <QList>

#include <random>

namespace TestSupport {

/// An input made from the seeds by a few of the mistakes that files suffer: other bits and bytes, parts missing, twice,
/// or from another file, words of the format where they don't belong. The same generator state gives the same input.
inline QByteArray mutated(const QByteArrayList &seeds, std::mt19937 &random)
{
    static const QByteArrayList words = {"\"",
                                         "\\",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         ",",
                                         ":",
                                         "null",
                                         "true",
                                         "-1",
                                         "0",
                                         "1e999",
                                         "\\u0000",
                                         "\n",
                                         QByteArray(1, '\0'),
                                         "\xff",
                                         "\xc3\x28",
                                         "1.5",
                                         "1.",
                                         "\\ud800",
                                         "\r\n",
                                         "\r\n ",
                                         "\r\nHost: a",
                                         "\r\nTransfer-Encoding: chunked",
                                         "99999999999999999999",
                                         "{\"a\":{\"a\":{\"a\":{\"a\":1}}}}"};
    const auto below = [&](qsizetype limit) {
        return limit <= 0 ? qsizetype(0) : static_cast<qsizetype>(random() % static_cast<unsigned long>(limit));
    };
    QByteArray input = seeds[below(seeds.size())];
    for (qsizetype mistakes = 1 + below(4); mistakes > 0; --mistakes) {
        const qsizetype at = below(input.size() + 1);
        const qsizetype length = below(qMin<qsizetype>(input.size() - at, 64) + 1);
        switch (random() % 7) {
        case 0:
            if (at < input.size())
                input[at] = static_cast<char>(input[at] ^ (1 << (random() % 8)));
            break;
        case 1:
            if (at < input.size())
                input[at] = static_cast<char>(random());
            break;
        case 2:
            input.remove(at, length);
            break;
        case 3:
            input.insert(at, input.mid(at, length));
            break;
        case 4:
            input.insert(at, words[below(words.size())]);
            break;
        case 5: {
            const QByteArray &other = seeds[below(seeds.size())];
            input.replace(at, length, other.mid(below(other.size()), length));
            break;
        }
        case 6:
            input.truncate(at);
            break;
        }
    }
    return input;
}

} // namespace TestSupport
