#include "host/aggregate/epsilon.h"

#include "contract/limits.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr quint64 scale = 1'000'000; // 10^Limits::epsilonDecimals
static_assert(Limits::epsilonDecimals == 6);

/// The digits as a number; nothing for an empty text or anything but digits.
bool addDigits(QStringView digits, quint64 &number)
{
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9')
            return false;
        number = number * 10 + quint64(c.unicode() - u'0');
    }
    return !digits.isEmpty();
}

} // namespace

Result<Epsilon> Epsilon::fromString(QStringView text)
{
    const Error error{Error::Code::Invalid, u"epsilon is a number such as 1 or 0.25: above 0, at most %1 digits before "
                                            "and %2 after the point"_s.arg(QString::number(Limits::epsilonWholeDigits),
                                                                           QString::number(Limits::epsilonDecimals))};
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView decimals = point < 0 ? QStringView(u"0") : text.mid(point + 1);
    quint64 number = 0;
    if (whole.size() > Limits::epsilonWholeDigits || decimals.size() > Limits::epsilonDecimals
        || !addDigits(whole, number) || !addDigits(decimals, number) || number == 0)
        return error;
    for (qsizetype i = decimals.size(); i < Limits::epsilonDecimals; ++i)
        number *= 10;
    const quint64 divisor = std::gcd(number, scale);
    Epsilon epsilon;
    epsilon.m_numerator = number / divisor;
    epsilon.m_denominator = scale / divisor;
    return epsilon;
}

QString Epsilon::toString() const
{
    const quint64 millionths = m_numerator * (scale / m_denominator);
    QString decimals = u"%1"_s.arg(millionths % scale, Limits::epsilonDecimals, 10, QLatin1Char('0'));
    while (decimals.endsWith(u'0'))
        decimals.chop(1);
    const QString whole = QString::number(millionths / scale);
    return decimals.isEmpty() ? whole : whole + u'.' + decimals;
}

} // namespace Telemetry
