#include "consent/widgets/levelicon.h"

#include <QImage>
#include <QPixmap>
#include <QTest>

using namespace Telemetry;

class TestLevelIcon : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void levelsDifferInForm()
    {
        QList<int> inked;
        for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
            const QImage image =
                levelIcon(level, Qt::black).pixmap(16, 16).toImage().convertToFormat(QImage::Format_ARGB32);
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += qAlpha(image.pixel(x, y)) > 128;
            }
            inked.append(count);
        }
        for (qsizetype i = 1; i < inked.size(); ++i)
            QVERIFY(inked[i] > inked[i - 1]);
        QVERIFY(inked.first() > 0); // "off" is seen too
    }
};

QTEST_MAIN(TestLevelIcon)
#include "tst_levelicon.moc"
