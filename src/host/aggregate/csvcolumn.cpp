#include "host/aggregate/csvcolumn.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// What pandas and R take for a missing value, a truth value or a number without digits, in small letters.
bool isWordOfPrograms(const QString &lower)
{
    static const QSet<QString> words{u""_s,     u"na"_s,   u"n/a"_s,  u"<na>"_s,   u"nan"_s,     u"null"_s,
                                     u"none"_s, u"true"_s, u"t"_s,    u"f"_s,      u"false"_s,   u"yes"_s,
                                     u"no"_s,   u"inf"_s,  u"wahr"_s, u"falsch"_s, u"infinity"_s};
    return words.contains(lower);
}

/// Digits with nothing but what numbers of any kind, dates, times, percentages and amounts have between them: 3.10,
/// 2-9, 1e6, 0x1f, 10:30, 5 pm, 1.2.3.
bool isLikeNumber(const QString &lower)
{
    static const QRegularExpression form(u"^[.,]?[0-9][0-9a-fxlipm.,:/+%$€'_ -]*$"_s);
    return form.match(lower).hasMatch();
}

/// Spreadsheets make dates of march-1, sep1 and 1-mar.
bool isLikeDate(const QString &lower)
{
    static const QString month =
        u"(jan(uary|uar)?|feb(ruary|ruar)?|mar(ch)?|märz?|mrz|apr(il)?|ma[yi]|jun[ei]?|jul[yi]?|"
        "aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?)"_s;
    static const QRegularExpression form(u"^([0-9][0-9 ./-]*)?"_s + month + u"[ ./,-]*([0-9][0-9 ./-]*)?$"_s);
    static const QRegularExpression digit(u"[0-9]"_s);
    return lower.contains(digit) && form.match(lower).hasMatch();
}

} // namespace

bool isMistakable(QStringView text)
{
    const QString lower = text.trimmed().toString().toLower();
    // A formula, or what spreadsheets cut off, such as an apostrophe.
    if (lower.isEmpty() || text.size() != lower.size() || u"=+-@#'\""_s.contains(lower.front()))
        return true;
    return isWordOfPrograms(lower) || isLikeNumber(lower) || isLikeDate(lower);
}

CsvColumn::CsvColumn(const FieldDefinition &field, const QJsonObject &example)
    : m_field(field.field)
    , m_title(field.title + u": "_s)
{
    const QJsonValue value = example[field.field];
    if (value.isDouble())
        m_kind = Kind::Number;
    else if (value.isBool() || isMistakable(value.toString()))
        m_kind = Kind::Marked;
}

QByteArray CsvColumn::heading() const
{
    return csvCell(m_field);
}

QByteArray CsvColumn::cell(const QString &value) const
{
    const bool marked = m_kind == Kind::Marked || (m_kind == Kind::Text && isMistakable(value));
    return csvCell(marked ? m_title + value : value);
}

QByteArray csvCell(QString text)
{
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    return (quoted ? u'"' + text.replace(u"\""_s, u"\"\""_s) + u'"' : text).toUtf8();
}

} // namespace Telemetry
