#include "plugins/consent/consentcontroller.h"

#include "support/dictionary.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

/// Stands in for the telemetry plugin and writes down what it is told.
class FakeTelemetry : public QObject, public TelemetryInterface
{
    Q_OBJECT
    Q_INTERFACES(Telemetry::TelemetryInterface)
public:
    QStringList told;
    QString m_release = ourRelease();

    QString release() const override { return m_release; }
    void start(const Grant &grant, const Host &, const Endpoints &) override
    {
        told += u"start "_s + levelName(grant.level());
    }
    void withdraw() override { told += u"withdraw"_s; }
    void showPreview(QWidget *) override { told += u"preview"_s; }
};

} // namespace

/// CTest runs on the platform "offscreen", one of the cases that mean none. What happens on a real screen is in
/// tests/napari.
class TestConsentController : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    int m_round = 0;

    Host host()
    {
        const QString base = m_folder.filePath(QString::number(++m_round));
        return {u"python"_s,          base + u"/config"_s, base + u"/data"_s, u"env"_s,
                base + u"/package"_s, u"0.9.2"_s,          u"3.12.1"_s};
    }

private Q_SLOTS:
    void offscreenIsNoneWhateverIsChosen()
    {
        ConsentController controller(host(), TestSupport::dictionary());
        QSignalSpy wanted(&controller, &ConsentController::telemetryWanted);
        QSignalSpy installation(&controller, &ConsentController::installationWanted);
        controller.begin();
        QVERIFY(!controller.shown().ask);
        controller.choose(Level::Full);
        QCOMPARE(controller.shown().level, Level::None);
        QVERIFY(controller.shown().fixed);
        QCOMPARE(wanted.size() + installation.size(), 0);
        FakeTelemetry telemetry;
        controller.attach(&telemetry);
        QCOMPARE(telemetry.told, QStringList());
        QVERIFY(!controller.isRunning());
    }
    void anotherReleaseIsNotStarted()
    {
        ConsentController controller(host(), TestSupport::dictionary());
        controller.begin();
        FakeTelemetry telemetry;
        telemetry.m_release = u"0.0.1"_s;
        controller.attach(&telemetry);
        QVERIFY(controller.note().contains("0.0.1"_L1));
        QObject foreign;
        controller.attach(&foreign);
        QVERIFY(!controller.isRunning());
        QCOMPARE(telemetry.told, QStringList());
    }
    void anEndpointThatIsNotLoopbackTurnsEverythingOff()
    {
        qputenv(endpointVariable, "http://example.org:80");
        ConsentController controller(host(), TestSupport::dictionary());
        qunsetenv(endpointVariable);
        controller.begin();
        QVERIFY(controller.shown().reason.contains(QLatin1StringView(endpointVariable)));
        QVERIFY(controller.shown().fixed && !controller.shown().ask);
        QVERIFY(!controller.endpoints().isOverride());
    }
    void anAnswerThatCanNotBeSavedIsSaid()
    {
        Host broken = host();
        QVERIFY(QDir().mkpath(m_folder.filePath(QString::number(m_round))));
        QFile inTheWay(broken.configFolder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        ConsentController controller(broken, TestSupport::dictionary());
        controller.begin();
        controller.choose(Level::Basic);
        QVERIFY(controller.note().contains(broken.configFolder));
        QCOMPARE(controller.shown().level, Level::None);
    }
};

QTEST_MAIN(TestConsentController)
#include "tst_consentcontroller.moc"
