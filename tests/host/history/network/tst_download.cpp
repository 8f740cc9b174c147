#include "host/history/network/download.h"

#include "support/staticserver.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int longMs = 30'000; // nobody waits that long

} // namespace

/// What servers answer is tested in tst_urlsource, too; here is what an object of this class does by itself.
class TestDownload : public QObject
{
    Q_OBJECT

    struct Ended
    {
        int times = 0;
        Result<QByteArray> bytes = Error{Error::Code::Busy, {}};
    };
    /// A file that is fetched to its end; the object has gone then.
    static Ended fetched(const StaticServer &server, const QString &path, qsizetype most, int timeoutMs = longMs,
                         int totalMs = longMs)
    {
        QNetworkAccessManager manager;
        Ended ended;
        const QPointer<Download> download = new Download(manager, QUrl(server.base() + u'/' + path), most, timeoutMs,
                                                         totalMs, [&ended](const Result<QByteArray> &bytes) {
                                                             ++ended.times;
                                                             ended.bytes = bytes;
                                                         });
        const bool isGone = QTest::qWaitFor([&] { return download.isNull(); }, longMs / 2);
        if (!isGone)
            ended.times = -1;
        return ended;
    }

private Q_SLOTS:
    void endsOnceAndGoes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<qsizetype>("most");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<Error::Code>("code"); // when it isn't
        QTest::newRow("whole") << u"a"_s << qsizetype(5) << true << Error::Code::Io;
        QTest::newRow("nothing in it") << u"empty"_s << qsizetype(0) << true << Error::Code::Io;
        QTest::newRow("one byte too many") << u"a"_s << qsizetype(4) << false << Error::Code::TooLarge;
        QTest::newRow("without an end") << u"endless"_s << qsizetype(1'000) << false << Error::Code::TooLarge;
        QTest::newRow("missing") << u"none"_s << qsizetype(5) << false << Error::Code::NotFound;
        QTest::newRow("taken away for good") << u"gone"_s << qsizetype(5) << false << Error::Code::NotFound;
        QTest::newRow("elsewhere") << u"moved"_s << qsizetype(5) << false << Error::Code::Io;
        QTest::newRow("broken off") << u"half"_s << qsizetype(100) << false << Error::Code::Io;
    }
    void endsOnceAndGoes()
    {
        QFETCH(QString, path);
        QFETCH(qsizetype, most);
        QFETCH(bool, isRead);
        StaticServer server;
        server.serve({{u"a"_s, "12345"_ba}, {u"empty"_s, {}}});
        server.answer(u"endless"_s, "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(1'000'000, 'a'));
        server.answer(u"gone"_s, StaticServer::http("410 Gone", "12345"));
        server.answer(u"moved"_s, StaticServer::http("302 Found", "12345", "Location: /data/a\r\n"));
        server.answer(u"half"_s, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n12"_ba);
        const Ended ended = fetched(server, path, most, path == u"half"_s ? 300 : longMs);
        QCOMPARE(ended.times, 1);
        QCOMPARE(ended.bytes.ok(), isRead);
        if (isRead)
            QCOMPARE(ended.bytes.value(), path == u"a"_s ? "12345"_ba : QByteArray());
        else
            QTEST(ended.bytes.error().code, "code");
        QCOMPARE(server.requests().size(), 1); // what a redirect names is not asked for
    }
    void doesNotWaitForASilentServer_data()
    {
        QTest::addColumn<int>("timeoutMs");
        QTest::addColumn<int>("totalMs");
        QTest::newRow("no progress") << 200 << longMs;
        QTest::newRow("in all") << longMs << 200;
    }
    void doesNotWaitForASilentServer()
    {
        QFETCH(int, timeoutMs);
        QFETCH(int, totalMs);
        StaticServer server;
        server.answer(u"a"_s, {});
        const Ended ended = fetched(server, u"a"_s, 5, timeoutMs, totalMs);
        QCOMPARE(ended.times, 1);
        QCOMPARE(ended.bytes.error().code, Error::Code::Io);
        QVERIFY2(ended.bytes.error().detail.contains(u"did not answer in time"_s),
                 qPrintable(ended.bytes.error().detail));
    }
    void takesNothingCompressed()
    {
        StaticServer server;
        server.serve({{u"a"_s, "12345"_ba}});
        QVERIFY(fetched(server, u"a"_s, 5).bytes.ok());
        QVERIFY(server.requests().first().contains("Accept-Encoding: identity\r\n"));
    }
    void goesWithItsManager()
    {
        StaticServer server;
        server.answer(u"a"_s, {});
        int times = 0;
        QPointer<Download> download;
        {
            QNetworkAccessManager manager;
            download = new Download(manager, QUrl(server.base() + u"/a"_s), 5, longMs, longMs,
                                    [&times](const Result<QByteArray> &) { ++times; });
            QVERIFY(QTest::qWaitFor([&] { return !server.requests().isEmpty(); }, longMs / 2));
        }
        QVERIFY(download.isNull());
        QCOMPARE(times, 0);
    }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
