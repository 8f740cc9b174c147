#include "client/upload/network/proxyexemptions.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestProxyExemptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsExcepted_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("exempt");
        const QString host = u"basic.telemetry.napari.org"_s;
        const auto row = [&](const char *list, const QString &of, bool exempt) {
            QTest::addRow("%s of %s", list, qPrintable(of)) << QString::fromLatin1(list) << of << exempt;
        };
        row("", host, false);
        row("*", host, true);
        row(" * ", host, true);
        row("*, example.org", host, false); // only alone
        row("*.napari.org", host, false);   // no pattern
        row("basic.telemetry.napari.org", host, true);
        row("BASIC.Telemetry.Napari.ORG", host, true);
        row("basic.telemetry.napari.org.", host, true);
        row("basic.telemetry.napari.org", host + u'.', true);
        row("napari.org", host, true);
        row(".napari.org", host, true);
        row("org", host, true);
        row("napari.or", host, false);
        row("ari.org", host, false);
        row("x.basic.telemetry.napari.org", host, false);
        row(".", host, false);
        row(",, ,", host, false);
        row("localhost,example.org , napari.org", host, true);
        row("localhost,,napari.org,", host, true);
        row("localhost napari.org", host, true);
        row("localhost;napari.org", host, false);
        row("napari.org:443", host, true);
        row("napari.org:80", host, false);
        row("napari.org:", host, false);
        row("napari.org:0", host, false);
        row("napari.org:https", host, false);
        row("https://napari.org", host, false);
        row("0.0.0.0/0", host, false); // names are not looked up for this
        row("192.0.2.1", u"192.0.2.1"_s, true);
        row("192.0.2.1:443", u"192.0.2.1"_s, true);
        row("192.0.2.1:80", u"192.0.2.1"_s, false);
        row("192.0.2.10", u"192.0.2.1"_s, false);
        row("2.1", u"192.0.2.1"_s, false); // not a domain
        row("192.0.2.0/24", u"192.0.2.1"_s, true);
        row("192.0.2.0/24:443", u"192.0.2.1"_s, true);
        row("192.0.0.0/22", u"192.0.2.1"_s, true);
        row("192.0.3.0/24", u"192.0.2.1"_s, false);
        row("192.0.2.1/32", u"192.0.2.1"_s, true);
        row("192.0.2.0/33", u"192.0.2.1"_s, false);
        row("192.0.2.0/", u"192.0.2.1"_s, false);
        row("192.0.2.0/x", u"192.0.2.1"_s, false);
        row("192.0.2.0/-1", u"192.0.2.1"_s, false);
        row("x/8", u"192.0.2.1"_s, false);
        row("::/0", u"192.0.2.1"_s, false);
        row("2001:db8::1", u"2001:db8::1"_s, true);
        row("[2001:db8::1]", u"2001:db8::1"_s, true);
        row("[2001:db8::1]:443", u"2001:db8::1"_s, true);
        row("[2001:db8::1]:80", u"2001:db8::1"_s, false);
        row("[2001:db8::1", u"2001:db8::1"_s, false);
        row("2001:db8:0:0:0:0:0:1", u"2001:db8::1"_s, true);
        row("2001:db8::/32", u"2001:db8::1"_s, true);
        row("2001:db9::/32", u"2001:db8::1"_s, false);
        row("2001:db8::/129", u"2001:db8::1"_s, false);
        row("192.0.2.0/24", u"2001:db8::1"_s, false);
    }
    void whatIsExcepted()
    {
        QFETCH(QString, list);
        QFETCH(QString, host);
        QTEST(isExemptFromProxy(list, host, 443), "exempt");
    }
};

QTEST_GUILESS_MAIN(TestProxyExemptions)
#include "tst_proxyexemptions.moc"
