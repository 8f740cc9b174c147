#include "client/collect/disk/problemtext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestProblemText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anErrorIsSaidWithItsDetailAndThatNothingElseHappens()
    {
        const QString text = ProblemText::of({Error::Code::Io, u"No space left on device"_s});
        QVERIFY(text.contains("No space left on device"_L1));
        QVERIFY(text.contains("napari is not affected, and nothing is sent"_L1));
    }
    void aPlaceThatIsCopiedIsNamed()
    {
        QTemporaryDir home;
        const QString folder = home.filePath(u"Dropbox/napari/telemetry"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QDir().mkpath(home.filePath(u"Dropbox/.dropbox.cache"_s)));
        const QString text = ProblemText::ofPlace(folder);
        QVERIFY2(text.contains(folder), qPrintable(text));
        QVERIFY(text.startsWith("Nothing is recorded, because "_L1));
    }
    void theOthersSaySomething()
    {
        QVERIFY(ProblemText::ofClosedWeek().contains("until Monday"_L1));
        QVERIFY(ProblemText::ofRepair().contains("damaged"_L1));
    }
};

QTEST_GUILESS_MAIN(TestProblemText)
#include "tst_problemtext.moc"
