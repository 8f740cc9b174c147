#include "host/commandline/siteoptions.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSiteOptions : public QObject
{
    Q_OBJECT

    static QString padded(const QString &text, qsizetype size) { return text + QString(size - text.size(), u'a'); }

private Q_SLOTS:
    void takesAnAddress_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text :
             {u"https://usage.napari.org/"_s, u"https://usage.napari.org/telemetry/"_s, u"https://x.org:8443/a-b_c/"_s})
            QTest::addRow("%s", qPrintable(text)) << text;
    }
    void takesAnAddress()
    {
        QFETCH(QString, text);
        QCOMPARE(siteAddress(u"site_address"_s, text).value(), text);
    }
    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u"usage.napari.org/"_s,
                                    u"http://usage.napari.org/"_s,
                                    u"https://usage.napari.org"_s,
                                    u"https://usage.napari.org/?a/"_s,
                                    u"https://usage.napari.org/#/"_s,
                                    u"https:///"_s,
                                    u"https://u:p@napari.org/"_s,
                                    u"https://@napari.org/"_s,
                                    u"https://localhost/"_s,
                                    u"https://127.0.0.1/"_s,
                                    u"https://napari.org:0/"_s,
                                    u"https://napari.org:99999/"_s,
                                    u"javascript:alert(1)//x.org/"_s,
                                    u" https://napari.org/"_s,
                                    u"https://napari.org/\n"_s,
                                    u"https://napari.org/a b/"_s,
                                    u"https://nap\u0430ri.org/"_s,
                                    u"https://napari.org/\u202egro/"_s,
                                    u"https://napari.org/\"><script>/"_s,
                                    u"https://-napari.org/"_s,
                                    u"https://napari..org/"_s,
                                    u"HTTPS://napari.org/"_s,
                                    padded(u"https://napari.org/"_s, Limits::siteAddressChars) + u'/'})
            QTest::addRow("%s", qPrintable(text.left(40))) << text;
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, text);
        const auto read = siteAddress(u"site_address"_s, text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QVERIFY2(read.error().detail.startsWith(u"site_address takes an address"_s), qPrintable(read.error().detail));
    }
    void takesAContact_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        QTest::newRow("mail") << u"telemetry@napari.org"_s << u"mailto:telemetry@napari.org"_s;
        QTest::newRow("mail with a plus") << u"a.b+c_d-e@x-y.example.org"_s << u"mailto:a.b+c_d-e@x-y.example.org"_s;
        QTest::newRow("a page") << u"https://napari.org"_s << u"https://napari.org"_s;
        QTest::newRow("part of a page") << u"https://napari.org/a/?q=1#telemetry"_s
                                        << u"https://napari.org/a/?q=1#telemetry"_s;
        const QString longest = padded(u"https://napari.org/"_s, Limits::siteAddressChars);
        QTest::newRow("the longest") << longest << longest;
    }
    void takesAContact()
    {
        QFETCH(QString, text);
        QCOMPARE(siteContact(u"contact"_s, text).value(), text);
        QTEST(contactTarget(text), "target");
    }
    void refusesWhatIsNoContact_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s,
                                    u" "_s,
                                    u"us"_s,
                                    u"@napari.org"_s,
                                    u"us@napari"_s,
                                    u"us@localhost"_s,
                                    u"us@127.0.0.1"_s,
                                    u"us@@napari.org"_s,
                                    u"us@napari.org,you@napari.org"_s,
                                    u"us@napari.org?subject=x"_s,
                                    u"us@napari.org "_s,
                                    u"us@napari.org\nBcc: you@napari.org"_s,
                                    u"Us <us@napari.org>"_s,
                                    u"mailto:us@napari.org"_s,
                                    u".us@napari.org"_s,
                                    u"us.@napari.org"_s,
                                    u"u..s@napari.org"_s,
                                    u"u%73@napari.org"_s,
                                    u"\"us\"@napari.org"_s,
                                    u"us@napari.org\"onclick=\"x"_s,
                                    u"us@nap\u0430ri.org"_s,
                                    u"\u00fcs@napari.org"_s,
                                    u"us\u202e@napari.org"_s,
                                    u"http://napari.org/"_s,
                                    u"//napari.org/"_s,
                                    u"javascript:alert(1)"_s,
                                    u"JavaScript:alert(1)//@napari.org"_s,
                                    u"data:text/html,x@napari.org"_s,
                                    u"https://u:p@napari.org/"_s,
                                    u"https://napari.org/<b>"_s,
                                    u"https://napari.org/ x"_s,
                                    u"tel:+491"_s,
                                    u"https://"_s,
                                    padded(u"https://napari.org/"_s, Limits::siteAddressChars + 1),
                                    padded(u"us"_s, 65) + u"@napari.org"_s})
            QTest::addRow("%s", qPrintable(text.left(40))) << text;
    }
    void refusesWhatIsNoContact()
    {
        QFETCH(QString, text);
        const auto read = siteContact(u"contact"_s, text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QVERIFY2(read.error().detail.startsWith(u"contact takes an e-mail address alone"_s),
                 qPrintable(read.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestSiteOptions)
#include "tst_siteoptions.moc"
