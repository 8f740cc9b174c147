#include "host/pages/controls.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestControls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAScriptOrAChoiceThereIsNone()
    {
        SiteShape shape;
        shape.hasScripts = true;
        QVERIFY(figureControls({{u"2026-09"_s, u"2026-10"_s}}, {}).isEmpty());
        QVERIFY(figureControls({{u"2026-10"_s}}, shape).isEmpty());
    }
    void whatCanBeChosen()
    {
        SiteShape shape;
        shape.hasScripts = true;
        const QStringList months{u"2026-09"_s, u"2026-10"_s};
        const QString plain = figureControls({months, {FigureUnit::Month}}, shape).markup();
        QVERIFY(plain.contains(u" hidden=\"\""_s));
        QCOMPARE(plain.count(u"<option value=\"2026-10\">October 2026</option>"_s), 2);
        QVERIFY(!plain.contains(u"name=\"by\""_s) && !plain.contains(u"name=\"show\""_s));
        const QString all = figureControls({months, {FigureUnit::Month, FigureUnit::Year}, true}, shape).markup();
        QCOMPARE(all.count(u"name=\"by\""_s), 3);
        QVERIFY(all.contains(u"value=\"year\""_s) && !all.contains(u"value=\"week\""_s));
        QCOMPARE(all.count(u"name=\"show\""_s), 2);
        QCOMPARE(all.count(u"checked"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestControls)
#include "tst_controls.moc"
