#pragma once

#include "support/publishedfolder.h"

#include "host/pages/pagedata.h"

#include <QFile>

/// A public folder with the shipped dictionary and numbers of a test's choice.
namespace TestSupport {

struct Cell
{
    QStringList key;
    int people = 0;
};

/// A file of the sources.
inline QByteArray sourceFile(const QString &path)
{
    QFile file(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(path));
    return file.readAll();
}

class PagesFolder
{
public:
    /// With this data dictionary; none: the shipped one.
    explicit PagesFolder(const QByteArray &dictionary = {})
    {
        folder.addFirstKey();
        folder.files.insert(QStringLiteral("dictionary.json"),
                            dictionary.isEmpty() ? sourceFile(QStringLiteral("resources/dictionary.json"))
                                                 : dictionary);
        folder.addLine(Telemetry::HistoryKind::Dictionary, QStringLiteral("2026-01-02"),
                       {QStringLiteral("dictionary.json")});
    }

    /// A number, or several, of a table of this month; released by done().
    PagesFolder &add(const QString &month, const QString &topic, const QString &table, const QStringList &dimensions,
                     const QList<Cell> &cells, int within = 8, int threshold = 20)
    {
        QJsonArray rows;
        for (const Cell &cell : cells)
            rows.append(QJsonObject{{QStringLiteral("key"), QJsonArray::fromStringList(cell.key)},
                                    {QStringLiteral("people"), cell.people}});
        m_tables[month].append(QJsonObject{{QStringLiteral("table"), table},
                                           {QStringLiteral("topic"), topic},
                                           {QStringLiteral("dimensions"), QJsonArray::fromStringList(dimensions)},
                                           {QStringLiteral("threshold"), threshold},
                                           {QStringLiteral("within"), within},
                                           {QStringLiteral("rows"), rows}});
        return *this;
    }
    PagesFolder &users(const QString &month, int people)
    {
        return add(month, QStringLiteral("user"), QStringLiteral("users-month"), {},
                   people > 0 ? QList<Cell>{{{}, people}} : QList<Cell>());
    }
    PagesFolder &plugins(const QString &month, const QList<Cell> &cells)
    {
        return add(month, QStringLiteral("plugin"), QStringLiteral("plugins"), {QStringLiteral("name")}, cells, 10, 26);
    }
    PagesFolder &versions(const QString &month, const QList<Cell> &cells)
    {
        return add(month, QStringLiteral("plugin"), QStringLiteral("plugin-versions"),
                   {QStringLiteral("name"), QStringLiteral("version")}, cells, 10, 26);
    }
    /// Releases all that was added.
    PagesFolder &done()
    {
        for (auto it = m_tables.begin(); it != m_tables.end(); ++it) {
            const QString path = QStringLiteral("periods/%1.json").arg(it.key());
            folder.release(it.key(), QStringLiteral("napari-svg"), 0, QStringLiteral("2026-12-01"));
            folder.files[path] = Telemetry::canonicalJson({{QStringLiteral("period"), it.key()},
                                                           {QStringLiteral("rounding"), 5},
                                                           {QStringLiteral("tables"), it.value()}});
            folder.addLine(Telemetry::HistoryKind::DrawAgain, QStringLiteral("2026-12-01"), {path});
        }
        m_tables.clear();
        return *this;
    }
    [[nodiscard]] std::shared_ptr<const Telemetry::PageData> data() const
    {
        const auto read = Telemetry::PageData::read(folder);
        if (!read)
            qFatal("%s", qPrintable(read.error().detail));
        return read.value();
    }

    PublishedFolder folder;

private:
    QMap<QString, QJsonArray> m_tables;
};

/// Three months with a number, one of which isn't counted and one isn't published, of people, Python and a plugin.
inline PagesFolder someMonths()
{
    PagesFolder made;
    const QStringList months{QStringLiteral("2026-07"), QStringLiteral("2026-08"), QStringLiteral("2026-10")};
    const QList<int> people{1000, 0, 1230};
    for (int i = 0; i < months.size(); ++i) {
        made.users(months[i], people[i])
            .add(months[i], QStringLiteral("user"), QStringLiteral("users-year"), {}, {{{}, 2000 + i}}, 20, 40)
            .add(months[i], QStringLiteral("python"), QStringLiteral("python-versions"),
                 {QStringLiteral("python_version")},
                 {{{QStringLiteral("3.9")}, 25}, {{QStringLiteral("3.12")}, 300}, {{QStringLiteral("3.10")}, 90}})
            .plugins(months[i], {{{QStringLiteral("napari-svg")}, 60 + i}, {{QStringLiteral("small-one")}, 30}})
            .versions(months[i], {{{QStringLiteral("napari-svg"), QStringLiteral("0.2.1")}, 40}})
            .add(months[i], QStringLiteral("command"), QStringLiteral("commands"), {QStringLiteral("command")},
                 {{{QStringLiteral("napari_svg.write")}, 35}, {{QStringLiteral("napari.viewer.open")}, 80}}, 10, 26);
    }
    return made.done();
}

} // namespace TestSupport
