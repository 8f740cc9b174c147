#include "client/upload/network/httptransport.h"
#include "contract/request.h"
#include "support/rawserver.h"

#include <QSslSocket>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// A Qt that can't encrypt: one that finds no OpenSSL has only the back end "cert-only".
class TestNoTls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutTlsNothingLeaves()
    {
        QVERIFY(QSslSocket::setActiveBackend(u"cert-only"_s));
        QVERIFY(!QSslSocket::supportsSsl());
        RawServer server;
        Request request = eventsRequest({}, Level::Basic, 1, {"{}"});
        request.url = QUrl(u"https://127.0.0.1:%1/v1/basic/events"_s.arg(server.serverPort()));
        QList<TransportReply> replies;
        HttpTransport transport;
        transport.send(request, [&](const TransportReply &reply) { replies.append(reply); });
        QTRY_COMPARE(replies.size(), 1);
        QCOMPARE(replies[0].failure, TransportReply::Failure::NoTls);
        QVERIFY(!replies[0].mayHaveArrived);
        QVERIFY(replies[0].detail.contains(u"OpenSSL"_s));
        QVERIFY(server.received.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNoTls)
#include "tst_notls.moc"
