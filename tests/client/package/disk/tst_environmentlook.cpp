#include "client/package/disk/environmentlook.h"

#include "support/person.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEnvironmentLook : public QObject
{
    Q_OBJECT
private:
    TestSupport::Person m_person;

private Q_SLOTS:
    void asksPythonAndTheDisk()
    {
        EnvironmentLook look(m_person.host());
        const QString prefix = m_person.path(u"env"_s);
        QVERIFY(QDir().mkpath(prefix + "/conda-meta"_L1));
        bool taken = false;
        connect(&look, &EnvironmentLook::wanted, &look,
                [&] { taken = look.take(uR"({"prefix":"%1","bundled":true,"pip":true,"queue":true})"_s.arg(prefix)); });
        const InstallFacts facts = look.look();
        QVERIFY(taken);
        QCOMPARE(facts.python, m_person.host().python);
        QCOMPARE(facts.siteFolder, QFileInfo(m_person.host().packageFolder).path());
        QCOMPARE(facts.prefix, prefix);
        QVERIFY(facts.bundled && facts.hasPip && facts.hasQueue && facts.conda);
    }
    void looksAnewEachTime()
    {
        EnvironmentLook look(m_person.host());
        bool first = true;
        connect(&look, &EnvironmentLook::wanted, &look, [&] {
            if (first)
                QVERIFY(look.take(uR"({"prefix":"/env","bundled":false,"pip":true,"queue":true})"_s));
        });
        QVERIFY(look.look().hasPip);
        first = false;
        const InstallFacts facts = look.look();
        QVERIFY(!facts.hasPip && !facts.hasQueue);
        QVERIFY(facts.prefix.isEmpty());
    }
    void whatCanNotBeReadIsNoPip()
    {
        EnvironmentLook look(m_person.host());
        connect(&look, &EnvironmentLook::wanted, &look, [&] { QVERIFY(!look.take(u"["_s)); });
        QVERIFY(!look.look().hasPip);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentLook)
#include "tst_environmentlook.moc"
