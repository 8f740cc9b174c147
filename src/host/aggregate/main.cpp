// The aggregation: composition root. One thread, from the raw events to the public folder.
#include "contract/limits.h"
#include "host/aggregate/aggregateoptions.h"
#include "host/aggregate/aggregation.h"
#include "host/aggregate/audit.h"
#include "host/aggregate/budgetreport.h"
#include "host/aggregate/disk/aggregationfiles.h"
#include "host/aggregate/disk/auditlook.h"
#include "host/aggregate/disk/rawshell.h"
#include "host/aggregate/noisekey.h"
#include "host/aggregate/publication.h"
#include "host/aggregate/publiccommands.h"
#include "host/aggregate/reviewpage.h"
#include "host/pages/disk/sitewriter.h"
#include "host/raw/disk/aggregationstatefile.h"
#include "host/settings/disk/settingsfile.h"
#include "host/settings/hostsettings.h"
#include "platform/disk/shippedresources.h"
#include "platform/disk/wholefile.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

int complain(const Complaint &complaint)
{
    std::fflush(stdout);
    std::fprintf(stderr, "napari-telemetry-aggregate: %s: %s. %s\n", qUtf8Printable(complaint.step),
                 qUtf8Printable(complaint.why), qUtf8Printable(complaint.advice));
    return static_cast<int>(complaint.code);
}

/// Of a clock that the operator set there is no day before which it can't be.
QDate builtOn(const AggregateOptions &options)
{
    return options.now ? QDate() : QDate::fromString(TELEMETRY_BUILT_ON ""_L1, Qt::ISODate);
}

/// What is published as it is. The public list is the one that the collector uses, as far as it can be read.
PublicFiles documents(const AggregateOptions &options)
{
    const auto list =
        options.publicList.isEmpty() ? std::nullopt : WholeFile::read(options.publicList, Limits::publicListBytes);
    PublicFiles files = shippedAuditKit();
    files.insert(u"endpoints.json"_s, shippedEndpoints());
    files.insert(u"public-list.json"_s, list && *list ? list->value() : shippedPublicList());
    return files;
}

std::optional<Complaint> review(const AggregationSetting &setting, const AggregateOptions &options)
{
    Review review;
    if (auto complaint = Publication(setting).review(review))
        return complaint;
    const QByteArray text = options.html   ? reviewHtml(review)
                            : options.json ? reviewJson(review)
                                           : reviewText(review).toUtf8();
    std::fputs(text.constData(), stdout);
    return std::nullopt;
}

std::optional<Complaint> publishOnly(const AggregationSetting &setting, const AggregateOptions &options)
{
    const Publication publication(setting);
    if (!options.automatic)
        return options.digest.isEmpty() ? publication.finish() : publication.publish(options.digest);
    if (options.publishAutomatically)
        return publication.publishUnseen();
    Review waiting;
    if (auto complaint = publication.review(waiting))
        return complaint;
    if (waiting.digest.isEmpty())
        return publication.finish();
    return Complaint{u"publishing"_s, u"the settings don't allow it without a look (publish_automatically)"_s,
                     u"Look at the candidates with \"review\", and publish the digest that it shows."_s,
                     ExitCode::Waits};
}

/// By a clock that can be right. The raw events of a month that is published go at once.
std::optional<Complaint> publish(const AggregationSetting &setting, const AggregateOptions &options)
{
    const Aggregation aggregation(setting, {});
    if (auto doubt = aggregation.judgeClock())
        return doubt;
    const auto notPublished = publishOnly(setting, options);
    // Numbers that are not shown yet are published all the same.
    if (notPublished && notPublished->code != ExitCode::NotShown)
        return notPublished;
    const auto notDeleted = aggregation.deleteRaw();
    return notPublished ? notPublished : notDeleted;
}

/// The site that the settings ask for, as napari-telemetry-pages would be asked for it.
PagesOptions siteOf(const AggregateOptions &options)
{
    return {options.publicFolder, options.site, options.siteFiles.isEmpty() ? installedSiteFiles() : options.siteFiles,
            options.siteAddress, options.contact};
}

void lookAtSite(const AggregateOptions &options, AuditFacts &facts)
{
    if (options.site.isEmpty())
        return;
    const auto current = siteIsCurrent(siteOf(options), shippedPageFiles());
    facts.siteLacks = !current ? current.error().detail
                      : current.value()
                          ? QString()
                          : u"%1 is not what the public folder makes of it; \"run\" writes it"_s.arg(options.site);
}

