#include "host/collector/headerrules.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHeaderRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takes_data()
    {
        QTest::addColumn<QByteArray>("header");
        const QByteArray line = "POST / HTTP/1.1\r\n"_ba;
        QTest::newRow("host alone") << line + "Host: a\r\n\r\n";
        QTest::newRow("no host in HTTP/1.0") << "GET / HTTP/1.0\r\n\r\n"_ba;
        QTest::newRow("length") << line + "Host: a\r\nContent-Length: 12\r\n\r\n";
        QTest::newRow("spaces around a length") << line + "Host: a\r\nContent-Length: \t 12 \r\n\r\n";
        QTest::newRow("chunked") << line + "host:a\r\ntransfer-encoding:CHUNKED\r\n\r\n";
        QTest::newRow("an empty value") << line + "Host: a\r\nX:\r\n\r\n";
        QTest::newRow("an empty host") << line + "Host:\r\n\r\n";
        QTest::newRow("names that only begin or end the same")
            << line + "Host: a\r\nX-Host: b\r\nContent-Length-More: x\r\nContent-Length: 1\r\n\r\n";
    }
    void takes()
    {
        QFETCH(QByteArray, header);
        const auto problem = refusalOfHeader(header);
        QVERIFY2(!problem, problem ? qPrintable(*problem) : "");
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("header");
        const QByteArray line = "POST / HTTP/1.1\r\nHost: a\r\n"_ba;
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no host") << "GET / HTTP/1.1\r\n\r\n"_ba;
        QTest::newRow("two hosts") << line + "HOST: a\r\n\r\n";
        QTest::newRow("two hosts in HTTP/1.0") << "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n"_ba;
        QTest::newRow("two lengths") << line + "Content-Length: 1\r\ncontent-length: 1\r\n\r\n";
        for (const QByteArray &length : {"1, 1"_ba, "+1"_ba, "-1"_ba, "0x1"_ba, "1 1"_ba, ""_ba, "1;"_ba})
            QTest::newRow(("length " + length).constData()) << line + "Content-Length: " + length + "\r\n\r\n";
        for (const QByteArray &encoding : {"xchunked"_ba, "gzip, chunked"_ba, "chunked, chunked"_ba, "chunked,"_ba,
                                           "identity"_ba, "chunked;q=1"_ba, "\"chunked\""_ba, ""_ba,
                                           "\x0b"
                                           "chunked"_ba})
            QTest::newRow(("encoding " + encoding).constData()) << line + "Transfer-Encoding: " + encoding + "\r\n\r\n";
        QTest::newRow("two encodings") << line + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("length and encoding") << line + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n";
        QTest::newRow("encoding in HTTP/1.0") << "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;
        QTest::newRow("folded") << line + "X: a\r\n b\r\n\r\n";
        QTest::newRow("folded by a tab") << line + "X: a\r\n\tb\r\n\r\n";
        QTest::newRow("folded to nothing") << line + "X: a\r\n \r\n\r\n";
        QTest::newRow("line feed alone") << line + "X: a\nY: b\r\n\r\n";
        QTest::newRow("carriage return alone") << line + "X: a\rY: b\r\n\r\n";
        QTest::newRow("cut off") << line + "X: a";
    }
    void refuses()
    {
        QFETCH(QByteArray, header);
        QVERIFY(refusalOfHeader(header));
    }
    void repeatsNothingOfTheRequest()
    {
        const auto problem = refusalOfHeader("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: SECRET\r\n\r\n");
        QVERIFY(problem && !problem->contains(u"SECRET"_s));
    }
};

QTEST_GUILESS_MAIN(TestHeaderRules)
#include "tst_headerrules.moc"
