#include "host/aggregate/budgetreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct Period
{
    QLatin1StringView name;
    int weeks;
};
constexpr std::array periods{Period{"week"_L1, 1}, Period{"month"_L1, weeksOfMonth}, Period{"year"_L1, weeksOfYear}};

double aloneIn(const Budget &budget, const Period &period)
{
    return qMin(1.0, budget.thresholdDelta * period.weeks);
}

} // namespace

QString budgetText(const QList<Budget> &budgets)
{
    QString text = u"What all published numbers can give away about one person (delta = 1e-6)\n\n"
                   "level   period  rho         epsilon     one person alone is published\n"_s;
    for (const Budget &budget : budgets) {
        for (const Period &period : periods) {
            const double rho = budget.rho * period.weeks;
            text += levelName(budget.level).leftJustified(8) + QString(period.name).leftJustified(8)
                    + QString::number(rho, 'g', 6).leftJustified(12)
                    + QString::number(epsilonOf(rho, reportedDelta), 'f', 3).leftJustified(12)
                    + QString::number(aloneIn(budget, period), 'g', 2) + u'\n';
        }
    }
    return text;
}

QByteArray budgetJson(const QList<Budget> &budgets)
{
    QJsonArray levels;
    for (const Budget &budget : budgets) {
        QJsonArray each;
        for (const Period &period : periods) {
            const double rho = budget.rho * period.weeks;
            each.append(QJsonObject{{u"period"_s, period.name},
                                    {u"rho"_s, rho},
                                    {u"epsilon"_s, epsilonOf(rho, reportedDelta)},
                                    {u"threshold_delta"_s, aloneIn(budget, period)}});
        }
        levels.append(
            QJsonObject{{u"level"_s, levelName(budget.level)}, {u"cells"_s, budget.cells}, {u"periods"_s, each}});
    }
    return QJsonDocument(QJsonObject{{u"delta"_s, reportedDelta}, {u"levels"_s, levels}}).toJson();
}

} // namespace Telemetry
