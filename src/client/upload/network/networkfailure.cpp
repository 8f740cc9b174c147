#include "client/upload/network/networkfailure.h"

#include <QCoreApplication>

namespace Telemetry {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Telemetry::HttpTransport", text);
}

bool isOfProxy(QNetworkReply::NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

} // namespace

QString networkFailureText(QNetworkReply::NetworkError error, const QString &said, const ProxyChoice &choice)
{
    if (error == QNetworkReply::ProxyAuthenticationRequiredError)
        return translated(
                   QT_TRANSLATE_NOOP("Telemetry::HttpTransport",
                                     "The proxy named by %1 asks for a name and a password. %1 holds none, or wrong "
                                     "ones; nobody is asked for them."))
            .arg(choice.source);
    const bool isUnknown = error == QNetworkReply::UnknownNetworkError || error == QNetworkReply::UnknownProxyError;
    const QString why = said.isEmpty() || (isUnknown && said == QLatin1StringView("Unknown error"))
                            ? translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "no reason is known"))
                            : said;
    if (isOfProxy(error))
        return translated(
                   QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "The proxy named by %1 could not be reached: %2"))
            .arg(choice.source, why);
    // Qt names the collector's host also when it was the proxy's that it did not find.
    if (choice.kind == ProxyChoice::Kind::Proxy && error == QNetworkReply::HostNotFoundError)
        return translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport",
                                            "The proxy named by %1, or the collector behind it, could not be found."))
            .arg(choice.source);
    if (choice.kind == ProxyChoice::Kind::Proxy)
        return translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport",
                                            "The collector could not be reached through the proxy named by %1: %2"))
            .arg(choice.source, why);
    return translated(QT_TRANSLATE_NOOP("Telemetry::HttpTransport", "The collector could not be reached: %1")).arg(why);
}

} // namespace Telemetry
