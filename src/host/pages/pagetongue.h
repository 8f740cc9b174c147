#pragma once

#include <QList>
#include <QLocale>
#include <QString>

namespace Telemetry {

/// A language that the pages are in. A value.
struct PageTongue
{
    QString code;   ///< as in lang="de"
    QString name;   ///< as who speaks it calls it
    QString folder; ///< of its pages in the site: empty or "de/"
    QString offer;  ///< in the language itself: that a page is in it, too
    QLocale locale; ///< how it writes numbers, months and days
    QString day;    ///< how it writes a day, as QLocale has it
};

/// English, which is first and at the addresses without a folder, and the others. Pure; any thread.
[[nodiscard]] const QList<PageTongue> &pageTongues();

/// Where a page is, for what it links to. A value.
struct PagePlace
{
    QString root = {}; ///< from the page to the site's folder, where the data are: empty or "../"
    QString home = {}; ///< from the page to the first page of its language: empty or "../"

    /// Of the page at this path in the folder of its language.
    [[nodiscard]] static PagePlace of(const QString &path, const PageTongue &tongue);
};

} // namespace Telemetry
