#include "host/certificate/certificatedraft.h"

#include "host/certificate/months.h"
#include "host/certificate/yearfigures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<CertificateDraft> draftCertificate(const PublishedFigures &figures, const QString &plugin, const QString &from,
                                          const QString &to, QDate issued)
{
    CertificateDraft draft;
    Certificate &certificate = draft.certificate;
    certificate.plugin = plugin;
    certificate.from = from;
    certificate.to = to;
    certificate.method = certificateMethod();
    certificate.issued = issued;
    certificate.verify = certificateVerifyAddress();
    for (const QString &month : monthsBetween(from, to)) {
        const auto published = figures.month(plugin, month);
        if (!published)
            return published.error();
        if (!published.value())
            continue;
        ++draft.released;
        draft.threshold = std::max(draft.threshold, published.value()->threshold);
        if (published.value()->figure)
            certificate.months.append(*published.value()->figure);
    }
    certificate.years = yearsOf(from, to, certificate.months);
    return draft;
}

QString wordsForNothingPublished(const CertificateDraft &draft)
{
    const Certificate &certificate = draft.certificate;
    const QString range = u"%1 to %2"_s.arg(monthInWords(certificate.from), monthInWords(certificate.to));
    if (draft.released == 0)
        return u"There is no certificate for %1: no numbers of %2 have been released yet. A month is released some "
               u"weeks "
               "after its end; ask again then, or for earlier months."_s.arg(certificate.plugin, range);
    const QString from = draft.threshold > 0 ? u"%1 people"_s.arg(draft.threshold) : u"a certain number of people"_s;
    return u"There is no certificate for %1: no number of it was published in %2. To protect people, a number is "
           "published only from %3 a month on, after random noise was added, and only those who agreed to telemetry "
           "are "
           "counted, who are few of all who use napari. So this says nothing about the plugin: not that nobody uses "
           "it, "
           "and not how good or important it is."_s.arg(certificate.plugin, range, from);
}

} // namespace Telemetry
