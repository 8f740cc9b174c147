#include "client/upload/network/proxychoice.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Kind = ProxyChoice::Kind;
using Variables = QMap<QString, QString>;

namespace {

ProxyChoice choiceOf(const Variables &variables, const QString &url = u"https://basic.telemetry.napari.org/v1"_s)
{
    return proxyFromVariables(QUrl(url), [&](const QString &name) { return variables.value(name); });
}

/// What was chosen, in one line that is easy to compare.
QString shown(const ProxyChoice &choice)
{
    switch (choice.kind) {
    case Kind::NotNamed:
        return u"not named"_s;
    case Kind::Direct:
        return u"direct"_s;
    case Kind::Unusable:
        return u"unusable"_s;
    case Kind::Proxy:
        break;
    }
    const QNetworkProxy &proxy = choice.proxy;
    const QString type = proxy.type() == QNetworkProxy::HttpProxy                                 ? u"http"_s
                         : proxy.capabilities().testFlag(QNetworkProxy::HostNameLookupCapability) ? u"socks5h"_s
                                                                                                  : u"socks5"_s;
    const QString person = proxy.user().isEmpty() ? QString() : proxy.user() + u'|' + proxy.password() + u'@';
    return type + u' ' + person + proxy.hostName() + u' ' + QString::number(proxy.port());
}

} // namespace

