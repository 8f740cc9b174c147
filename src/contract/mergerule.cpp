#include "contract/mergerule.h"

#include "contract/canonicaljson.h"
#include "contract/version.h"

namespace Telemetry {

namespace {

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
    return order != 0 ? order : canonicalJson(a).compare(canonicalJson(b));
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
    return compare(rule, a, b) >= 0 ? a : b;
}

} // namespace Telemetry
