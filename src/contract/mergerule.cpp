#include "contract/mergerule.h"

#include "contract/canonicaljson.h"
#include "contract/version.h"

namespace Telemetry {

namespace {

/// The fields merged by OR must not break ties: they change while the rest is compared.
QByteArray tieBreaker(const MergeDefinition &rule, QJsonObject value)
{
    for (const QString &field : rule.orFields)
        value.remove(field);
    return canonicalJson(value);
}

int compare(const MergeDefinition &rule, const QJsonObject &a, const QJsonObject &b)
{
    const QString left = a[rule.greaterField].toString();
    const QString right = b[rule.greaterField].toString();
    int order = 0;
    switch (rule.order) {
    case MergeDefinition::Order::Bytes:
        break;
    case MergeDefinition::Order::Version:
        order = compareVersions(left, right);
        break;
    case MergeDefinition::Order::Class:
        order = static_cast<int>(rule.classes.indexOf(left) - rule.classes.indexOf(right));
        break;
    }
    return order != 0 ? order : tieBreaker(rule, a).compare(tieBreaker(rule, b));
}

qint64 lowerBound(QStringView countClass)
{
    qsizetype digits = 0;
    while (digits < countClass.size() && countClass[digits].isDigit())
        ++digits;
    return countClass.first(digits).toLongLong();
}

} // namespace

QString classOfCount(const QStringList &classes, qint64 count)
{
    QString found = classes.value(0);
    for (const QString &next : classes) {
        if (lowerBound(next) <= count)
            found = next;
    }
    return found;
}

qint64 greatestBound(const QStringList &classes)
{
    return classes.isEmpty() ? 0 : lowerBound(classes.last());
}

QJsonObject mergeValues(const MergeDefinition &rule, const QJsonObject &a, const QJsonObject &b)
{
    QJsonObject merged = compare(rule, a, b) >= 0 ? a : b;
    for (const QString &field : rule.orFields)
        merged[field] = a[field].toBool() || b[field].toBool();
    return merged;
}

} // namespace Telemetry
