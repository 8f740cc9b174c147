#include "collect/usecounter.h"

#include "support/dictionary.h"

#include <QJsonObject>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestUseCounter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhenAClassIsReached()
    {
        UseCounter counter;
        QMap<int, QString> told;
        for (int i = 1; i <= 1000; ++i) {
            if (const auto reached = counter.add(u"a"_s))
                told.insert(i, *reached);
            QCOMPARE(told.last(), countClass(i)); // what was told last is always the class of the count
        }
        QCOMPARE(told, (QMap<int, QString>{{1, u"1"_s}, {2, u"2-9"_s}, {10, u"10-99"_s}, {100, u"100+"_s}}));
    }
    void countsEachThingByItself()
    {
        UseCounter counter;
        QCOMPARE(counter.add(u"a"_s), u"1"_s);
        QCOMPARE(counter.add(u"b"_s), u"1"_s);
        QCOMPARE(counter.add(u"a"_s), u"2-9"_s);
        counter.clear();
        QCOMPARE(counter.add(u"a"_s), u"1"_s);
    }
    void classesAreTheDictionarys()
    {
        for (const QString &topic : {u"command"_s, u"layer-data"_s}) {
            QStringList classes;
            for (const int count : {1, 2, 10, 100})
                classes.append(countClass(count));
            QCOMPARE(TestSupport::dictionary().topic(topic)->merge.classes, classes);
        }
    }
};

QTEST_GUILESS_MAIN(TestUseCounter)
#include "tst_usecounter.moc"