/// Holds the host against its promises, and leaves what was found for the collector's /metrics. Prints every finding,
/// or only what is broken. `isJustShown`: the site was made of the public folder a moment ago.
std::optional<Complaint> audit(const AggregationSetting &setting, const AggregateOptions &options,
                               bool everything = true, bool isJustShown = false)
{
    const Publication publication(setting);
    AuditFacts facts;
    facts.now = setting.now;
    lookAtFiles({options.raw, options.aggregates, options.backups, options.signingKeys}, facts);
    if (isJustShown && !options.site.isEmpty())
        facts.siteLacks = QString(); // to make all its pages once more takes as long as the first time
    else
        lookAtSite(options, facts);
    Review waiting;
    auto complaint = publication.audited(facts);
    if (!complaint)
        complaint = publication.review(waiting);
    if (complaint)
        return complaint;
    QList<AuditFinding> findings = auditOf(facts);
    const auto isBrokenOne = [](const AuditFinding &each) { return each.state == AuditFinding::State::Broken; };
    const AggregationState state{setting.now, facts.missed.size(),
                                 std::count_if(findings.begin(), findings.end(), isBrokenOne), waiting.periods.size()};
    if (!everything)
        findings.removeIf([&](const AuditFinding &each) { return !isBrokenOne(each); });
    const QByteArray text = options.json ? auditJson(findings) : auditText(findings).toUtf8();
    std::fputs(text.constData(), stdout);
    if (const auto told = writeAggregationState(options.raw, state); !told)
        return complaintOf(u"leaving what was found for /metrics"_s, told.error(), u"Mend it and run again."_s);
    if (state.broken > 0)
        return Complaint{u"looking at the promises"_s, u"a promise isn't kept"_s, u"The lines above say which."_s,
                         ExitCode::Promise};
    return std::nullopt;
}

std::optional<Complaint> access(const AggregationSetting &setting, const AggregateOptions &options)
{
    if (auto doubt = Aggregation(setting, {}).judgeClock()) // the history would have a wrong day
        return doubt;
    if (auto complaint = Publication(setting).enterAccess(options.role, options.reason))
        return complaint;
    std::fflush(stdout); // the shell writes there, too
    if (const auto opened = openRawShell(options.raw); !opened)
        return complaintOf(u"opening the raw events"_s, opened.error(),
                           u"That they were asked for is in the history."_s);
    return std::nullopt;
}

std::optional<Complaint> run(const AggregationSetting &setting, const AggregateOptions &options)
{
    removeRawCopies(); // what an access that was killed has left
    const auto notDrawn = Aggregation(setting, drawNoiseKey()).run();
    if (notDrawn && notDrawn->code == ExitCode::Clock)
        return notDrawn;
    // What was published and stopped half-way is finished, and the promises are looked at, whatever else failed.
    const auto notFinished = Publication(setting).finish();
    const auto notKept = audit(setting, options, false, !notFinished);
    return notDrawn ? notDrawn : notFinished ? notFinished : notKept;
}

std::optional<Complaint> carryOut(const AggregationSetting &setting, const AggregateOptions &options)
{
    if (const auto locked = setting.files.lock(); !locked)
        return complaintOf(u"starting"_s, locked.error(), u"Nothing was done."_s);
    switch (options.command) {
    case AggregateOptions::Command::Run:
        return run(setting, options);
    case AggregateOptions::Command::Review:
        return review(setting, options);
    case AggregateOptions::Command::DrawAgain:
        return Aggregation(setting, drawNoiseKey()).drawAgain(options.reason);
    case AggregateOptions::Command::Publish:
        return publish(setting, options);
    case AggregateOptions::Command::Access:
        return access(setting, options);
    case AggregateOptions::Command::Audit:
        return audit(setting, options);
    case AggregateOptions::Command::Remove:
        break;
    }
    if (auto doubt = Aggregation(setting, {}).judgeClock())
        return doubt;
    const auto removal = readRemoval(options.words, options.reason, setting.now.toUTC().date(), setting.dictionary);
    if (!removal)
        return Complaint{u"reading the command line"_s, removal.error().detail, u"Nothing was removed."_s,
                         ExitCode::Usage};
    return Publication(setting).remove(removal.value(), options.inAdvance);
}

} // namespace

int main(int argc, char *argv[])
{
    if (const auto code = runPublicCommand(argc, argv))
        return *code;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"napari-telemetry-aggregate"_s);
    const QStringList given = QCoreApplication::arguments();
    const auto arguments = !readsSettings(given)
                               ? Result<QStringList>(given)
                               : argumentsWithSettings(QCoreApplication::applicationName(), given,
                                                       QProcessEnvironment::systemEnvironment(), defaultSettingsFile());
    const Result<AggregateCommand> command = arguments ? readAggregateOptions(arguments.value()) : arguments.error();
    if (!command) {
        std::fprintf(stderr, "napari-telemetry-aggregate: %s\n", qUtf8Printable(command.error().detail));
        return static_cast<int>(ExitCode::Usage);
    }
    const auto dictionary = shippedDictionary();
    if (!dictionary)
        return complain(
            complaintOf(u"reading the data dictionary"_s, dictionary.error(), u"The program is damaged."_s));
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
    AggregationFiles files(options, dictionary.value());
    AggregationSetting::WriteSite writeItsSite;
    if (!options.site.isEmpty())
        writeItsSite = [&options] { return writeSite(siteOf(options), shippedPageFiles()); };
    const AggregationSetting setting{dictionary.value(),
                                     files,
                                     options.now.value_or(QDateTime::currentDateTimeUtc()),
                                     builtOn(options),
                                     options.clockIsRight,
                                     documents(options),
                                     [](const QString &line) { std::printf("%s\n", qUtf8Printable(line)); },
                                     [](const QString &text) { std::fprintf(stderr, "%s\n", qUtf8Printable(text)); },
                                     writeItsSite};
    const auto complaint = carryOut(setting, options);
    return complaint ? complain(*complaint) : 0;
}
