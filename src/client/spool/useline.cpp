#include "client/spool/useline.h"

#include <QCryptographicHash>
#include <QHash>

#include <optional>

namespace Telemetry {

namespace {

constexpr qsizetype sumDigits = 8;
constexpr qsizetype shortSumDigits = 2;

QByteArray sumOf(const QByteArray &bytes, qsizetype digits)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().first(digits);
}

/// What a line names; an event only if it is the first of its thing.
struct Line
{
    int number = -1;
    std::optional<Event> event;
};

std::optional<Line> againOf(const QByteArray &line)
{
    bool isNumber = false;
    const int number = line.chopped(shortSumDigits + 1).toInt(&isNumber);
    if (!isNumber || number < 0 || useAgainLine(number) != line + '\n')
        return std::nullopt;
    return Line{number, {}};
}

std::optional<Line> lineOf(const QByteArray &line)
{
    constexpr qsizetype longestAgain = 10 + 1 + shortSumDigits;
    if (line.size() <= shortSumDigits + 1)
        return std::nullopt;
    if (line.size() <= longestAgain)
        return againOf(line);
    const QByteArray rest = line.sliced(sumDigits + 1);
    const qsizetype space = rest.indexOf(' ');
    const qsizetype second = rest.indexOf(' ', space + 1);
    if (line[sumDigits] != ' ' || space < 0 || second < 0 || sumOf(rest, sumDigits) != line.first(sumDigits))
        return std::nullopt;
    bool isNumber = false;
    const int number = rest.first(space).toInt(&isNumber);
    const auto week = Week::fromString(QString::fromLatin1(rest.sliced(space + 1, second - space - 1)));
    auto event = eventFromBytes(rest.sliced(second + 1));
    if (!isNumber || number < 0 || !event || !week || !event.value().period.contains(*week))
        return std::nullopt;
    Event used = std::move(event).value();
    used.recordedIn = week;
    return Line{number, std::move(used)};
}

} // namespace

QByteArray useLine(int number, const Event &event)
{
    const QByteArray rest =
        QByteArray::number(number) + ' ' + event.week().toString().toLatin1() + ' ' + eventBytes(event);
    return sumOf(rest, sumDigits) + ' ' + rest + '\n';
}

QByteArray useAgainLine(int number)
{
    const QByteArray text = QByteArray::number(number);
    return text + ' ' + sumOf(text, shortSumDigits) + '\n';
}

Uses usesOf(const QByteArray &journal)
{
    Uses found;
    QHash<int, Event> things;
    for (qsizetype begin = 0; begin < journal.size();) {
        const qsizetype lineBreak = journal.indexOf('\n', begin);
        const qsizetype end = lineBreak < 0 ? journal.size() : lineBreak;
        const QByteArray text = journal.sliced(begin, end - begin);
        begin = end + 1;
        if (text.isEmpty())
            continue; // what is written after a torn line begins with a break
        // A last line without its break is torn even if all of the rest is there: its writer was told so.
        auto line = lineBreak < 0 ? std::nullopt : lineOf(text);
        if (line && line->event)
            things.insert(line->number, *line->event);
        const auto thing = line ? things.constFind(line->number) : things.constEnd();
        if (thing == things.constEnd())
            ++found.damaged;
        else
            found.uses.append(*thing);
    }
    return found;
}

} // namespace Telemetry
