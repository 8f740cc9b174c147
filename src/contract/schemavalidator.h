#pragma once

#include "contract/result.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// Checks a value against the part of JSON Schema 2020-12 that the data dictionary uses: one flat object, closed
/// (`additionalProperties: false`), whose properties are strings, integers or booleans with `enum`, `pattern`,
/// `minLength`, `maxLength`, `minimum` and `maximum`. A schema with any other keyword is refused, so that a rule is
/// never silently ignored. docs/adr/0003 says why this is not a library. Immutable after compile(): any thread.
class SchemaValidator
{
public:
    SchemaValidator() = default;

    [[nodiscard]] static Result<SchemaValidator> compile(const QJsonObject &schema);

    /// Why the value is refused, in words that do not repeat the value; nothing when it fits.
    [[nodiscard]] std::optional<QString> validate(const QJsonObject &value) const;
    /// Whether this field may have this value, whatever the others are.
    [[nodiscard]] bool allows(const QString &field, const QJsonValue &value) const;

private:
    struct Property
    {
        enum class Type { String, Integer, Boolean };
        Type type = Type::String;
        QJsonArray allowed; ///< empty: anything of the type
        QRegularExpression pattern;
        qsizetype minLength = 0;
        qsizetype maxLength = -1; ///< -1: no limit
        double minimum = 0;
        double maximum = 0;
        bool bounded = false;
    };
    [[nodiscard]] static Result<Property> compileProperty(const QJsonObject &schema);
    [[nodiscard]] static const char *refusal(const Property &property, const QJsonValue &value);

    QHash<QString, Property> m_properties;
    QStringList m_required;
};

} // namespace Telemetry
