#include "host/aggregate/epsilon.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEpsilon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDecimalsExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint64>("numerator");
        QTest::addColumn<quint64>("denominator");
        QTest::addColumn<QString>("shown");
        QTest::newRow("one") << u"1"_s << quint64(1) << quint64(1) << u"1"_s;
        QTest::newRow("half") << u"0.5"_s << quint64(1) << quint64(2) << u"0.5"_s;
        QTest::newRow("zeros") << u"001.500"_s << quint64(3) << quint64(2) << u"1.5"_s;
        QTest::newRow("no binary fraction") << u"0.1"_s << quint64(1) << quint64(10) << u"0.1"_s;
        QTest::newRow("lowest terms") << u"1.25"_s << quint64(5) << quint64(4) << u"1.25"_s;
        QTest::newRow("greatest") << u"999.999999"_s << quint64(999'999'999) << quint64(1'000'000) << u"999.999999"_s;
        QTest::newRow("least") << u"0.000001"_s << quint64(1) << quint64(1'000'000) << u"0.000001"_s;
        QTest::newRow("ten") << u"10"_s << quint64(10) << quint64(1) << u"10"_s;
    }
    void readsDecimalsExactly()
    {
        QFETCH(QString, text);
        const auto epsilon = Epsilon::fromString(text);
        QVERIFY(epsilon.ok());
        QTEST(epsilon.value().numerator(), "numerator");
        QTEST(epsilon.value().denominator(), "denominator");
        QTEST(epsilon.value().toString(), "shown");
        QCOMPARE(Epsilon::fromString(epsilon.value().toString()).value(), epsilon.value());
    }
    void refusesWhatIsNoEpsilon_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString &text : {u""_s, u"0"_s, u"0.0"_s, u"-1"_s, u"+1"_s, u"1."_s, u".5"_s, u"1e3"_s, u"1,5"_s,
                                    u" 1"_s, u"1.2.3"_s, u"1000"_s, u"0.0000001"_s, u"inf"_s, u"nan"_s, u"\u0661"_s})
            QTest::newRow(qPrintable(u'\'' + text + u'\'')) << text;
    }
    void refusesWhatIsNoEpsilon()
    {
        QFETCH(QString, text);
        const auto epsilon = Epsilon::fromString(text);
        QVERIFY(!epsilon.ok());
        QCOMPARE(epsilon.error().code, Error::Code::Invalid);
    }
    void isOneByDefault() { QCOMPARE(Epsilon(), Epsilon::fromString(u"1.0").value()); }
};

QTEST_GUILESS_MAIN(TestEpsilon)
#include "tst_epsilon.moc"
