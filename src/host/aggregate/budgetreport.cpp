#include "host/aggregate/budgetreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct Span
{
    QLatin1StringView name;
    int weeks;
    int months; ///< in which those weeks are
};
constexpr std::array spans{Span{"week"_L1, 1, 1}, Span{"month"_L1, weeksOfMonth, 1},
                           Span{"year"_L1, weeksOfYear, monthsOfYear}};

} // namespace

QString budgetText(const QList<Budget> &budgets)
{
    QString text = u"What all published numbers can give away about one person (delta = 1e-6)\n\n"
                   "level   period  rho         epsilon     one person alone is published\n"_s;
    for (const Budget &budget : budgets) {
        for (const Span &span : spans) {
            const Budget::Part part = budget.of(span.weeks, span.months);
            const double rho = part.rho;
            text += levelName(budget.level).leftJustified(8) + QString(span.name).leftJustified(8)
                    + QString::number(rho, 'g', 6).leftJustified(12)
                    + QString::number(epsilonOf(rho, reportedDelta), 'f', 3).leftJustified(12)
                    + QString::number(qMin(1.0, part.thresholdDelta), 'g', 2) + u'\n';
        }
    }
    return text;
}

QByteArray budgetJson(const QList<Budget> &budgets)
{
    QJsonArray levels;
    for (const Budget &budget : budgets) {
        QJsonArray each;
        for (const Span &span : spans) {
            const Budget::Part part = budget.of(span.weeks, span.months);
            const double rho = part.rho;
            each.append(QJsonObject{{u"period"_s, span.name},
                                    {u"rho"_s, rho},
                                    {u"epsilon"_s, epsilonOf(rho, reportedDelta)},
                                    {u"threshold_delta"_s, qMin(1.0, part.thresholdDelta)}});
        }
        levels.append(QJsonObject{
            {u"level"_s, levelName(budget.level)}, {u"cells"_s, budget.of(1, 1).cells}, {u"periods"_s, each}});
    }
    return QJsonDocument(QJsonObject{{u"delta"_s, reportedDelta}, {u"levels"_s, levels}}).toJson();
}

} // namespace Telemetry
