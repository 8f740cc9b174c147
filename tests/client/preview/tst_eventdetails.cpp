#include "client/preview/eventdetails.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEventDetails : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTextIsTheRequestOnTheWire()
    {
        const Request request = eventsRequest({}, Level::Basic, 1, {R"({"a":"ü"})"_ba});
        QByteArray wire = requestHead(request) + request.body;
        QCOMPARE(requestText(request).toUtf8(), wire.replace("\r\n", "\n"));
        QVERIFY(
            requestText(request).startsWith(u"POST /v1/basic/events HTTP/1.1\nHost: basic.telemetry.napari.org\n"_s));
        QVERIFY(requestText(request).endsWith(u"\n\n{\"dictionary\":1,\"events\":[{\"a\":\"ü\"}]}"_s));
    }
};

QTEST_GUILESS_MAIN(TestEventDetails)
#include "tst_eventdetails.moc"
