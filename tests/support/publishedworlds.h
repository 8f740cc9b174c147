#pragma once

#include "host/aggregate/discretegaussian.h"
#include "host/aggregate/release.h"
#include "support/dictionary.h"
#include "support/privacyaudit.h"

#include <QCryptographicHash>
#include <QHash>

#include <functional>

/// What is published in two worlds, with one person and without, by the real code or by its pieces.
namespace TestSupport {

/// Published numbers of many drawings at once: each cell of a table stands for one of them, because each has noise of
/// its own.
inline constexpr int together = 500;
/// Beside the person; a number that rounding does not blur: 62 is rounded down and 63 up.
inline constexpr qint64 others = 62;

inline QByteArray keyOf(int drawing)
{
    return QCryptographicHash::hash(QByteArray::number(drawing), QCryptographicHash::Sha256);
}

inline Telemetry::Period period(QStringView text)
{
    return *Telemetry::Period::fromString(text);
}

inline QString cell(int i, const QString &second = {})
{
    return QStringLiteral("[\"%1%2\"]").arg(QString::number(i), second);
}

inline const Telemetry::TableDefinition &tableOf(const QString &name)
{
    for (const Telemetry::TopicDefinition &topic : dictionary().topics()) {
        for (const Telemetry::TableDefinition &table : topic.tables) {
            if (table.table == name)
                return table;
        }
    }
    qFatal("no table %s", qPrintable(name));
}

inline double rhoOf(const QString &table, int cells)
{
    return cells / (2.0 * tableOf(table).sigma * tableOf(table).sigma);
}

/// What is published; nothing that is not.
class Published
{
public:
    explicit Published(const Telemetry::Release &release)
    {
        for (const Telemetry::ReleasedCell &each : release.cells)
            m_people[each.table + each.key] = each.reporters;
    }
    [[nodiscard]] qint64 of(const QString &table, const QString &key) const { return m_people.value(table + key, -1); }

private:
    QHash<QString, qint64> m_people;
};

inline Published draw(QStringView when, const Telemetry::TableCounts &counts, const QByteArray &key,
                      const Telemetry::DataDictionary &shipped = dictionary())
{
    return Published(Telemetry::makeRelease(period(when), shipped, counts, key).release);
}

/// One cell for each drawing, with so many people in it; nobody: there is no cell.
inline Telemetry::CellCounts cells(qint64 people)
{
    Telemetry::CellCounts counts;
    for (int i = 0; people > 0 && i < together; ++i)
        counts[cell(i)] = people;
    return counts;
}

/// A drawing of one cell with the pieces that the release is made of, for mechanisms that are wrong.
inline qint64 noisy(qint64 people, const QString &table, const QString &stream, int i, const QByteArray &key)
{
    Telemetry::NoiseStream numbers(key, stream, table, cell(i));
    return people + Telemetry::Noise::discreteGaussian(tableOf(table).sigma, numbers);
}

inline qint64 publishedOf(qint64 noisy, const QString &table)
{
    return Telemetry::publishedCount(noisy, tableOf(table).threshold, dictionary().rounding()).value_or(-1);
}

/// Two worlds, with the person (1) and without (0): each call is `together` drawings, and says of each what is seen.
using Worlds = std::function<QList<QList<Seen>>(qint64 person, int drawing)>;

inline QList<QList<Seen>> forEach(const std::function<QList<Seen>(int i)> &seen)
{
    QList<QList<Seen>> all;
    for (int i = 0; i < together; ++i)
        all.append(seen(i));
    return all;
}

} // namespace TestSupport
