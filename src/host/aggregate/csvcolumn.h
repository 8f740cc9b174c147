#pragma once

#include "contract/datadictionary.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace Telemetry {

/// Whether a program that opens a table by default takes this text for something else, and so changes it: a number, a
/// date, a time, a truth value, a missing value or a formula. Knows what pandas, R, LibreOffice and Excel do in English
/// and German; says yes rather once too often. Pure.
[[nodiscard]] bool isMistakable(QStringView text);

/// A column of a public CSV file: writes values so that programs read them as they are. A number is a number. A text
/// that could be mistaken has its field's title in front: "Python version: 3.10". When the dictionary's example of the
/// field could, so do all in the column. What is in front can be cut off: no value has a colon with a space. A value;
/// any thread.
class CsvColumn
{
public:
    /// `example` is the dictionary's, of the value that the field is in.
    CsvColumn(const FieldDefinition &field, const QJsonObject &example);

    [[nodiscard]] QByteArray heading() const;
    /// A cell with this value of the field, in quotation marks where RFC 4180 wants them. UTF-8.
    [[nodiscard]] QByteArray cell(const QString &value) const;
    [[nodiscard]] bool isNumber() const { return m_kind == Kind::Number; }
    /// What stands in front of every value; empty where nothing does, or only in front of some.
    [[nodiscard]] QString prefix() const { return m_kind == Kind::Marked ? m_title : QString(); }

private:
    enum class Kind { Number, Text, Marked };

    QString m_field;
    QString m_title; ///< as it is written in front
    Kind m_kind = Kind::Text;
};

/// A text as a cell of a CSV file: in quotation marks when it holds a comma, one of those or a line break. UTF-8.
[[nodiscard]] QByteArray csvCell(QString text);

} // namespace Telemetry
