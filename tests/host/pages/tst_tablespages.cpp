#include "host/pages/tablespages.h"

#include "support/pagesfolder.h"

#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestTablesPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTableIsOnOnePage()
    {
        const auto data = TestSupport::someMonths().data();
        const QString pages = napariPage(*data, {}, {}).main.markup() + commandsPage(*data, {}, {}).main.markup()
                              + dataPage(*data, {}, {}).main.markup();
        for (const TableSeries &series : data->tables()) {
            const bool isElsewhere = series.topic->topic == u"user"_s || series.topic->topic == u"plugin"_s;
            QCOMPARE(pages.count(u"id=\"%1\""_s.arg(series.table->table)), isElsewhere ? 0 : 1);
        }
    }
    void whatCanBeChosenStandsBeforeTheCharts()
    {
        SiteShape shape;
        shape.hasScripts = true;
        const auto data = TestSupport::someMonths().data();
        const QString napari = napariPage(*data, shape, {}).main.markup();
        QVERIFY(napari.contains(u"name=\"show\""_s) && napari.contains(u"value=\"week\""_s));
        QVERIFY(napari.indexOf(u"id=\"controls\""_s) < napari.indexOf(u"class=\"plot\""_s));
        const QString commands = commandsPage(*data, shape, {}).main.markup();
        QVERIFY(commands.contains(u"id=\"controls\""_s) && !commands.contains(u"name=\"show\""_s));
    }
    void whatSupportIsDecidedByComesFirst()
    {
        const QString page = napariPage(*TestSupport::someMonths().data(), {}, {}).main.markup();
        QVERIFY(page.indexOf(u"id=\"python-versions\""_s) < page.indexOf(u"id=\"napari-versions-month\""_s));
        QVERIFY(page.indexOf(u"id=\"system-versions\""_s) < page.indexOf(u"id=\"systems\""_s));
    }
    void aNewTopicIsShownWithoutAnotherLine()
    {
        const QString example = QString::fromUtf8(TestSupport::sourceFile(u"CONTRIBUTING.md"_s))
                                    .section(u"### A worked example"_s, 1)
                                    .section(u"```json\n"_s, 1)
                                    .section(u"```"_s, 0, 0);
        QJsonObject dictionary =
            QJsonDocument::fromJson(TestSupport::sourceFile(u"resources/dictionary.json"_s)).object();
        QJsonArray topics = dictionary[u"topics"_s].toArray();
        topics.insert(1, QJsonDocument::fromJson(example.toUtf8()).object());
        dictionary[u"topics"_s] = topics;
        dictionary[u"version"_s] = 2;
        TestSupport::PagesFolder folder(QJsonDocument(dictionary).toJson());
        folder.add(u"2026-10"_s, u"theme"_s, u"themes"_s, {u"theme"_s}, {{{u"dark"_s}, 60}});
        const QString page = napariPage(*folder.done().data(), {}, {}).main.markup();
        QVERIFY(page.contains(u"id=\"themes\""_s) && page.contains(u"<bdi>dark</bdi>"_s));
    }
    void theCapIsTheDictionarys()
    {
        QVERIFY(
            commandsPage(*TestSupport::someMonths().data(), {}, {}).lead.markup().contains(u"the first 16 commands"_s));
    }
};

QTEST_GUILESS_MAIN(TestTablesPages)
#include "tst_tablespages.moc"
