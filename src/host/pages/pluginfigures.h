#pragma once

#include "host/certificate/certificate.h"
#include "host/pages/pagedata.h"

namespace Telemetry {

/// Rows of a table by their period.
using RowsByPeriod = QMap<QString, QList<PublishedRow>>;

/// What was published of one plugin. A value; its pointers are valid as long as the data.
struct PluginFigures
{
    QString name; ///< normalised as in PEP 503, if it has a page
    const TableSeries *people = nullptr;
    const TableSeries *versions = nullptr; ///< null: the dictionary has no such table
    const TableSeries *commands = nullptr; ///< null: the dictionary has no such table
    QList<CertifiedYear> years;            ///< from the first to the last month of the table
    RowsByPeriod versionRows;              ///< in each the newest version first
    RowsByPeriod commandRows;              ///< in each the most used first

    [[nodiscard]] std::optional<PeopleWithin> latest() const { return people->number(people->latest(), {name}); }
    /// Whether it can be the name of a file: another name is only shown. Nothing but damage makes one.
    [[nodiscard]] bool hasPage() const { return isPluginName(name); }
    /// The newest month that has a number.
    [[nodiscard]] QString newestMonth() const;
};

/// "10 of 12": how many months of a year had a number.
[[nodiscard]] QString monthsOf(const CertifiedYear &year);

/// All plugins that ever had a published number, by name.
[[nodiscard]] QList<PluginFigures> pluginsOf(const PageData &data);

/// The normalised name of the plugin whose command it is: of "My_plugin.open" it is "my-plugin".
[[nodiscard]] QString pluginOfCommand(const QString &command);

} // namespace Telemetry
