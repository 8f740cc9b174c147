#include "host/pages/pagetongue.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

const QList<PageTongue> &pageTongues()
{
    static const QList<PageTongue> tongues{{u"en"_s, u"English"_s, QString(), u"This page is in English, too."_s,
                                            QLocale(QLocale::English, QLocale::UnitedStates), u"d MMMM yyyy"_s},
                                           {u"de"_s, u"Deutsch"_s, u"de/"_s, u"Diese Seite gibt es auch auf Deutsch."_s,
                                            QLocale(QLocale::German, QLocale::Germany), u"d. MMMM yyyy"_s},
                                           {u"pl"_s, u"Polski"_s, u"pl/"_s, u"Ta strona jest też po polsku."_s,
                                            QLocale(QLocale::Polish, QLocale::Poland), u"d MMMM yyyy"_s}};
    return tongues;
}

PagePlace PagePlace::of(const QString &path, const PageTongue &tongue)
{
    const QString home = u"../"_s.repeated(path.count(u'/'));
    return {u"../"_s.repeated(tongue.folder.count(u'/')) + home, home};
}

} // namespace Telemetry
