#include "client/preview/erasetext.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEraseText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<EraseReport>("report");
        QTest::addColumn<QStringList>("lines");
        const QString basic = u"basic.telemetry.napari.org"_s;
        const QString full = u"full.telemetry.napari.org"_s;
        QTest::newRow("nothing there") << EraseReport{} << QStringList{u"There was nothing to erase."_s};
        QTest::newRow("not even begun") << EraseReport{{}, u"disk full"_s}
                                        << QStringList{u"Nothing was erased: disk full"_s};
        QTest::newRow("all erased") << EraseReport{{{Level::Basic, basic, 1, {}}, {Level::Full, full, 7, {}}}, {}}
                                    << QStringList{u"basic.telemetry.napari.org confirmed: 1 event(s) erased."_s,
                                                   u"full.telemetry.napari.org confirmed: 7 event(s) erased."_s};
        QTest::newRow("one level failed")
            << EraseReport{{{Level::Basic, basic, 1, {}}, {Level::Full, full, 0, u"no cable"_s}}, {}}
            << QStringList{u"basic.telemetry.napari.org confirmed: 1 event(s) erased."_s,
                           u"full.telemetry.napari.org: not erased, you can try again: no cable"_s};
        QTest::newRow("one week of two failed")
            << EraseReport{{{Level::Full, full, 2, u"busy"_s}}, {}}
            << QStringList{u"full.telemetry.napari.org confirmed: 2 event(s) erased."_s,
                           u"full.telemetry.napari.org: the rest is not erased, you can try again: busy"_s};
    }
    void says()
    {
        QFETCH(EraseReport, report);
        QTEST(EraseText::of(report).split(u'\n'), "lines");
    }
};

QTEST_GUILESS_MAIN(TestEraseText)
#include "tst_erasetext.moc"
