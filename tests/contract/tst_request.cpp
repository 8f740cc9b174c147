#include "contract/request.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingAboutTheMachine()
    {
        const Request request = eventsRequest({}, Level::Basic, 1, {"{}"});
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.url.host(), u"basic.telemetry.napari.org"_s);
        QCOMPARE(request.body, R"({"dictionary":1,"events":[{}]})"_ba);
        QHash<QByteArray, QByteArray> headers;
        for (const auto &[name, value] : request.headers)
            headers.insert(name, value);
        QCOMPARE(headers.value("User-Agent"), "napari-telemetry/1"_ba);
        QCOMPARE(headers.value("Accept-Language"), "*"_ba);
        QCOMPARE(headers.value("Accept-Encoding"), "identity"_ba);
        QCOMPARE(headers.size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
