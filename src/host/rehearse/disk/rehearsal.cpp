#include "host/rehearse/disk/rehearsal.h"

#include "contract/limits.h"
#include "host/aggregate/aggregation.h"
#include "host/aggregate/disk/aggregationfiles.h"
#include "host/aggregate/publicperiod.h"
#include "host/raw/disk/rawstore.h"
#include "host/rehearse/auditkit.h"
#include "host/simulate/walk.h"
#include "platform/disk/newfile.h"
#include "platform/disk/wholefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Telemetry::Rehearsal {

namespace {

constexpr qint64 people = 600; ///< so few that most cells are suppressed, so many that some are not
constexpr quint64 seed = 1;
constexpr qsizetype keyFileBytes = 1024;

QString nameOf(const char *file)
{
    return QString::fromLatin1(file);
}

/// What made-up people send in the month, as the collector stores it.
Result<Done> fill(const QString &path, const DataDictionary &dictionary, const PublicStrings &names)
{
    const auto opened = RawStore::open(path, dictionary, u"rehearsed events"_s);
    if (!opened)
        return opened.error();
    AbstractRawStore &store = *opened.value();
    const Catalog catalog(names);
    const Week first = AuditKit::month().firstWeek();
    const SimulateOptions options{people, seed,         first, first.weeksTo(AuditKit::month().lastWeek()) + 1,
                                  first,  std::nullopt, {}};
    Walk walk(options, catalog, dictionary, [](const QString &) {});
    QList<StoreRequest> requests;
    while (const auto batch = walk.next()) {
        StoreRequest request;
        for (const QByteArray &bytes : batch->events) {
            const auto event = eventFromBytes(bytes);
            if (!event)
                return event.error();
            request.put.append(event.value());
        }
        requests.append(request);
    }
    if (const auto stored = store.commit(requests); !stored)
        return stored.error();
    // The day is one of the kit's own: the same files whenever they are made.
    for (;;) {
        const auto step = store.tidyStep({}, AuditKit::month().closesAt().date());
        if (!step)
            return step.error();
        if (step.value().last)
            break;
    }
    return store.truncateLog();
}

Result<QByteArray> keyOf(const QString &folder)
{
    const QString path = folder + u'/' + nameOf(AuditKit::keyFile);
    const auto text = WholeFile::read(path, keyFileBytes);
    if (!text)
        return Error{Error::Code::NotFound, u"%1: there is no such file"_s.arg(path)};
    const auto key = *text ? AuditKit::readKey(text->value()) : *text;
    if (!key)
        return Error{key.error().code, u"%1: %2"_s.arg(path, key.error().detail)};
    return key;
}

/// By the program that publishes, with nothing of its own.
Result<QList<Release>> releasesOf(const AggregateOptions &options, const DataDictionary &dictionary,
                                  const QByteArray &key)
{
    AggregationFiles files(options, dictionary);
    const AggregationSetting setting{dictionary, files, AuditKit::month().closesAt(), {},
                                     true,       {},    [](const QString &) {},       [](const QString &) {}};
    if (const auto complaint = Aggregation(setting, key).run())
        return Error{Error::Code::Io, u"%1: %2"_s.arg(complaint->step, complaint->why)};
    const auto store = files.openReleases();
    const auto candidates = store ? store.value()->candidates() : Result<QList<Candidate>>(store.error());
    if (!candidates)
        return candidates.error();
    QList<Release> releases;
    for (const Candidate &candidate : candidates.value())
        releases.append(candidate.release);
    return releases;
}

} // namespace

Result<Done> make(const QString &folder, const DataDictionary &dictionary, const PublicStrings &names)
{
    if (const QDir there(folder); !there.exists() || !there.isEmpty())
        return Error{Error::Code::Invalid, u"%1: it is not an empty folder"_s.arg(folder)};
    if (const auto filled = fill(folder + u'/' + nameOf(AuditKit::rawFile), dictionary, names); !filled)
        return filled;
    const QByteArray key = AuditKit::key().toHex() + '\n';
    const auto write = [&](const char *name, const QByteArray &bytes) {
        return writeNewFile(folder + u'/' + nameOf(name), bytes, publicFile);
    };
    for (const auto &done : {write(AuditKit::keyFile, key), write(AuditKit::dictionaryFile, dictionary.source())}) {
        if (!done)
            return done;
    }
    const auto drawn = draw(folder, dictionary);
    if (!drawn)
        return drawn.error();
    return write(AuditKit::sumsFile, AuditKit::sumsOf(drawn.value()));
}

Result<PublicFiles> draw(const QString &folder, const DataDictionary &dictionary)
{
    const auto key = keyOf(folder);
    if (!key)
        return key.error();
    const QTemporaryDir scratch;
    if (!scratch.isValid())
        return Error{Error::Code::Io, scratch.errorString()};
    // A copy: a store belongs to its owner alone, and this one was published.
    AggregateOptions options;
    options.raw = scratch.filePath(nameOf(AuditKit::rawFile));
    options.aggregates = scratch.filePath(u"aggregates.sqlite"_s);
    QFile raw(folder + u'/' + nameOf(AuditKit::rawFile));
    if (!raw.copy(options.raw) || !QFile::setPermissions(options.raw, QFile::ReadOwner | QFile::WriteOwner))
        return Error{Error::Code::Io, u"%1: %2"_s.arg(raw.fileName(), raw.errorString())};
    const auto releases = releasesOf(options, dictionary, key.value());
    if (!releases)
        return releases.error();
    PublicFiles numbers;
    for (const Release &release : releases.value())
        numbers.insert(publicPeriodPath(release.period), publicPeriod(release));
    return numbers;
}

} // namespace Telemetry::Rehearsal
