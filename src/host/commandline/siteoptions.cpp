#include "host/commandline/siteoptions.h"

#include "contract/limits.h"
#include "host/commandline/commandline.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A host's name, as other computers can look it up: no name of this network, no number.
QRegularExpression hostPattern(const QString &before)
{
    return QRegularExpression(
        u"\\A%1(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]\\z"_s.arg(before));
}

/// Only what can be seen and typed: a letter that looks like another one leads elsewhere.
bool isPlain(const QString &text)
{
    return !text.isEmpty() && text.size() <= Limits::siteAddressChars
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

bool isPage(const QString &text)
{
    static const QRegularExpression host = hostPattern({});
    const QUrl url(text, QUrl::StrictMode);
    return isPlain(text) && url.isValid() && text.startsWith("https://"_L1) && host.match(url.host()).hasMatch()
           && url.userInfo().isEmpty() && url.port() != 0 && !text.section(u'/', 2, 2).contains(u'@');
}

} // namespace

Result<QString> siteAddress(const QString &name, const QString &text)
{
    if (!isPage(text) || !text.endsWith(u'/') || text.contains(u'?') || text.contains(u'#'))
        return misuse(u"%1 takes an address with a slash at its end, such as https://usage.napari.org/"_s.arg(name));
    return text;
}

Result<QString> siteContact(const QString &name, const QString &text)
{
    static const QRegularExpression mail = hostPattern(u"[A-Za-z0-9](?:[A-Za-z0-9_+-]|\\.(?!\\.)){0,63}(?<!\\.)@"_s);
    if (!isPage(text) && !(isPlain(text) && mail.match(text).hasMatch()))
        return misuse(
            u"%1 takes an e-mail address alone, or the address of a page, such as https://napari.org/"_s.arg(name));
    return text;
}

QString contactTarget(const QString &contact)
{
    return contact.startsWith("https://"_L1) ? contact : u"mailto:"_s + contact;
}

} // namespace Telemetry
