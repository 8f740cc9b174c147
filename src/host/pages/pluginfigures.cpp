#include "host/pages/pluginfigures.h"

#include "contract/version.h"
#include "host/certificate/yearfigures.h"
#include "host/pages/bartable.h"
#include "host/pages/words.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const TableSeries *tableOf(const PageData &data, PublicRule::Kind rule, qsizetype dimensions)
{
    const TopicDefinition *topic = data.dictionary().topicWith(rule);
    return topic ? data.table(topic->topic, FirstIn::Month, dimensions) : nullptr;
}

QList<CertifiedYear> yearsOfPlugin(const TableSeries &people, const QString &name, qint64 rounding)
{
    QList<CertifiedMonth> months;
    for (const QString &month : people.released) {
        if (const auto number = people.number(month, {name}))
            months.append({month, *number, rounding, 0, {}});
    }
    return yearsOf(people.axis.first(), people.axis.last(), months);
}

/// The rows of a table by plugin.
QHash<QString, RowsByPeriod> byPlugin(const TableSeries *series, QString (*pluginOf)(const QStringList &key))
{
    QHash<QString, RowsByPeriod> found;
    if (!series)
        return found;
    for (const QString &period : series->released) {
        for (const PublishedRow &row : sortedRows(*series, period))
            found[pluginOf(row.key)][period].append(row);
    }
    return found;
}

void sortByVersion(RowsByPeriod &rows)
{
    for (QList<PublishedRow> &each : rows) {
        std::stable_sort(each.begin(), each.end(), [](const PublishedRow &a, const PublishedRow &b) {
            return compareVersions(a.key.last(), b.key.last()) > 0;
        });
    }
}

} // namespace

QString PluginFigures::newestMonth() const
{
    for (auto month = people->released.crbegin(); month != people->released.crend(); ++month) {
        if (people->number(*month, {name}))
            return *month;
    }
    return {};
}

QString monthsOf(const CertifiedYear &year)
{
    //: So many months of so many
    return Words::tr("%1 of %2").arg(QString::number(year.published), QString::number(year.months));
}

QList<PluginFigures> pluginsOf(const PageData &data)
{
    const TableSeries *people = tableOf(data, PublicRule::Kind::Plugin, 1);
    if (!people)
        return {};
    QStringList names;
    for (const QList<PublishedRow> &rows : people->rows) {
        for (const PublishedRow &row : rows)
            names.append(row.key.first());
    }
    names.sort();
    names.removeDuplicates();
    const TableSeries *versions = tableOf(data, PublicRule::Kind::Plugin, 2);
    const TableSeries *commands = tableOf(data, PublicRule::Kind::Command, 1);
    const auto versionRows = byPlugin(versions, [](const QStringList &key) { return key.first(); });
    const auto commandRows = byPlugin(commands, [](const QStringList &key) { return pluginOfCommand(key.first()); });
    QList<PluginFigures> plugins;
    for (const QString &name : std::as_const(names)) {
        PluginFigures plugin{name,
                             people,
                             versions,
                             commands,
                             yearsOfPlugin(*people, name, data.dictionary().rounding()),
                             versionRows.value(name),
                             commandRows.value(name)};
        sortByVersion(plugin.versionRows);
        plugins.append(plugin);
    }
    return plugins;
}

QString pluginOfCommand(const QString &command)
{
    static const QRegularExpression end(u"[.:]"_s);
    static const QRegularExpression parts(u"[-_]+"_s);
    return command.section(end, 0, 0).toLower().replace(parts, u"-"_s);
}

} // namespace Telemetry
