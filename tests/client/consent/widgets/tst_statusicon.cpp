#include "client/consent/widgets/statusicon.h"

#include <QImage>
#include <QPixmap>
#include <QTest>

using namespace Telemetry;
using State = ConsentStatus::State;

class TestStatusIcon : public QObject
{
    Q_OBJECT
private:
    static QImage image(Level level, State state)
    {
        return statusIcon(level, state, Qt::black)
            .pixmap(statusIconSize(state))
            .toImage()
            .convertToFormat(QImage::Format_ARGB32);
    }
    static int inked(const QImage &image)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += qAlpha(image.pixel(x, y)) > 128;
        }
        return count;
    }

private Q_SLOTS:
    void levelsDifferInForm()
    {
        int last = 0; // "off" is seen too
        for (const auto &[level, state] : {std::pair{Level::None, State::Off},
                                           {Level::Basic, State::Basic},
                                           {Level::Middle, State::Middle},
                                           {Level::Full, State::Full}}) {
            QVERIFY(inked(image(level, state)) > last);
            last = inked(image(level, state));
        }
    }
    void statesDifferInFormInOneColour()
    {
        QList<QImage> images;
        for (const State state : {State::Basic, State::Waiting, State::Paused, State::Unreachable, State::Administrator,
                                  State::Attention}) {
            const QImage one = image(Level::Basic, state);
            for (const QImage &other : images) {
                int different = 0;
                for (int y = 0; y < one.height(); ++y) {
                    for (int x = 0; x < one.width(); ++x)
                        different += qAbs(qAlpha(one.pixel(x, y)) - qAlpha(other.pixel(x, y))) > 96;
                }
                QVERIFY2(different >= 4, qPrintable(QString::number(int(state))));
            }
            images.append(one);
        }
    }
};

QTEST_MAIN(TestStatusIcon)
#include "tst_statusicon.moc"
