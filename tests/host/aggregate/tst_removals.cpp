#include "host/aggregate/removal.h"

#include "support/dictionary.h"
#include "support/releases.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRemovals : public QObject
{
    Q_OBJECT

    using Kind = Removal::Kind;

    const QDate m_day = QDate(2026, 12, 8);
    const QString m_reason = u"a name was published"_s;

    Result<Removal> read(const QString &words, const QString &reason) const
    {
        return readRemoval(words.split(u' ', Qt::SkipEmptyParts), reason, m_day, TestSupport::dictionary());
    }
    Removal removal(const QString &words) const { return read(words, m_reason).value(); }

private Q_SLOTS:
    void kindsHaveNames()
    {
        for (const auto kind : {Kind::Cell, Kind::Topic, Kind::Plugin})
            QCOMPARE(removalKindFrom(removalKindName(kind)).value(), kind);
        QCOMPARE(removalKindFrom(u"Topic"_s).error().code, Error::Code::Unsupported);
    }
    void reads_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("key");
        QTest::newRow("plugin") << u"plugin napari-svg"_s << Kind::Plugin << u"napari-svg"_s << QStringList();
        QTest::newRow("plugin, as people write it")
            << u"plugin Napari_._SVG"_s << Kind::Plugin << u"napari-svg"_s << QStringList();
        QTest::newRow("topic") << u"topic layer-size"_s << Kind::Topic << u"layer-size"_s << QStringList();
        QTest::newRow("cell of one text") << u"cell commands napari.layer.duplicate"_s << Kind::Cell << u"commands"_s
                                          << QStringList{u"napari.layer.duplicate"_s};
        QTest::newRow("cell of two texts") << u"cell plugin-versions napari-svg 0.2.1"_s << Kind::Cell
                                           << u"plugin-versions"_s << QStringList{u"napari-svg"_s, u"0.2.1"_s};
        QTest::newRow("the one cell") << u"cell users"_s << Kind::Cell << u"users"_s << QStringList();
    }
    void reads()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, words);
        QFETCH(QString, name);
        QFETCH(QStringList, key);
        const auto read = this->read(words, u" "_s + m_reason + u'\n');
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read.value(), (Removal{kind, name, key, m_day, m_reason}));
    }
    void refusesInWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QString &words, const QString &reason, const QString &why) {
            QTest::newRow(name) << words << reason << why;
        };
        row("no words", {}, m_reason, u"\"\" can't be removed; there are cell, topic and plugin"_s);
        row("another kind", u"table users"_s, m_reason,
            u"\"table\" can't be removed; there are cell, topic and plugin"_s);
        row("nothing to remove", u"plugin"_s, m_reason, u"say what is removed, such as \"remove plugin napari-svg\""_s);
        row("no reason", u"plugin napari-svg"_s, {}, u"a removal needs a --reason, which the history shows"_s);
        row("an empty reason", u"plugin napari-svg"_s, u" \n"_s,
            u"a removal needs a --reason, which the history shows"_s);
        row("two plugins", u"plugin napari-svg napari-png"_s, m_reason, u"\"remove plugin\" takes one name"_s);
        row("two topics", u"topic user plugin"_s, m_reason, u"\"remove topic\" takes one name"_s);
        row("no topic", u"topic weather"_s, m_reason, u"the data dictionary has no topic \"weather\""_s);
        row("a table is no topic", u"topic users"_s, m_reason, u"the data dictionary has no topic \"users\""_s);
        row("no table", u"cell weather rain"_s, m_reason, u"the data dictionary has no table \"weather\""_s);
        row("a topic is no table", u"cell plugin napari-svg"_s, m_reason,
            u"the data dictionary has no table \"plugin\""_s);
        row("too few texts", u"cell plugin-versions napari-svg"_s, m_reason,
            u"a cell of plugin-versions is named by: name version"_s);
        row("too many texts", u"cell plugins napari-svg 0.2.1"_s, m_reason, u"a cell of plugins is named by: name"_s);
        row("texts of a total", u"cell users all"_s, m_reason, u"a cell of users is named by: nothing"_s);
    }
    void refusesInWords()
    {
        QFETCH(QString, words);
        QFETCH(QString, reason);
        const auto read = this->read(words, reason);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QTEST(read.error().detail, "why");
    }
    /// It would be every table that doesn't say of which plugin it is.
    void refusesWhatNoPluginIsCalled_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"napari svg"_s, u"napari-svg/.."_s, u"a\nb"_s, u"-svg"_s, u"svg,0.2.1"_s, u"\u043d"_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void refusesWhatNoPluginIsCalled()
    {
        QFETCH(QString, name);
        const auto read = readRemoval({u"plugin"_s, name}, u"why"_s, QDate(2026, 11, 18), TestSupport::dictionary());
        QVERIFY(!read.ok());
        QVERIFY(!read.error().detail.contains(name)); // it goes to a terminal
    }
    void refusesAPluginWithoutAName()
    {
        for (const QString &name : {u""_s, u" "_s}) {
            const auto read = readRemoval({u"plugin"_s, name}, m_reason, m_day, TestSupport::dictionary());
            QVERIFY(!read.ok());
            QCOMPARE(read.error().detail, u"say what is removed, such as \"remove plugin napari-svg\""_s);
        }
    }
    void takesOut_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("removed");
        const auto row = [](const char *name, const QString &words, const QString &table, const QString &key,
                            bool removed) { QTest::newRow(name) << words << table << key << removed; };
        const QString cell = u"cell plugin-versions napari-svg 0.2.1"_s;
        row("cell", cell, u"plugin-versions"_s, u"[\"napari-svg\",\"0.2.1\"]"_s, true);
        row("another cell", cell, u"plugin-versions"_s, u"[\"napari-svg\",\"0.2.2\"]"_s, false);
        row("of another table", cell, u"plugins"_s, u"[\"napari-svg\",\"0.2.1\"]"_s, false);
        row("the one cell", u"cell users"_s, u"users"_s, u"[]"_s, true);
        row("the one cell of another table", u"cell users"_s, u"users-month"_s, u"[]"_s, false);
        const QString topic = u"topic plugin"_s;
        row("topic", topic, u"plugins"_s, u"[\"napari-svg\"]"_s, true);
        row("all tables of a topic", topic, u"plugin-versions"_s, u"[\"a\",\"1\"]"_s, true);
        row("another topic", topic, u"commands"_s, u"[\"napari-svg.write\"]"_s, false);
        row("a topic that is no longer", topic, u"old-plugins"_s, u"[\"napari-svg\"]"_s, false);
        const QString plugin = u"plugin napari-svg"_s;
        row("plugin", plugin, u"plugins"_s, u"[\"napari-svg\"]"_s, true);
        row("all its versions", plugin, u"plugin-versions"_s, u"[\"napari-svg\",\"0.2.2\"]"_s, true);
        row("another plugin", plugin, u"plugins"_s, u"[\"napari-svg-2\"]"_s, false);
        row("its command", plugin, u"commands"_s, u"[\"napari-svg.write_svg\"]"_s, true);
        row("its command, named differently", plugin, u"commands"_s, u"[\"napari_svg.write_svg\"]"_s, true);
        row("how often its command is used", plugin, u"command-counts"_s, u"[\"napari-svg.write_svg\",\"1\"]"_s, true);
        row("another plugin's command", plugin, u"commands"_s, u"[\"napari-svg-2.write\"]"_s, false);
        row("a command of napari", plugin, u"commands"_s, u"[\"napari.layer.napari-svg\"]"_s, false);
        row("a table of no plugins", u"plugin linux"_s, u"systems"_s, u"[\"linux\"]"_s, false);
        row("a table of versions", u"plugin dev"_s, u"napari-versions"_s, u"[\"dev\"]"_s, false);
        row("a table that is no longer", plugin, u"old-plugins"_s, u"[\"napari-svg\",\"0.1\"]"_s, true);
        row("another plugin in it", plugin, u"old-plugins"_s, u"[\"napari-png\",\"0.1\"]"_s, false);
        row("its command in a table that is no longer", plugin, u"old-commands"_s, u"[\"napari-svg.write_svg\"]"_s,
            true);
        row("another name of it there", plugin, u"old-plugins"_s, u"[\"Napari_SVG\"]"_s, true);
        row("another plugin's command there", plugin, u"old-commands"_s, u"[\"napari-png.napari-svg\"]"_s, false);
    }
    void takesOut()
    {
        QFETCH(QString, words);
        QFETCH(QString, table);
        QFETCH(QString, key);
        QTEST(removes(removal(words), TestSupport::dictionary(), table, key), "removed");
    }
    void aCellOfATableThatIsNoLonger()
    {
        const Removal old{Kind::Cell, u"old-plugins"_s, {u"napari-svg"_s}, m_day, m_reason};
        QVERIFY(removes(old, TestSupport::dictionary(), u"old-plugins"_s, u"[\"napari-svg\"]"_s));
        QVERIFY(!removes(old, TestSupport::dictionary(), u"old-plugins"_s, u"[\"napari-png\"]"_s));
    }
    void takesOutTables_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("table");
        QTest::addColumn<bool>("removed");
        QTest::newRow("a total") << u"cell users-ever"_s << u"users-ever"_s << true;
        QTest::newRow("another total") << u"cell users-ever"_s << u"users-year"_s << false;
        QTest::newRow("one of many cells") << u"cell plugins napari-svg"_s << u"plugins"_s << false;
        QTest::newRow("topic") << u"topic user"_s << u"users-year"_s << true;
        QTest::newRow("another topic") << u"topic napari"_s << u"users-year"_s << false;
        QTest::newRow("plugin") << u"plugin users-year"_s << u"users-year"_s << false;
        QTest::newRow("a table that is no longer") << u"topic user"_s << u"old-users"_s << false;
    }
    void takesOutTables()
    {
        QFETCH(QString, words);
        QFETCH(QString, table);
        QTEST(removesTable(removal(words), TestSupport::dictionary(), table), "removed");
    }
    void takesOutOfARelease_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("cells"); // that are left
        QTest::addColumn<QStringList>("sums");
        const QStringList allCells{u"commands"_s,   u"plugins"_s,     u"plugins"_s,
                                   u"users-ever"_s, u"users-month"_s, u"users-year"_s};
        const QStringList allSums{u"users-ever"_s, u"users-year"_s};
        const auto row = [](const char *name, const QStringList &words, const QStringList &cells,
                            const QStringList &sums) { QTest::newRow(name) << words << cells << sums; };
        row("nothing", {}, allCells, allSums);
        row("what isn't there", {u"plugin napari-png-2"_s, u"cell plugins a"_s, u"topic system"_s}, allCells, allSums);
        row("a cell", {u"cell plugins napari-svg"_s},
            {u"commands"_s, u"plugins"_s, u"users-ever"_s, u"users-month"_s, u"users-year"_s}, allSums);
        row("a plugin", {u"plugin napari-svg"_s}, {u"plugins"_s, u"users-ever"_s, u"users-month"_s, u"users-year"_s},
            allSums);
        row("a sum", {u"cell users-year"_s},
            {u"commands"_s, u"plugins"_s, u"plugins"_s, u"users-ever"_s, u"users-month"_s}, {u"users-ever"_s});
        row("a topic, with its sums", {u"topic user"_s}, {u"commands"_s, u"plugins"_s, u"plugins"_s}, {});
        row("several", {u"plugin napari-svg"_s, u"cell users-ever"_s},
            {u"plugins"_s, u"users-month"_s, u"users-year"_s}, {u"users-year"_s});
    }
    void takesOutOfARelease()
    {
        QFETCH(QStringList, words);
        QFETCH(QStringList, cells);
        QFETCH(QStringList, sums);
        Release release = TestSupport::releaseOf(u"2026-10"_s, {{u"commands"_s, u"[\"napari-svg.write_svg\"]"_s, 30},
                                                                {u"plugins"_s, u"[\"napari-png\"]"_s, 35},
                                                                {u"plugins"_s, u"[\"napari-svg\"]"_s, 40},
                                                                {u"users-ever"_s, u"[]"_s, 900},
                                                                {u"users-month"_s, u"[]"_s, 100},
                                                                {u"users-year"_s, u"[]"_s, 500}});
        release.sums = {{u"users-ever"_s, 901, 9}, {u"users-year"_s, 499, 5}};
        const Release before = release;
        QList<Removal> removals;
        for (const QString &each : words)
            removals.append(removal(each));
        const bool changed = applyRemovals(removals, TestSupport::dictionary(), release);
        QCOMPARE(changed, release != before);
        QStringList left;
        for (const ReleasedCell &cell : release.cells)
            left.append(cell.table);
        QCOMPARE(left, cells);
        left.clear();
        for (const RunningSum &sum : release.sums)
            left.append(sum.table);
        QCOMPARE(left, sums);
        QCOMPARE(release.drawings, before.drawings);
        QVERIFY(!applyRemovals(removals, TestSupport::dictionary(), release)); // once is enough
    }
    /// A sum that was suppressed has no cell, and is a number all the same.
    void aSumWithoutACellIsSomething()
    {
        Release release = TestSupport::releaseOf(u"2026-10"_s, {});
        release.sums = {{u"users-year"_s, 12, 1}};
        QVERIFY(applyRemovals({removal(u"topic user"_s)}, TestSupport::dictionary(), release));
        QVERIFY(release.sums.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRemovals)
#include "tst_removals.moc"
