#include "host/aggregate/budgetreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestBudgetReport : public QObject
{
    Q_OBJECT
    const QList<Budget> m_budgets{{Level::Basic, {2, 0.1, 1e-9}, {1, 0.02, 1e-10}, {1, 0.01, 1e-10}},
                                  {Level::Middle, {42, 0.5, 2e-9}, {}, {}}};

private Q_SLOTS:
    void aMonthHasFiveWeeksAndAYearThoseOfALongOne()
    {
        const QJsonObject report = QJsonDocument::fromJson(budgetJson(m_budgets)).object();
        QCOMPARE(report["delta"_L1].toDouble(), 1e-6);
        const QJsonObject basic = report["levels"_L1].toArray().first().toObject();
        QCOMPARE(basic["level"_L1].toString(), u"basic"_s);
        QCOMPARE(basic["cells"_L1].toInt(), 4);
        const QJsonArray periods = basic["periods"_L1].toArray();
        QCOMPARE(periods.size(), 3);
        QCOMPARE(periods[0]["rho"_L1].toDouble(), 0.1 + 0.02 + 0.01);
        QCOMPARE(periods[1]["rho"_L1].toDouble(), 5 * 0.1 + 0.02 + 0.01);
        QCOMPARE(periods[2]["rho"_L1].toDouble(), 53 * 0.1 + 12 * 0.02 + 0.01);
        QCOMPARE(periods[1]["epsilon"_L1].toDouble(), epsilonOf(0.53, 1e-6));
        QCOMPARE(periods[1]["threshold_delta"_L1].toDouble(), 5 * 1e-9 + 1e-10 + 1e-10);
    }
    void thePeopleSeeTheSame()
    {
        const QString text = budgetText(m_budgets);
        QCOMPARE(text.count(u'\n'), 3 + 6);
        for (const QString &word : {u"basic"_s, u"middle"_s, u"week"_s, u"month"_s, u"year"_s,
                                    QString::number(epsilonOf(0.53, 1e-6), 'f', 3)})
            QVERIFY2(text.contains(word), qPrintable(word));
    }
};

QTEST_GUILESS_MAIN(TestBudgetReport)
#include "tst_budgetreport.moc"
