#include "host/certificate/page/qrcode.h"

#include <QTest>

using namespace Telemetry;

class TestQrCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasItsThreeCorners()
    {
        const auto code = qrCodeOf("https://telemetry.napari.org/verify.html");
        QVERIFY(code.ok());
        const QrCode &made = code.value();
        QCOMPARE(made.modules.size(), made.width * made.width);
        // A finder: a dark square, a light one in it, and a dark one in that; none in the lower right corner.
        const auto isFinder = [&](int left, int top) {
            return made.isDark(left, top) && made.isDark(left + 6, top + 6) && !made.isDark(left + 1, top + 1)
                   && made.isDark(left + 3, top + 3);
        };
        QVERIFY(isFinder(0, 0) && isFinder(made.width - 7, 0) && isFinder(0, made.width - 7));
        QVERIFY(!isFinder(made.width - 7, made.width - 7));
    }
    void refusesWhatNoneHolds()
    {
        QCOMPARE(qrCodeOf(QByteArray(3'000, 'a')).error().code, Error::Code::TooLarge);
        QVERIFY(!qrCodeOf({}).ok());
    }
};

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
