#pragma once

#include "host/aggregate/publicfiles.h"
#include "support/dictionary.h"
#include "support/fakeaggregationfiles.h"

/// Public files as a whole.
namespace TestSupport {

/// Nothing when one of them can't be made.
inline Telemetry::PublicFiles publicFilesOf(const QList<Telemetry::Release> &releases)
{
    FakeAggregationFiles store;
    store.released = releases;
    const auto open = std::move(store.openReleases()).value();
    const auto outlines = open->outlines(Telemetry::AbstractReleaseStore::Which::Released).value();
    Telemetry::PublicFiles files;
    for (const Telemetry::PublicFile &file : Telemetry::publicFiles(dictionary(), outlines, *open)) {
        const auto bytes = file.make();
        if (!bytes || files.contains(file.path))
            return {};
        files.insert(file.path, bytes.value());
    }
    return files;
}

inline Telemetry::FileDigests digestsOf(const Telemetry::PublicFiles &files)
{
    Telemetry::FileDigests digests;
    for (auto file = files.begin(); file != files.end(); ++file)
        digests.insert(file.key(), Telemetry::sha256Of(file.value()));
    return digests;
}

} // namespace TestSupport
