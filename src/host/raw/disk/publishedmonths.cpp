#include "host/raw/disk/publishedmonths.h"

#include "contract/limits.h"
#include "platform/disk/wholefile.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Telemetry::PublishedMonths {

QString fileOf(const QString &raw)
{
    return raw + u".published"_s;
}

Result<QList<Period>> parse(const QByteArray &bytes)
{
    if (bytes.size() > Limits::publishedMonthsBytes)
        return Error{Error::Code::TooLarge,
                     u"more than %1 bytes are no list of months"_s.arg(Limits::publishedMonthsBytes)};
    if (!bytes.isEmpty() && !bytes.endsWith('\n'))
        return Error{Error::Code::Invalid, u"the last line has no end"_s};
    QList<Period> months;
    const QList<QByteArray> lines = bytes.isEmpty() ? QList<QByteArray>() : bytes.chopped(1).split('\n');
    for (const QByteArray &line : lines) {
        const auto month = Period::fromString(QString::fromLatin1(line));
        if (!month || !month->isMonth())
            return Error{Error::Code::Invalid, u"a line is no month"_s};
        months.append(*month);
    }
    return months;
}

Result<QList<Period>> read(const QString &raw)
{
    const auto bytes = WholeFile::read(fileOf(raw), Limits::publishedMonthsBytes);
    if (!bytes)
        return QList<Period>();
    auto months = *bytes ? parse(bytes->value()) : Result<QList<Period>>(bytes->error());
    if (!months)
        return Error{months.error().code, u"%1: %2"_s.arg(fileOf(raw), months.error().detail)};
    return months;
}

Result<Done> write(const QString &raw, const QList<Period> &months)
{
    QByteArray bytes;
    for (const Period &month : months)
        bytes += month.toString().toLatin1() + '\n';
    auto written = WholeFile::write(fileOf(raw), bytes, WholeFile::Folder::Shared);
    if (!written)
        return Error{written.error().code, u"%1: %2"_s.arg(fileOf(raw), written.error().detail)};
    return written;
}

QStringList within(const QList<Period> &months, const QStringList &periods)
{
    QStringList found;
    std::copy_if(periods.begin(), periods.end(), std::back_inserter(found), [&](const QString &text) {
        const auto period = Period::fromString(text);
        return period && std::any_of(months.begin(), months.end(), [&](const Period &month) {
                   return month == *period || (!period->isMonth() && month.contains(period->firstWeek()));
               });
    });
    return found;
}

} // namespace Telemetry::PublishedMonths
