#pragma once

#include "host/certificate/certificate.h"
#include "host/certificate/publishedfigures.h"

namespace Telemetry {

/// A certificate that nobody has signed yet, and what to say when it has no number.
struct CertificateDraft
{
    Certificate certificate;
    int released = 0;     ///< months of the range of which numbers were released
    qint64 threshold = 0; ///< people from which on a number is published: the greatest of these months; 0: unknown
};

/// Collects the plugin's published numbers. The range is one that a certificate can have. Errors: as of
/// PublishedFigures::month(); a month that contradicts the history makes all of it fail.
[[nodiscard]] Result<CertificateDraft> draftCertificate(const PublishedFigures &figures, const QString &plugin,
                                                        const QString &from, const QString &to, QDate issued);

/// Why there is no certificate, for people: nothing of the plugin was published, and what that doesn't mean.
[[nodiscard]] QString wordsForNothingPublished(const CertificateDraft &draft);

} // namespace Telemetry
