#include "host/certificate/page/pageapplication.h"

#include <QDateTime>
#include <QHashSeed>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QStringList messages; ///< that came while the application was made, and one behind it

void keep(QtMsgType, const QMessageLogContext &, const QString &message)
{
    messages.append(message);
}

} // namespace

class TestPageApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNoScreen()
    {
        QVERIFY(qGuiApp);
        QCOMPARE(QGuiApplication::platformName(), u"offscreen"_s);
    }
    /// What Qt writes into a page is the same everywhere.
    void isInUtc()
    {
        QCOMPARE(QDateTime(QDate(2026, 7, 1), QTime(12, 0)).offsetFromUtc(), 0);
        QCOMPARE(QDateTime(QDate(2026, 12, 1), QTime(12, 0)).offsetFromUtc(), 0);
    }
    void hashesAreTheSameInEveryRun() { QCOMPARE(size_t(QHashSeed::globalSeed()), size_t(0)); }
    /// A service has no runtime folder, which matters to nobody here.
    void saysNothingAndHidesNothingLater()
    {
        QCOMPARE(messages, QStringList{u"QStandardPaths: XDG_RUNTIME_DIR not set, afterwards"_s});
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "minimal");
    qputenv("TZ", "Asia/Tokyo");
    qunsetenv("XDG_RUNTIME_DIR");
    qInstallMessageHandler(keep);
    const auto application = makePageApplication(argc, argv);
    qWarning("QStandardPaths: XDG_RUNTIME_DIR not set, afterwards");
    qInstallMessageHandler(nullptr);
    TestPageApplication test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pageapplication.moc"
