#include "contract/firstin.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFirstIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesGoThereAndBack()
    {
        QStringList names;
        for (const FirstIn firstIn : {FirstIn::Week, FirstIn::Month, FirstIn::Year, FirstIn::Ever}) {
            names.append(firstInName(firstIn));
            QCOMPARE(firstInFromName(names.last()), std::optional(firstIn));
        }
        QCOMPARE(names, (QStringList{u"week"_s, u"month"_s, u"year"_s, u"ever"_s}));
    }
    void nothingElseIsAPeriod()
    {
        for (const QString &name : {u""_s, u"Week"_s, u"day"_s, u"ever "_s})
            QVERIFY(!firstInFromName(name));
    }
    void longerIsGreater()
    {
        QVERIFY(FirstIn::Week < FirstIn::Month && FirstIn::Month < FirstIn::Year && FirstIn::Year < FirstIn::Ever);
    }
};

QTEST_GUILESS_MAIN(TestFirstIn)
#include "tst_firstin.moc"
