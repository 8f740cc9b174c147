#include "host/simulate/truth.h"

#include "support/dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsPeople()
    {
        const auto example = [](const QString &topic) {
            return Fact{topic, TestSupport::dictionary().topic(topic)->example,
                        TestSupport::dictionary().topic(topic)->firstIn};
        };
        Fact other = example(u"plugin"_s);
        other.value[u"version"_s] = u"0.1.0"_s;
        const Week week = *Week::fromString(u"2026-W40");
        Truth truth(TestSupport::dictionary());
        truth.addWeek(week);
        truth.addPerson(week, {example(u"user"_s), example(u"napari"_s), example(u"plugin"_s)});
        Fact again = example(u"user"_s);
        again.firstIn = FirstIn::Week;
        truth.addPerson(week, {again, other});
        truth.addPerson(week, {});
        truth.addWeek(week.plusWeeks(1));
        const QJsonObject json = QJsonDocument::fromJson(truth.toJson()).object();
        QCOMPARE(json["weeks"_L1].toArray(), (QJsonArray{u"2026-W40"_s, u"2026-W41"_s}));
        const QJsonObject tables = json["tables"_L1].toObject();
        QCOMPARE(tables.size(), 8);
        const auto cells = [&](const QString &table) { return tables[table]["2026-W40"_L1].toObject(); };
        QCOMPARE(cells(u"users"_s), (QJsonObject{{u"[]"_s, 2}}));
        for (const QString &table : {u"users-month"_s, u"users-year"_s, u"users-ever"_s})
            QCOMPARE(tables[table]["2026-10"_L1].toObject(), (QJsonObject{{u"[]"_s, 1}}));
        QCOMPARE(tables["plugins"_L1]["2026-10"_L1].toObject(), (QJsonObject{{u"[\"napari-svg\"]"_s, 2}}));
        QCOMPARE(tables["plugin-versions"_L1]["2026-10"_L1].toObject(),
                 (QJsonObject{{u"[\"napari-svg\",\"0.1.0\"]"_s, 1}, {u"[\"napari-svg\",\"0.2.1\"]"_s, 1}}));
        QVERIFY(!tables[u"users"_s].toObject().contains(u"2026-W41"_s));
    }
};

QTEST_GUILESS_MAIN(TestTruth)
#include "tst_truth.moc"
