#include "contract/schemavalidator.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

std::optional<Error> unknownKeyword(const QJsonObject &schema, const QSet<QString> &known)
{
    for (const QString &key : schema.keys()) {
        if (!known.contains(key))
            return Error{Error::Code::Unsupported, u"unknown schema keyword \"%1\""_s.arg(key)};
    }
    return std::nullopt;
}

} // namespace

Result<SchemaValidator::Property> SchemaValidator::compileProperty(const QJsonObject &schema)
{
    static const QSet<QString> known{u"title"_s,     u"description"_s, u"type"_s,    u"enum"_s,   u"pattern"_s,
                                     u"minLength"_s, u"maxLength"_s,   u"minimum"_s, u"maximum"_s};
    if (const auto error = unknownKeyword(schema, known))
        return *error;

    Property property;
    const QString type = schema["type"_L1].toString();
    if (type == "string"_L1) {
        property.type = Property::Type::String;
        if (!schema.contains("enum"_L1) && !(schema.contains("pattern"_L1) && schema.contains("maxLength"_L1)))
            return Error{Error::Code::Invalid, u"a text needs an enum, or a pattern and a maxLength"_s};
    } else if (type == "integer"_L1) {
        property.type = Property::Type::Integer;
        if (!schema["minimum"_L1].isDouble() || !schema["maximum"_L1].isDouble())
            return Error{Error::Code::Invalid, u"an integer needs a minimum and a maximum"_s};
    } else if (type == "boolean"_L1) {
        property.type = Property::Type::Boolean;
    } else {
        return Error{Error::Code::Unsupported, u"unknown type \"%1\""_s.arg(type)};
    }
    property.allowed = schema["enum"_L1].toArray();
    property.minLength = schema["minLength"_L1].toInt(0);
    property.maxLength = schema["maxLength"_L1].toInt(-1);
    property.bounded = schema.contains("minimum"_L1);
    property.minimum = schema["minimum"_L1].toDouble();
    property.maximum = schema["maximum"_L1].toDouble();
    if (schema.contains("pattern"_L1)) {
        QString pattern = schema["pattern"_L1].toString();
        if (!pattern.startsWith(u'^') || !pattern.endsWith(u'$'))
            return Error{Error::Code::Invalid, u"a pattern is anchored at both ends"_s};
        // In ECMA 262, which JSON Schema uses, $ is the very end; in PCRE a final line break may follow it.
        pattern = u"\\A(?:"_s + pattern.mid(1, pattern.size() - 2) + u")\\z"_s;
        property.pattern = QRegularExpression(pattern);
        if (!property.pattern.isValid())
            return Error{Error::Code::Invalid, property.pattern.errorString()};
        property.pattern.optimize();
    }
    return property;
}

Result<SchemaValidator> SchemaValidator::compile(const QJsonObject &schema)
{
    static const QSet<QString> known{u"type"_s, u"properties"_s, u"required"_s, u"additionalProperties"_s};
    if (const auto error = unknownKeyword(schema, known))
        return *error;
    if (schema["type"_L1] != "object"_L1 || schema["additionalProperties"_L1] != QJsonValue(false))
        return Error{Error::Code::Invalid, u"a value is a closed object"_s};

    SchemaValidator validator;
    const QJsonObject properties = schema["properties"_L1].toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        auto property = compileProperty(it.value().toObject());
        if (!property)
            return Error{property.error().code, u"field \"%1\": %2"_s.arg(it.key(), property.error().detail)};
        validator.m_properties.insert(it.key(), std::move(property).value());
    }
    for (const QJsonValue &field : schema["required"_L1].toArray()) {
        validator.m_required.append(field.toString());
        if (!properties.contains(field.toString()))
            return Error{Error::Code::Invalid, u"\"%1\" is required but not defined"_s.arg(field.toString())};
    }
    return validator;
}

const char *SchemaValidator::refusal(const Property &property, const QJsonValue &value)
{
    switch (property.type) {
    case Property::Type::String: {
        if (!value.isString())
            return "is not a text";
        const QString text = value.toString();
        if (property.maxLength >= 0 && text.size() > property.maxLength)
            return "is too long";
        if (text.size() < property.minLength)
            return "is too short";
        if (!property.pattern.pattern().isEmpty() && !property.pattern.match(text).hasMatch())
            return "does not have the agreed form";
        break;
    }
    case Property::Type::Integer:
        if (!value.isDouble() || std::trunc(value.toDouble()) != value.toDouble())
            return "is not an integer";
        if (property.bounded && (value.toDouble() < property.minimum || value.toDouble() > property.maximum))
            return "is out of range";
        break;
    case Property::Type::Boolean:
        if (!value.isBool())
            return "is not true or false";
        break;
    }
    if (!property.allowed.isEmpty() && !property.allowed.contains(value))
        return "is not on the agreed list";
    return nullptr;
}

bool SchemaValidator::allows(const QString &field, const QJsonValue &value) const
{
    const auto property = m_properties.constFind(field);
    return property != m_properties.constEnd() && !refusal(*property, value);
}

std::optional<QString> SchemaValidator::validate(const QJsonObject &value) const
{
    for (const QString &field : m_required) {
        if (!value.contains(field))
            return u"\"%1\" is missing"_s.arg(field);
    }
    for (auto it = value.begin(); it != value.end(); ++it) {
        const auto property = m_properties.constFind(it.key());
        if (property == m_properties.constEnd())
            return u"a field is not in the data dictionary"_s;
        if (const char *reason = refusal(*property, it.value()))
            return u"\"%1\" %2"_s.arg(it.key(), QLatin1StringView(reason));
    }
    return std::nullopt;
}

} // namespace Telemetry
