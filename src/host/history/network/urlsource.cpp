#include "host/history/network/urlsource.h"

#include "host/history/network/download.h"

#include <QNetworkAccessManager>

#include <future>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<std::unique_ptr<AbstractPublicSource>> UrlSource::make(const QString &address)
{
    return make(address, Bounds{});
}

Result<std::unique_ptr<AbstractPublicSource>> UrlSource::make(const QString &address, const Bounds &bounds)
{
    QUrl base(address, QUrl::StrictMode);
    const bool isWeb = base.scheme() == "https"_L1 || base.scheme() == "http"_L1;
    if (!isWeb || base.host().isEmpty() || base.hasQuery() || base.hasFragment() || !base.userInfo().isEmpty())
        return Error{Error::Code::Invalid,
                     u"%1 is no address such as https://telemetry.napari.org/data"_s.arg(base.toDisplayString())};
    if (!base.path().endsWith(u'/'))
        base.setPath(base.path() + u'/');
    return std::unique_ptr<AbstractPublicSource>(new UrlSource(base, bounds));
}

UrlSource::UrlSource(const QUrl &base, const Bounds &bounds)
    : m_base(base)
    , m_bounds(bounds)
    , m_network(new QNetworkAccessManager)
{
    m_network->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
    m_thread.start();
}

UrlSource::~UrlSource()
{
    m_thread.quit();
    m_thread.wait();
}

Result<QByteArray> UrlSource::read(const QString &path, qsizetype most)
{
    std::promise<Result<QByteArray>> promise;
    QUrl url = m_base;
    url.setPath(m_base.path() + path);
    QMetaObject::invokeMethod(m_network, [&] {
        new Download(*static_cast<QNetworkAccessManager *>(m_network), url, most, m_bounds.timeoutMs, m_bounds.totalMs,
                     [&promise](const Result<QByteArray> &bytes) { promise.set_value(bytes); });
    });
    return promise.get_future().get();
}

} // namespace Telemetry
