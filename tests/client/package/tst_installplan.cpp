#include "client/package/installplan.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Action = InstallPlan::Action;

class TestInstallPlan : public QObject
{
    Q_OBJECT
private:
    static InstallFacts plain()
    {
        InstallFacts facts;
        facts.python = u"/env/bin/python"_s;
        facts.prefix = u"/env"_s;
        facts.siteFolder = u"/env/lib/python3.12/site-packages"_s;
        facts.hasPip = true;
        return facts;
    }

private Q_SLOTS:
    void pipOfThisInterpreterInstallsExactlyThisRelease()
    {
        const InstallPlan plan(plain(), Action::Install, u"1.2.3"_s);
        QVERIFY(plan.obstacle().isEmpty());
        QVERIFY(!plan.throughQueue());
        QCOMPARE(plan.commandLine(),
                 u"/env/bin/python -I -m pip install --no-deps --only-binary :all: --no-user --no-input "
                 "--disable-pip-version-check napari-telemetry==1.2.3"_s);
        QCOMPARE(plan.program() + u' ' + plan.arguments().join(u' '), plan.commandLine());
    }
    void repairingReplacesWhatIsThere()
    {
        QVERIFY(InstallPlan(plain(), Action::Repair, u"1"_s).arguments().contains("--force-reinstall"_L1));
    }
    void theProgramFollowsWhoMadeTheEnvironment_data()
    {
        QTest::addColumn<bool>("madeByUv");
        QTest::addColumn<bool>("hasPip");
        QTest::addColumn<QString>("uv");
        QTest::addColumn<QString>("begins");
        QTest::newRow("venv, uv is there, too") << false << true << u"/usr/bin/uv"_s << u"/env/bin/python -I -m pip "_s;
        QTest::newRow("uv") << true << false << u"/usr/bin/uv"_s
                            << u"/usr/bin/uv pip install --python /env/bin/python "_s;
        QTest::newRow("uv, with pip in it") << true << true << u"/usr/bin/uv"_s << u"/usr/bin/uv pip "_s;
        QTest::newRow("uv, which is gone, with pip in it")
            << true << true << QString() << u"/env/bin/python -I -m pip "_s;
        QTest::newRow("no pip, but uv") << false << false << u"/usr/bin/uv"_s << u"/usr/bin/uv pip "_s;
    }
    void theProgramFollowsWhoMadeTheEnvironment()
    {
        QFETCH(bool, madeByUv);
        QFETCH(bool, hasPip);
        QFETCH(QString, uv);
        QFETCH(QString, begins);
        InstallFacts facts = plain();
        facts.madeByUv = madeByUv;
        facts.hasPip = hasPip;
        facts.uv = uv;
        const InstallPlan plan(facts, Action::Install, u"1"_s);
        QVERIFY2(plan.commandLine().startsWith(begins), qPrintable(plan.commandLine()));
        QVERIFY(plan.obstacle().isEmpty());
        QVERIFY(plan.arguments().contains("--no-deps"_L1) && plan.arguments().contains("--only-binary"_L1));
        QCOMPARE(plan.arguments().last(), u"napari-telemetry==1"_s);
        if (plan.program() == uv)
            QVERIFY(InstallPlan(facts, Action::Repair, u"1"_s).arguments().contains("--reinstall"_L1));
    }
    void whatCanNotBeDoneFromHereSaysWhyAndNamesTheCommand_data()
    {
        QTest::addColumn<InstallFacts>("facts");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("command");
        InstallFacts facts = plain();
        facts.bundled = facts.conda = true;
        QTest::newRow("bundle") << facts << u"bundle"_s << u"/env/bin/python -I -m pip install "_s;
        facts = plain();
        facts.conda = true;
        QTest::newRow("conda, by pip") << facts << u"conda"_s << u"/env/bin/python -I -m pip install "_s;
        facts.consentByConda = true;
        QTest::newRow("conda") << facts << u"conda"_s
                               << u"conda install --prefix /env --channel conda-forge napari-telemetry=1"_s;
        facts = plain();
        facts.writable = false;
        QTest::newRow("read-only") << facts << facts.siteFolder << u"/env/bin/python -I -m pip install "_s;
        facts = plain();
        facts.hasPip = false;
        QTest::newRow("no pip") << facts << u"no pip"_s << u"/env/bin/python -I -m pip install "_s;
        facts.madeByUv = true;
        QTest::newRow("no uv") << facts << u"uv was not found"_s << u"uv pip install --python /env/bin/python "_s;
    }
    void whatCanNotBeDoneFromHereSaysWhyAndNamesTheCommand()
    {
        QFETCH(InstallFacts, facts);
        QFETCH(QString, says);
        QFETCH(QString, command);
        facts.hasQueue = true;
        const InstallPlan plan(facts, Action::Install, u"1"_s);
        QVERIFY2(plan.obstacle().contains(says), qPrintable(plan.obstacle()));
        QVERIFY2(plan.commandLine().startsWith(command), qPrintable(plan.commandLine()));
        QVERIFY(!plan.throughQueue());
    }
    void removingUninstallsThePackageAlone_data()
    {
        QTest::addColumn<InstallFacts>("facts");
        QTest::addColumn<QString>("command");
        QTest::addColumn<bool>("fromHere");
        InstallFacts facts = plain();
        facts.hasQueue = true;
        QTest::newRow("pip") << facts
                             << u"/env/bin/python -I -m pip uninstall --yes --no-input --disable-pip-version-check "
                                "napari-telemetry"_s
                             << true;
        facts.madeByUv = true;
        facts.hasPip = false;
        facts.uv = u"/usr/bin/uv"_s;
        QTest::newRow("uv") << facts << u"/usr/bin/uv pip uninstall --python /env/bin/python napari-telemetry"_s
                            << true;
        facts.uv.clear();
        QTest::newRow("uv is gone") << facts << u"uv pip uninstall --python /env/bin/python napari-telemetry"_s
                                    << false;
        facts = plain();
        facts.conda = facts.bundled = true;
        QTest::newRow("bundle of conda, by pip")
            << facts
            << u"/env/bin/python -I -m pip uninstall --yes --no-input --disable-pip-version-check napari-telemetry"_s
            << true;
        facts.consentByConda = true;
        QTest::newRow("conda") << facts << u"conda remove --prefix /env napari-telemetry"_s << false;
    }
    void removingUninstallsThePackageAlone()
    {
        QFETCH(InstallFacts, facts);
        QFETCH(QString, command);
        QFETCH(bool, fromHere);
        const InstallPlan plan(facts, Action::Remove, u"1"_s);
        QCOMPARE(plan.commandLine(), command);
        QCOMPARE(plan.obstacle().isEmpty(), fromHere);
        QVERIFY(!plan.throughQueue());
    }
    void theQueueIsTakenWhenItIsThere()
    {
        InstallFacts facts = plain();
        facts.hasQueue = true;
        QVERIFY(InstallPlan(facts, Action::Install, u"1"_s).throughQueue());
    }
    void theCommandCanBePastedIntoAShell()
    {
        InstallFacts facts = plain();
        facts.python = u"/home/it's me/$env/python"_s;
        QVERIFY(InstallPlan(facts, Action::Install, u"1"_s)
                    .commandLine()
                    .startsWith("'/home/it'\\''s me/$env/python' -I"_L1));
    }
};

QTEST_GUILESS_MAIN(TestInstallPlan)
#include "tst_installplan.moc"
