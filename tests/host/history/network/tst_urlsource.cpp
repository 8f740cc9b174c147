#include "host/history/network/urlsource.h"

#include "support/staticserver.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestUrlSource : public QObject
{
    Q_OBJECT

    static std::unique_ptr<AbstractPublicSource> sourceOf(const StaticServer &server,
                                                          const UrlSource::Bounds &bounds = {})
    {
        return UrlSource::make(server.base(), bounds).value();
    }

private Q_SLOTS:
    void readsWhatIsThere()
    {
        StaticServer server;
        server.serve({{u"periods/2026-11.json"_s, "12345"_ba}, {u"keys.json"_s, {}}});
        const auto source = sourceOf(server);
        QCOMPARE(source->read(u"periods/2026-11.json"_s, 5).value(), "12345"_ba);
        QCOMPARE(source->read(u"keys.json"_s, 5).value(), QByteArray());
        QCOMPARE(source->read(u"periods/2026-12.json"_s, 5).error().code, Error::Code::NotFound);
        for (const QByteArray &request : server.requests()) {
            QVERIFY(!request.contains("Cookie"));
            QVERIFY(request.contains("Accept-Encoding: identity"));
        }
    }
    void aLargeFileComesWhole()
    {
        StaticServer server;
        QByteArray large(3'000'000, 'a');
        large[2'999'999] = 'b';
        server.serve({{u"a"_s, large}});
        QCOMPARE(sourceOf(server)->read(u"a"_s, large.size()).value(), large);
        QCOMPARE(sourceOf(server)->read(u"a"_s, large.size() - 1).error().code, Error::Code::TooLarge);
    }
    void doesNotReadForEver()
    {
        StaticServer server;
        server.answer(u"a"_s, "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(100'000, 'a')); // no length, and it doesn't end
        QCOMPARE(sourceOf(server)->read(u"a"_s, 1000).error().code, Error::Code::TooLarge);
    }
    void isNoProofOfAnything_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("words");
        const auto http = [](const QByteArray &status, const QByteArray &headers = {}) {
            return StaticServer::http(status, "moved", headers);
        };
        QTest::newRow("elsewhere") << http("302 Found", "Location: /data/b\r\n") << u"leads elsewhere"_s;
        QTest::newRow("for ever") << http("301 Moved", "Location: http://127.0.0.1:9/b\r\n")
                                  << u"http://127.0.0.1:9/b"_s;
        QTest::newRow("server error") << http("500 Internal Server Error") << u"answers 500"_s;
        QTest::newRow("login") << http("401 Unauthorized", "WWW-Authenticate: Basic realm=\"a\"\r\n")
                               << u"answers 401"_s;
        QTest::newRow("a part") << http("206 Partial Content") << u"answers 206"_s;
        QTest::newRow("no HTTP") << "hello\r\n\r\n"_ba << u""_s;
        QTest::newRow("silence") << QByteArray() << u"did not answer in time"_s;
    }
    void isNoProofOfAnything()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, words);
        StaticServer server;
        server.serve({{u"b"_s, "b"_ba}});
        server.answer(u"a"_s, answer);
        constexpr int shortMs = 200;
        const bool isSilent = answer.isEmpty();
        const auto read =
            sourceOf(server, isSilent ? UrlSource::Bounds{shortMs, shortMs} : UrlSource::Bounds{})->read(u"a"_s, 100);
        QCOMPARE(read.error().code, Error::Code::Io);
        QVERIFY2(read.error().detail.contains(words), qPrintable(read.error().detail));
        for (const QByteArray &request : server.requests())
            QVERIFY(request.startsWith("GET /data/a "));
    }
    void aHostThatIsNotThereIsNotRead()
    {
        QString base;
        {
            const StaticServer server;
            base = server.base();
        }
        QCOMPARE(UrlSource::make(base).value()->read(u"a"_s, 100).error().code, Error::Code::Io);
    }
    void refusesAddresses_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"", "a", "ftp://a/", "file:///etc", "https://", "https://a/?b", "https://a/#b",
                                    "https://user:secret@a/", "https://a b/"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void refusesAddresses()
    {
        QFETCH(QString, address);
        const auto source = UrlSource::make(address);
        QVERIFY(!source.ok());
        QVERIFY(!source.error().detail.contains(u"secret"_s));
    }
};

QTEST_GUILESS_MAIN(TestUrlSource)
#include "tst_urlsource.moc"
