#include "contract/endpoints.h"

#include "support/dictionary.h"

#include <QJsonDocument>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEndpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachLevelHasAHostOfItsOwn()
    {
        const Endpoints endpoints;
        QCOMPARE(endpoints.events(Level::Basic), QUrl(u"https://basic.telemetry.napari.org/v1/basic/events"_s));
        QCOMPARE(endpoints.events(Level::Middle), QUrl(u"https://middle.telemetry.napari.org/v1/middle/events"_s));
        QCOMPARE(endpoints.erase(Level::Full), QUrl(u"https://full.telemetry.napari.org/v1/full/erase"_s));
        QVERIFY(!endpoints.isOverride());
    }
    /// The collector shows it to whoever asks; the client has the class.
    void theDocumentSaysTheSame()
    {
        const Endpoints endpoints;
        QJsonObject levels;
        for (const Level level : sendingLevels())
            levels[levelName(level)] = QJsonObject{{u"events"_s, endpoints.events(level).toString()},
                                                   {u"erase"_s, endpoints.erase(level).toString()}};
        const QJsonObject expected{
            {u"version"_s, 1}, {u"levels"_s, levels}, {u"public_plugins"_s, endpoints.publicList().toString()}};
        const QByteArray shipped =
            TestSupport::resource(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/resources/endpoints.json"_s);
        QCOMPARE(QJsonDocument::fromJson(shipped).object(), expected);
    }
    void loopbackIsTaken_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("host");
        QTest::newRow("IPv4") << u"http://127.0.0.1:8080"_s << u"127.0.0.1:8080"_s;
        QTest::newRow("slash") << u"http://127.0.0.1:8080/"_s << u"127.0.0.1:8080"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << u"[::1]:8080"_s;
    }
    void loopbackIsTaken()
    {
        QFETCH(QString, base);
        QFETCH(QString, host);
        const auto endpoints = Endpoints::onLoopback(base);
        QVERIFY(endpoints.ok());
        QVERIFY(endpoints.value().isOverride());
        QCOMPARE(endpoints.value().displayHost(Level::Basic), host);
        QCOMPARE(endpoints.value().events(Level::Basic).path(), u"/v1/basic/events"_s);
    }
    void everythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("base");
        for (const char *base :
             {"", "http://127.0.0.1", "http://localhost:80", "http://example.org:80", "http://127.0.0.1.example.org:80",
              "http://10.0.0.1:80", "http://127.0.0.1@example.org:80", "http://ada@127.0.0.1:80",
              "http://127.0.0.1:80/path", "http://127.0.0.1:80?q", "http://127.0.0.1:80#f", "ftp://127.0.0.1:80",
              "https://127.0.0.1:80", "http://0.0.0.0:80", "127.0.0.1:80", "http://[::2]:80", "http://127.0.0.1:99999",
              " http://127.0.0.1:80"})
            QTest::newRow(base) << QString::fromLatin1(base);
    }
    void everythingElseIsRefused()
    {
        QFETCH(QString, base);
        QVERIFY(!Endpoints::onLoopback(base));
    }
};

QTEST_GUILESS_MAIN(TestEndpoints)
#include "tst_endpoints.moc"
