#include "host/pages/proposalpage.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

SitePage proposalPage(const QByteArray &body)
{
    SitePage page{u"proposal.html"_s,
                  u"NAP-8: Telemetry"_s,
                  u"NAP-8, the proposal that the telemetry of napari follows, whole."_s,
                  {},
                  {}};
    page.isEnglishOnly = true;
    const QString markup = QString::fromUtf8(body);
    // The one place where markup comes in that is no literal: it is of our own build, see the header.
    page.main = element("div", {{"class", u"document"_s}},
                        html(reinterpret_cast<const char16_t *>(markup.utf16()), markup.size()));
    return page;
}

} // namespace Telemetry
