#include "client/spool/disk/salvage.h"

#include "client/spool/spoollog.h"
#include "contract/event.h"
#include "contract/level.h"
#include "contract/limits.h"
#include "platform/disk/privatefiles.h"
#include "sqlite/disk/sqlitefile.h"

#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Rows = QHash<QByteArray, QVariantList>;

bool fits(const QByteArray &bytes, const QVariantList &row)
{
    const auto event = eventFromBytes(bytes);
    return event && event.value().topic == row[0].toString() && event.value().reporter.bytes() == row[1].toByteArray()
           && event.value().period.toString() == row[2].toString();
}

const QString columns =
    u"topic, reporter, period, week, fact, level, bytes, state, reason, receipt, uses, sent_on, answer"_s;
constexpr int columnCount = 13;

bool isWhole(const QVariantList &row)
{
    const QByteArray bytes = row[6].toByteArray();
    const QByteArray receipt = row[9].toByteArray();
    const QString state = row[7].toString();
    if (!Reporter::fromBytes(row[1].toByteArray()) || !Period::fromString(row[2].toString())
        || !Week::fromString(row[3].toString()) || !levelFromName(row[5].toString()))
        return false;
    if (state == "erased"_L1)
        return bytes.isEmpty() && receipt.isEmpty() && !row[0].toString().isEmpty();
    return (state == "pending"_L1 || state == "sent"_L1 || state == "refused"_L1) && fits(bytes, row)
           && (receipt.isEmpty() || fits(receipt, row));
}

/// Adds the rows that the query gives until SQLite meets damage.
void collect(const QSqlDatabase &from, const QString &sql, const QVariantList &values, Rows &rows)
{
    auto result = runSql(from, sql, values);
    if (!result)
        return;
    QSqlQuery query = std::move(result).value();
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < columnCount; ++i) {
            const QVariant value = query.value(i);
            // Qt gives what is empty as NULL, and would write it so.
            if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
                row.append(""_ba);
            else
                row.append(value.isNull() ? QVariant(u""_s) : value);
        }
        if (isWhole(row))
            rows.insert(row[0].toString().toUtf8() + row[1].toByteArray(), row);
    }
}

/// The first column, as far as it can be read.
QStringList texts(const QSqlDatabase &from, const QString &sql)
{
    QStringList all;
    auto result = runSql(from, sql);
    if (!result)
        return all;
    QSqlQuery query = std::move(result).value();
    while (query.next())
        all.append(query.value(0).toString());
    return all;
}

Rows readableRows(const QSqlDatabase &from)
{
    Rows rows;
    const QStringList directions = {u"ASC"_s, u"DESC"_s};
    // From each end of the table, and of each topic that its index knows, as far as it goes.
    for (const QString &direction : directions)
        collect(from, u"SELECT %1 FROM event ORDER BY topic %2, reporter %2"_s.arg(columns, direction), {}, rows);
    for (const QString &topic : texts(from, u"SELECT DISTINCT topic FROM event INDEXED BY event_by_period"_s)) {
        for (const QString &direction : directions)
            collect(from, u"SELECT %1 FROM event WHERE topic = ? ORDER BY reporter %2"_s.arg(columns, direction),
                    {topic}, rows);
    }
    return rows;
}

/// A file's header that makes SQLite read as much as it can of what follows it: it claims no size and no free pages.
/// The sizes of pages are the file's, if they can be.
QByteArray patientHeader(const QByteArray &file, bool hasLog)
{
    QByteArray header(100, '\0');
    header.replace(0, 16, QByteArray("SQLite format 3", 16));
    const auto pageSize = static_cast<uint>(static_cast<uchar>(file[16])) << 8 | static_cast<uchar>(file[17]);
    const bool isSize = pageSize == 1 || (pageSize >= 512 && (pageSize & (pageSize - 1)) == 0);
    header.replace(16, 2, isSize ? file.sliced(16, 2) : QByteArray("\x10\x00", 2));
    header[18] = header[19] = hasLog ? 2 : 1;
    header.replace(21, 3, "\x40\x20\x20"); // fractions of payload; SQLite knows no others
    header[27] = 1;                        // changes: not what byte 95 says, so the size is not believed
    header[47] = 4;                        // format of the schema
    header[59] = 1;                        // UTF-8
    return header;
}

/// A copy that SQLite may do to what it likes; false when there is nothing to read.
bool copyReadable(const QString &damagedFile, const QString &copy)
{
    QFile from(damagedFile);
    QFile to(copy);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly, privateFile))
        return false;
    const QByteArray bytes = from.read(2 * (Limits::spoolBytes + Limits::journalBytes));
    const QString log = damagedFile + u"-wal"_s;
    if (bytes.size() <= 100)
        return false;
    const QByteArray whole = patientHeader(bytes, QFile::exists(log)) + bytes.sliced(100);
    return to.write(whole) == whole.size() && (!QFile::exists(log) || QFile::copy(log, copy + u"-wal"_s));
}

} // namespace

Result<Done> salvage(const QString &damagedFile, const QSqlDatabase &into)
{
    Rows rows;
    QStringList journals;
    QStringList answered;
    const QString copy = damagedFile + u".reading"_s;
    if (copyReadable(damagedFile, copy)) {
        if (const auto from = SqliteFile::open(copy, {})) { // without a schema: it may be damaged, too
            rows = readableRows(from.value()->connection());
            journals = texts(from.value()->connection(), u"SELECT journal FROM folded"_s);
            answered = texts(from.value()->connection(), u"SELECT moment FROM answered"_s);
        }
    }
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        (void)shred(copy + suffix); // it is ours alone, and read already

    SqlTransaction transaction(into);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    for (const QVariantList &row : std::as_const(rows)) {
        auto kept = runSql(
            into, u"INSERT OR IGNORE INTO event (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns),
            row);
        if (!kept)
            return kept.error();
    }
    for (const QString &journal : std::as_const(journals)) {
        if (auto kept = runSql(into, u"INSERT OR IGNORE INTO folded (journal) VALUES (?)"_s, {journal}); !kept)
            return kept.error();
    }
    // Nobody would know otherwise whether a no came since.
    for (const QString &moment : answered.first(qMin(answered.size(), qsizetype(1)))) {
        if (auto kept = runSql(into, u"INSERT OR IGNORE INTO answered (only_row, moment) VALUES (1, ?)"_s, {moment});
            !kept)
            return kept.error();
    }
    if (auto committed = transaction.commit(); !committed)
        return committed;
    qCWarning(spoolLog, "%d events of a damaged spool were saved", static_cast<int>(rows.size()));
    return Done{};
}

} // namespace Telemetry
