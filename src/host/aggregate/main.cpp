// The aggregation: composition root. One thread, from the raw events to the public folder.
#include "host/aggregate/aggregateoptions.h"
#include "host/aggregate/aggregation.h"
#include "host/aggregate/budgetreport.h"
#include "host/aggregate/disk/aggregationfiles.h"
#include "host/aggregate/noisekey.h"
#include "host/settings/disk/settingsfile.h"
#include "host/settings/hostsettings.h"
#include "platform/disk/shippedresources.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
constexpr int exitUsage = 2;

int complain(const Complaint &complaint)
{
    std::fflush(stdout);
    std::fprintf(stderr, "napari-telemetry-aggregate: %s: %s. %s\n", qUtf8Printable(complaint.step),
                 qUtf8Printable(complaint.why), qUtf8Printable(complaint.advice));
    return exitFailed;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-aggregate"_s);
    const QStringList given = QCoreApplication::arguments();
    const auto arguments = !given.contains(u"run"_s) // the other commands read no file
                               ? Result<QStringList>(given)
                               : argumentsWithSettings(QCoreApplication::applicationName(), given,
                                                       QProcessEnvironment::systemEnvironment(), defaultSettingsFile());
    const Result<AggregateCommand> command = arguments ? readAggregateOptions(arguments.value()) : arguments.error();
    if (!command) {
        std::fprintf(stderr, "napari-telemetry-aggregate: %s\n", qUtf8Printable(command.error().detail));
        return exitUsage;
    }
    const auto dictionary = shippedDictionary();
    if (!dictionary)
        return complain({u"reading the data dictionary"_s, dictionary.error().detail, u"The program is damaged."_s});
    using Budget = AggregateCommand::Budget;
    if (!command.value().run) {
        QByteArray text = command.value().text.toUtf8();
        if (command.value().budget == Budget::Text)
            text = budgetText(budgetsOf(dictionary.value())).toUtf8();
        else if (command.value().budget == Budget::Json)
            text = budgetJson(budgetsOf(dictionary.value()));
        std::fputs(text.constData(), stdout);
        return 0;
    }
    const AggregateOptions &options = *command.value().run;
    AggregationFiles files(options);
    Aggregation aggregation(
        options, dictionary.value(), files, drawNoiseKey(),
        [](const QString &line) { std::printf("%s\n", qUtf8Printable(line)); },
        [](const QString &text) { std::fprintf(stderr, "%s\n", qUtf8Printable(text)); });
    const auto complaint = aggregation.run(options.now.value_or(QDateTime::currentDateTimeUtc()));
    return complaint ? complain(*complaint) : 0;
}
