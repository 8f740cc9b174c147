#include "client/upload/network/networkfailure.h"

#include <QMetaEnum>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestNetworkFailure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFailureIsSaidInWordsThatHelp_data()
    {
        QTest::addColumn<int>("error");
        const auto errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
        for (int i = 0; i < errors.keyCount(); ++i)
            QTest::newRow(errors.key(i)) << errors.value(i);
    }
    void everyFailureIsSaidInWordsThatHelp()
    {
        QFETCH(int, error);
        const auto code = static_cast<QNetworkReply::NetworkError>(error);
        const ProxyChoice proxy{ProxyChoice::Kind::Proxy,
                                {QNetworkProxy::HttpProxy, u"a"_s, 1, u"me"_s, u"secret"_s},
                                u"https_proxy"_s,
                                {}};
        for (const QString &said : {u"Unknown error"_s, QString(), u"no cable"_s}) {
            const QString direct = networkFailureText(code, said, {});
            const QString through = networkFailureText(code, said, proxy);
            for (const QString &text : {direct, through})
                QVERIFY2(text.size() > 30 && !text.contains(u'%') && !text.contains(u"secret"_s), qPrintable(text));
            QVERIFY2(through.contains(u"https_proxy"_s), qPrintable(through));
            if (code != QNetworkReply::ProxyAuthenticationRequiredError && code != QNetworkReply::HostNotFoundError)
                QCOMPARE(through.contains(u"no cable"_s), said == u"no cable"_s);
        }
        if (code == QNetworkReply::UnknownNetworkError || code == QNetworkReply::UnknownProxyError)
            QVERIFY(!networkFailureText(code, u"Unknown error"_s, proxy).contains(u"Unknown error"_s));
    }
    void whoseFaultItIsIsSaid()
    {
        const ProxyChoice proxy{ProxyChoice::Kind::Proxy, {QNetworkProxy::HttpProxy, u"a"_s, 1}, u"all_proxy"_s, {}};
        QVERIFY(networkFailureText(QNetworkReply::ProxyNotFoundError, u"x"_s, proxy).startsWith(u"The proxy "_s));
        QVERIFY(
            networkFailureText(QNetworkReply::ProxyAuthenticationRequiredError, u"x"_s, proxy).contains(u"password"_s));
        QVERIFY(networkFailureText(QNetworkReply::HostNotFoundError, u"x"_s, proxy).startsWith(u"The proxy "_s));
        QVERIFY(
            networkFailureText(QNetworkReply::SslHandshakeFailedError, u"x"_s, proxy).startsWith(u"The collector "_s));
        QVERIFY(!networkFailureText(QNetworkReply::HostNotFoundError, u"x"_s, {}).contains(u"proxy"_s));
    }
};

QTEST_GUILESS_MAIN(TestNetworkFailure)
#include "tst_networkfailure.moc"
