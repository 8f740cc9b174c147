#include "host/history/abstractpublicsource.h"

#include <QTest>

using namespace Telemetry;

class TestAbstractPublicSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAnAddressFromAFolder_data()
    {
        QTest::addColumn<bool>("isAddress");
        for (const char *place : {"https://telemetry.napari.org/data", "http://127.0.0.1:8417/", "HTTPS://EXAMPLE.ORG"})
            QTest::newRow(place) << true;
        for (const char *place : {"", ".", "/srv/public", "https", "http:/data", "file:///srv/public", "ftp://a/",
                                  "public/https://a", " https://a"})
            QTest::newRow(place) << false;
    }
    void tellsAnAddressFromAFolder() { QTEST(isWebAddress(QString::fromLatin1(QTest::currentDataTag())), "isAddress"); }
};

QTEST_APPLESS_MAIN(TestAbstractPublicSource)
#include "tst_abstractpublicsource.moc"