class TestProxyChoice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whichVariableCounts_data()
    {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Variables &variables, const QString &expected) {
            QTest::newRow(name) << variables << expected;
        };
        row("none", {}, u"not named"_s);
        row("empty", {{u"https_proxy"_s, {}}, {u"ALL_PROXY"_s, u" "_s}}, u"not named"_s);
        row("https_proxy", {{u"https_proxy"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("HTTPS_PROXY", {{u"HTTPS_PROXY"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("all_proxy", {{u"all_proxy"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("ALL_PROXY", {{u"ALL_PROXY"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("http_proxy", {{u"http_proxy"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("HTTP_PROXY is none", {{u"HTTP_PROXY"_s, u"http://a:1"_s}}, u"not named"_s);
        row("small letters first", {{u"HTTPS_PROXY"_s, u"http://b:1"_s}, {u"https_proxy"_s, u"http://a:1"_s}},
            u"http a 1"_s);
        row("small letters first, of all", {{u"ALL_PROXY"_s, u"http://b:1"_s}, {u"all_proxy"_s, u"http://a:1"_s}},
            u"http a 1"_s);
        row("https before all", {{u"all_proxy"_s, u"http://b:1"_s}, {u"HTTPS_PROXY"_s, u"http://a:1"_s}},
            u"http a 1"_s);
        row("all before http", {{u"http_proxy"_s, u"http://b:1"_s}, {u"ALL_PROXY"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("an empty one does not count", {{u"https_proxy"_s, {}}, {u"all_proxy"_s, u"http://a:1"_s}}, u"http a 1"_s);
        row("a bad one counts", {{u"https_proxy"_s, u"gopher://b:1"_s}, {u"all_proxy"_s, u"http://a:1"_s}},
            u"unusable"_s);
        row("excepted", {{u"https_proxy"_s, u"http://a:1"_s}, {u"no_proxy"_s, u"napari.org"_s}}, u"direct"_s);
        row("all excepted", {{u"https_proxy"_s, u"http://a:1"_s}, {u"NO_PROXY"_s, u"*"_s}}, u"direct"_s);
        row("all excepted, with none", {{u"no_proxy"_s, u"*"_s}}, u"direct"_s);
        row("excepted from a bad one", {{u"https_proxy"_s, u"gopher://b"_s}, {u"no_proxy"_s, u"*"_s}}, u"direct"_s);
        row("small letters first, of exceptions",
            {{u"https_proxy"_s, u"a"_s}, {u"no_proxy"_s, u"x.org"_s}, {u"NO_PROXY"_s, u"*"_s}}, u"http a 1080"_s);
        row("excepted by another port", {{u"https_proxy"_s, u"a"_s}, {u"no_proxy"_s, u"napari.org:80"_s}},
            u"http a 1080"_s);
    }
    void whichVariableCounts()
    {
        QFETCH(Variables, variables);
        QTEST(shown(choiceOf(variables)), "expected");
    }
    void whatAValueMeans_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *value, const QString &expected) {
            QTest::newRow(value) << QString::fromUtf8(value) << expected;
        };
        row("http://proxy:3128", u"http proxy 3128"_s);
        row("http://proxy:3128/", u"http proxy 3128"_s);
        row(" http://proxy:3128/path?x#y ", u"http proxy 3128"_s);
        row("HTTP://Proxy.Example:80", u"http proxy.example 80"_s);
        row("proxy:3128", u"http proxy 3128"_s);
        row("proxy", u"http proxy 1080"_s);
        row("http://proxy", u"http proxy 1080"_s);
        row("http://proxy:", u"http proxy 1080"_s);
        row("192.0.2.7:8080", u"http 192.0.2.7 8080"_s);
        row("[2001:db8::7]:8080", u"http 2001:db8::7 8080"_s);
        row("http://[2001:db8::7]", u"http 2001:db8::7 1080"_s);
        row("http://pröxy:1", u"http xn--prxy-6qa 1"_s);
        row("socks5://proxy", u"socks5 proxy 1080"_s);
        row("socks5h://proxy:9050", u"socks5h proxy 9050"_s);
        row("SOCKS5H://proxy:9050", u"socks5h proxy 9050"_s);
        row("http://me:secret@proxy:1", u"http me|secret@proxy 1"_s);
        row("me:secret@proxy", u"http me|secret@proxy 1080"_s);
        row("http://me@proxy:1", u"http me|@proxy 1"_s);
        row("http://m%40e:s%3Ae%2Fc:r@proxy:1", u"http m@e|s:e/c:r@proxy 1"_s);
        row("http://me:se@cret@proxy:1", u"http me|se@cret@proxy 1"_s);
        row("socks5://me:secret@[::1]:1", u"socks5 me|secret@::1 1"_s);
        for (const char *value : {"https://proxy:3128",
                                  "socks4://proxy",
                                  "socks4a://proxy",
                                  "socks://proxy",
                                  "ftp://proxy",
                                  "://proxy",
                                  "pac+http://proxy/x.pac",
                                  "file:///etc/proxy",
                                  "http://",
                                  "http:///x",
                                  ":3128",
                                  "http://:3128",
                                  "http:/proxy",
                                  "http:proxy:3128",
                                  "proxy:0",
                                  "proxy:65536",
                                  "proxy:-1",
                                  "proxy:x",
                                  "proxy:31 28",
                                  "pro xy:3128",
                                  "a:b:c",
                                  "2001:db8::7",
                                  "[2001:db8::7",
                                  "[2001:db8::7]x",
                                  "[proxy]:1",
                                  "[]",
                                  "me:secret@",
                                  "http://me:secret@:1",
                                  "@",
                                  "http://pro%78y%00:1",
                                  "http://a,b:1"})
            row(value, u"unusable"_s);
    }
    void whatAValueMeans()
    {
        QFETCH(QString, value);
        for (const QString &name : proxyVariables()) {
            const ProxyChoice choice = choiceOf({{name, value}});
            QTEST(shown(choice), "expected");
            QCOMPARE(choice.source, name);
            QCOMPARE(choice.reason.isEmpty(), choice.kind == Kind::Proxy);
            QCOMPARE(choice.reason.contains(name), choice.kind == Kind::Unusable);
            QCOMPARE(choice.proxy.type() == QNetworkProxy::NoProxy, choice.kind != Kind::Proxy);
            for (const QLatin1StringView word : {"secret"_L1, "2001"_L1, "a,b"_L1})
                QVERIFY(!choice.reason.contains(word));
        }
    }
    void thisComputerIsReachedWithoutOne_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("IPv4") << u"http://127.0.0.1:8000"_s;
        QTest::newRow("another of IPv4") << u"https://127.9.9.9"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8000"_s;
    }
    void thisComputerIsReachedWithoutOne()
    {
        QFETCH(QString, url);
        for (const QString &value : {u"http://a:1"_s, u"gopher://a"_s, QString()})
            QCOMPARE(shown(choiceOf({{u"https_proxy"_s, value}, {u"http_proxy"_s, value}}, url)), u"direct"_s);
    }
    void whatTheSystemSays_data()
    {
        QTest::addColumn<QList<QNetworkProxy>>("answer");
        QTest::addColumn<QString>("expected");
        const QNetworkProxy none(QNetworkProxy::NoProxy);
        const QNetworkProxy http(QNetworkProxy::HttpProxy, u"a"_s, 1);
        const QNetworkProxy socks(QNetworkProxy::Socks5Proxy, u"b"_s, 2);
        const QNetworkProxy caching(QNetworkProxy::HttpCachingProxy, u"c"_s, 3);
        const QNetworkProxy nameless(QNetworkProxy::HttpProxy);
        const QNetworkProxy usual(QNetworkProxy::DefaultProxy);
        using List = QList<QNetworkProxy>;
        QTest::newRow("nothing") << List{} << u"direct"_s;
        QTest::newRow("none") << List{none} << u"direct"_s;
        QTest::newRow("one") << List{http} << u"http a 1"_s;
        QTest::newRow("socks") << List{socks} << u"socks5h b 2"_s;
        QTest::newRow("the first counts") << List{socks, http, none} << u"socks5h b 2"_s;
        QTest::newRow("none is the first") << List{none, http} << u"direct"_s;
        QTest::newRow("one that can't be used") << List{caching} << u"unusable"_s;
        QTest::newRow("one that can't be used, and another") << List{caching, http} << u"http a 1"_s;
        QTest::newRow("one that can't be used, or none") << List{caching, none} << u"unusable"_s;
        QTest::newRow("without a name") << List{nameless} << u"unusable"_s;
        QTest::newRow("the application's") << List{usual} << u"unusable"_s;
    }
    void whatTheSystemSays()
    {
        QFETCH(QList<QNetworkProxy>, answer);
        const ProxyChoice choice = proxyFromSystem(answer);
        QTEST(shown(choice), "expected");
        QCOMPARE(choice.source.isEmpty(), choice.kind == Kind::Direct);
        QCOMPARE(choice.reason.isEmpty(), choice.kind != Kind::Unusable);
    }
    void theVariablesAreThoseThatTheDocumentNames()
    {
        QFile file(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/docs/network.md"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        const qsizetype begin = text.indexOf(u"## Proxies"_s);
        const QString part = text.sliced(begin, text.indexOf(u"\n## "_s, begin) - begin);
        QStringList rows;
        for (auto found = QRegularExpression(u"^\\| `([a-zA-Z_]+)` \\|"_s, QRegularExpression::MultilineOption)
                              .globalMatch(part);
             found.hasNext();)
            rows.append(found.next().captured(1));
        QCOMPARE(rows, proxyVariables() + proxyExemptionVariables());
    }
};

QTEST_GUILESS_MAIN(TestProxyChoice)
#include "tst_proxychoice.moc"
