#include "client/upload/network/proxychoice.h"

#include "client/upload/network/proxyexemptions.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Telemetry {

using Kind = ProxyChoice::Kind;

namespace {

constexpr quint16 usualPort = 1080; // curl's
constexpr int httpsPort = 443;

QString translated(const char *text)
{
    return QCoreApplication::translate("Telemetry::ProxyChoice", text);
}

ProxyChoice unusable(const QString &source, const QString &reason)
{
    return {Kind::Unusable, QNetworkProxy::NoProxy, source, reason};
}

/// The first of these variables that is set.
QString firstSet(const QStringList &names, const std::function<QString(const QString &)> &variable)
{
    for (const QString &name : names) {
        if (!variable(name).isEmpty())
            return name;
    }
    return {};
}

/// `host[:port]`; nothing when it is not that.
std::optional<QNetworkProxy> proxyAt(const QString &place)
{
    const bool bracketed = place.startsWith(u'[');
    const qsizetype end = bracketed ? place.indexOf(u']') + 1 : place.indexOf(u':');
    const QString host = end <= 0 ? place : bracketed ? place.sliced(1, end - 2) : place.first(end);
    const QString after = end <= 0 ? QString() : place.sliced(end);
    bool isNumber = true;
    const quint16 port = after.size() <= 1 ? usualPort : QStringView(after).sliced(1).toUShort(&isNumber);
    QUrl checked; // as strict as a URL is
    checked.setHost(host, QUrl::DecodedMode);
    const bool isHost =
        bracketed ? QHostAddress(host).protocol() == QAbstractSocket::IPv6Protocol : !checked.host().isEmpty();
    if (!isHost || !isNumber || port == 0 || (!after.isEmpty() && !after.startsWith(u':')))
        return std::nullopt;
    return QNetworkProxy(QNetworkProxy::HttpProxy, bracketed ? host : checked.host(QUrl::FullyEncoded), port);
}

/// Nothing when this is no kind of proxy that Qt speaks with.
std::optional<QNetworkProxy> ofKind(QNetworkProxy proxy, const QString &scheme)
{
    if (scheme == "http"_L1)
        return proxy;
    if (scheme != "socks5"_L1 && scheme != "socks5h"_L1)
        return std::nullopt;
    proxy.setType(QNetworkProxy::Socks5Proxy);
    proxy.setCapabilities(QNetworkProxy(QNetworkProxy::Socks5Proxy).capabilities());
    if (scheme == "socks5"_L1)
        proxy.setCapabilities(proxy.capabilities() & ~QNetworkProxy::HostNameLookupCapability);
    return proxy;
}

QString decoded(const QString &text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

/// A password may be in the value: it is in no reason.
ProxyChoice proxyFrom(const QString &value, const QString &source)
{
    const qsizetype colon = value.indexOf("://"_L1);
    const QString scheme = colon < 0 ? u"http"_s : value.first(colon).toLower();
    const QString rest = colon < 0 ? value : value.sliced(colon + 3);
    const auto isEnd = [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; };
    const QString authority(rest.constBegin(), std::find_if(rest.cbegin(), rest.cend(), isEnd) - rest.cbegin());
    const qsizetype at = authority.lastIndexOf(u'@'); // there may be more of them in the password
    const auto proxy = proxyAt(authority.sliced(at + 1));
    if (!proxy || rest.contains(":/"_L1)) // "http:/proxy": half a scheme, and no host named "http"
        return unusable(source, translated(QT_TRANSLATE_NOOP("Telemetry::ProxyChoice",
                                                             "The variable %1 names a proxy in a way that can't be "
                                                             "read; http://proxy.example:3128 could be. Nothing is "
                                                             "sent past it."))
                                    .arg(source));
    auto usable = ofKind(*proxy, scheme);
    if (!usable)
        return unusable(source, translated(QT_TRANSLATE_NOOP("Telemetry::ProxyChoice",
                                                             "The variable %1 names a proxy of a kind that can't be "
                                                             "used. Those that can be begin with http://, socks5:// "
                                                             "or socks5h://. Nothing is sent past it."))
                                    .arg(source));
    if (at >= 0) {
        const QString person = authority.first(at);
        usable->setUser(decoded(person.section(u':', 0, 0)));
        usable->setPassword(decoded(person.section(u':', 1)));
    }
    return {Kind::Proxy, *usable, source, {}};
}

} // namespace

QStringList proxyVariables()
{
    return {u"https_proxy"_s, u"HTTPS_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s, u"http_proxy"_s};
}

QStringList proxyExemptionVariables()
{
    return {u"no_proxy"_s, u"NO_PROXY"_s};
}

ProxyChoice proxyFromVariables(const QUrl &url, const std::function<QString(const QString &name)> &variable)
{
    const QString host = url.host(QUrl::FullyEncoded);
    if (QHostAddress(host).isLoopback()) // without encryption: it must not leave this computer
        return {};
    const auto trimmed = [&](const QString &name) { return variable(name).trimmed(); };
    if (isExemptFromProxy(trimmed(firstSet(proxyExemptionVariables(), trimmed)), host, url.port(httpsPort)))
        return {};
    const QString source = firstSet(proxyVariables(), trimmed);
    if (source.isEmpty())
        return {Kind::NotNamed};
    return proxyFrom(trimmed(source), source);
}

ProxyChoice proxyFromSystem(const QList<QNetworkProxy> &answer)
{
    const QString source = translated(QT_TRANSLATE_NOOP("Telemetry::ProxyChoice", "the system's settings"));
    bool isNamed = false;
    for (const QNetworkProxy &proxy : answer) {
        if (proxy.type() == QNetworkProxy::NoProxy && !isNamed)
            return {};
        const bool usable = proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
        if (usable && !proxy.hostName().isEmpty())
            return {Kind::Proxy, proxy, source, {}};
        isNamed = true;
    }
    if (!isNamed)
        return {};
    return unusable(source, translated(QT_TRANSLATE_NOOP("Telemetry::ProxyChoice",
                                                         "The proxy of the system's settings is of a kind that can't "
                                                         "be used. Nothing is sent past it.")));
}

} // namespace Telemetry
