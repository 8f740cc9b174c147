#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace Telemetry {

/// Reads the fields of a JSON object whose form is known, and remembers the first thing that is wrong, in words. What
/// could not be read is empty or 0, so that a reader asks for all and looks at fault() once.
class JsonFields
{
public:
    explicit JsonFields(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] bool has(const QString &name) const { return m_object.contains(name); }
    /// Not longer than `most` characters, and sound UTF-16 without a zero.
    [[nodiscard]] QString text(const QString &name, qsizetype most);
    /// A whole number, 0 to Limits::greatestCertifiedNumber.
    [[nodiscard]] qint64 count(const QString &name);
    /// SHA-256 as 64 small hexadecimal digits.
    [[nodiscard]] QByteArray digest(const QString &name);
    /// "2026-12-08".
    [[nodiscard]] QDate day(const QString &name);
    /// So many bytes, in the one spelling that base64 has for them.
    [[nodiscard]] QByteArray base64(const QString &name, qsizetype bytes);
    /// At most so many objects, each read by `read`.
    template<typename T>
    [[nodiscard]] QList<T> list(const QString &name, qsizetype most, const std::function<T(JsonFields &)> &read)
    {
        const QJsonValue value = m_object.value(name);
        const QJsonArray entries = value.toArray();
        require(value.isArray() && entries.size() <= most,
                QStringLiteral("\"%1\" is no list of that length").arg(name));
        QList<T> found;
        for (const QJsonValue &entry : entries) {
            if (!m_fault.isEmpty())
                break;
            JsonFields fields(entry.toObject());
            found.append(read(fields));
            require(entry.isObject() && fields.m_fault.isEmpty(),
                    QStringLiteral("in \"%1\" %2").arg(name, fields.m_fault));
        }
        return found;
    }

    void require(bool holds, const QString &fault);
    [[nodiscard]] QString fault() const { return m_fault; } ///< empty: none

private:
    QJsonObject m_object;
    QString m_fault;
};

} // namespace Telemetry
