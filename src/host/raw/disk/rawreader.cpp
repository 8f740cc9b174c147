#include "host/raw/disk/rawreader.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/raw/disk/factcounts.h"
#include "host/raw/disk/rawfile.h"
#include "sqlite/disk/sqlitefile.h"

#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<RawReader>> RawReader::open(const QString &path, const QString &connection)
{
    auto file = RawFile::openToRead(path, connection);
    if (!file)
        return file.error();
    std::unique_ptr<RawReader> reader(new RawReader(std::move(file).value()));
    // A transaction begins with what it reads first: that fixes the moment.
    const auto begun = runSql(reader->m_file->connection(), u"BEGIN"_s);
    const auto first = begun ? sqlNumber(reader->m_file->connection(), u"SELECT count(*) FROM tidied"_s)
                             : Result<qint64>(begun.error());
    if (!first)
        return Error{first.error().code, u"%1: %2"_s.arg(path, first.error().detail)};
    return reader;
}

RawReader::RawReader(std::unique_ptr<SqliteFile> file)
    : m_file(std::move(file))
{
}

RawReader::~RawReader() = default;

Result<qint64> RawReader::count() const
{
    return sqlNumber(m_file->connection(), u"SELECT count(*) FROM events"_s);
}

Result<QStringList> RawReader::periods() const
{
    auto rows = runSql(m_file->connection(), u"SELECT DISTINCT period FROM facts"_s);
    if (!rows)
        return rows.error();
    QStringList periods;
    QSqlQuery row = std::move(rows).value();
    while (row.next())
        periods.append(row.value(0).toString());
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    return periods;
}

Result<Done> RawReader::visit(const Visitor &visitor) const
{
    auto counted = countFacts(m_file->connection());
    if (!counted)
        return counted.error();
    FactCounts people = std::move(counted).value();
    auto facts = runSql(m_file->connection(), u"SELECT fact, topic, period, value, first_in FROM facts"_s);
    if (!facts)
        return facts.error();
    QSqlQuery row = std::move(facts).value();
    while (row.next()) {
        const qint64 alike = people.take(row.value(0).toByteArray());
        if (alike == 0)
            continue;
        const auto value = parseJsonObject(row.value(3).toString().toUtf8(), Limits::eventBytes);
        visitor({row.value(1).toString(), row.value(2).toString(), value ? value.value() : QJsonObject(),
                 firstInFromName(row.value(4).toString()), alike});
    }
    if (row.lastError().isValid())
        return sqlError(row.lastError());
    for (const qint64 alike : std::as_const(people)) // of no fact that there is: they count, and mean nothing
        visitor({{}, {}, {}, {}, alike});
    return Done{};
}

} // namespace Telemetry
