#include "host/aggregate/publicationdraft.h"

#include "host/aggregate/abstractaggregationfiles.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

const auto readFile = u"reading the aggregates file"_s;
const auto copyFile = u"copying the aggregates file"_s;
const auto writeFolder = u"publishing"_s;

Result<PublicDeeds> deedsOf(const AbstractReleaseStore &store)
{
    const auto outlines = store.outlines(AbstractReleaseStore::Which::Released);
    const auto redraws = outlines ? store.redraws() : Result<QList<Redraw>>(outlines.error());
    const auto removals = redraws ? store.removals() : Result<QList<Removal>>(redraws.error());
    if (!removals)
        return removals.error();
    return PublicDeeds{outlines.value(), redraws.value(), removals.value()};
}

Result<Done> add(PublicationDraft &draft, const QString &path, QIODevice &content)
{
    const auto digest = draft.folder->add(path, content);
    if (!digest)
        return digest.error();
    draft.files.insert(path, digest.value());
    return Done{};
}

std::optional<Complaint> addFiles(const AggregationSetting &setting, const AbstractReleaseStore &store,
                                  PublicationDraft &draft)
{
    for (const PublicFile &file : publicFiles(setting.dictionary, draft.deeds.releases, store)) {
        const auto bytes = file.make();
        if (!bytes)
            return complaintOf(readFile, bytes.error(), {});
        if (const auto added = addTo(draft, file.path, bytes.value()); !added)
            return complaintOf(writeFolder, added.error(), {});
    }
    for (auto file = setting.documents.begin(); file != setting.documents.end(); ++file) {
        if (const auto added = addTo(draft, file.key(), file.value()); !added)
            return complaintOf(writeFolder, added.error(), {});
    }
    QList<Period> periods;
    for (const Release &release : draft.deeds.releases)
        periods.append(release.period);
    const auto copy = setting.files.databaseOf(periods);
    if (!copy)
        return complaintOf(copyFile, copy.error(), {});
    if (const auto added = add(draft, u"aggregates.sqlite"_s, *copy.value()); !added)
        return complaintOf(writeFolder, added.error(), {});
    return std::nullopt;
}

} // namespace

Result<Done> addTo(PublicationDraft &draft, const QString &path, const QByteArray &bytes)
{
    QBuffer content;
    content.setData(bytes);
    content.open(QIODevice::ReadOnly);
    return add(draft, path, content);
}

std::optional<Complaint> draftPublication(const AggregationSetting &setting, PublicationDraft &draft)
{
    auto folder = setting.files.draft();
    if (!folder)
        return complaintOf(writeFolder, folder.error(), {});
    draft.folder = std::move(folder).value();
    const auto store = setting.files.openReleases();
    if (!store)
        return complaintOf(readFile, store.error(), {});
    std::optional<Complaint> complaint;
    const auto read = store.value()->atOneMoment([&]() -> Result<Done> {
        const auto deeds = deedsOf(*store.value());
        if (!deeds)
            return deeds.error();
        draft.deeds = deeds.value();
        complaint = addFiles(setting, *store.value(), draft);
        return Done{};
    });
    return read ? complaint : complaintOf(readFile, read.error(), {});
}

} // namespace Telemetry
