#include "client/sources/hostsource.h"

#include "support/dictionary.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const TopicDefinition &topic(QStringView name)
{
    return *TestSupport::dictionary().topic(name);
}

/// What the topic says of this computer; valid.
QJsonObject valueOf(const HostFacts &facts, QStringView name)
{
    const auto value = hostValue(facts, TestSupport::publicStrings(), topic(name));
    return value && !topic(name).schema.validate(*value) ? *value : QJsonObject();
}

HostFacts usual()
{
    return {u"0.9.2"_s, u"3.12.4"_s, u"debian"_s, u"12"_s, u"x86_64"_s, u"linux"_s};
}

} // namespace

class TestHostSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aUsualComputerIsTheExampleOfTheDictionary()
    {
        for (const TopicDefinition *each : TestSupport::dictionary().topicsOfLevel(Level::Basic))
            QCOMPARE(hostValue(usual(), TestSupport::publicStrings(), *each), std::optional(each->example));
    }
    void topicsAboutOtherThingsHaveNoValue()
    {
        for (const Level level : {Level::Middle, Level::Full}) {
            for (const TopicDefinition *each : TestSupport::dictionary().topicsOfLevel(level))
                QVERIFY(!hostValue(usual(), TestSupport::publicStrings(), *each));
        }
    }
    void napariVersion_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("reported");
        QTest::newRow("release") << u"0.9.2"_s << u"0.9.2"_s;
        QTest::newRow("post release") << u"0.9.2.post1"_s << u"0.9.2.post1"_s;
        QTest::newRow("long after the list") << u"3.1.4"_s << u"3.1.4"_s;
        QTest::newRow("release candidate") << u"0.9.2rc1"_s << u"dev"_s;
        QTest::newRow("alpha") << u"0.9.2a1"_s << u"dev"_s;
        QTest::newRow("development") << u"0.9.3.dev7"_s << u"dev"_s;
        QTest::newRow("local") << u"0.9.2+mylab.secret"_s << u"dev"_s;
        QTest::newRow("development with commit") << u"0.9.3a2.dev7+g0123abc"_s << u"dev"_s;
        QTest::newRow("line break") << u"0.9.2\n"_s << u"dev"_s;
        QTest::newRow("nothing") << QString() << u"dev"_s;
        QTest::newRow("a path") << u"/home/ada/napari"_s << u"dev"_s;
    }
    void napariVersion()
    {
        QFETCH(QString, version);
        HostFacts facts = usual();
        facts.napariVersion = version;
        const QJsonObject value = valueOf(facts, u"napari");
        QTEST(value["napari_version"_L1].toString(), "reported");
    }
    void pythonVersion_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("reported");
        QTest::newRow("release") << u"3.12.4"_s << u"3.12"_s;
        QTest::newRow("two parts") << u"3.14"_s << u"3.14"_s;
        QTest::newRow("candidate") << u"3.13.0rc1"_s << u"3.13"_s;
        QTest::newRow("distribution's build") << u"3.12.4+"_s << u"3.12"_s;
        QTest::newRow("unreadable") << u"PyPy"_s << u"3.0"_s;
        QTest::newRow("nothing") << QString() << u"3.0"_s;
    }
    void pythonVersion()
    {
        QFETCH(QString, version);
        HostFacts facts = usual();
        facts.pythonVersion = version;
        const QJsonObject value = valueOf(facts, u"python");
        QTEST(value["python_version"_L1].toString(), "reported");
    }
    void system_data()
    {
        QTest::addColumn<QString>("kernel");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("os");
        QTest::addColumn<QString>("reported");
        QTest::newRow("debian") << u"linux"_s << u"debian"_s << u"12"_s << u"linux"_s << u"debian 12"_s;
        QTest::newRow("ubuntu") << u"linux"_s << u"ubuntu"_s << u"24.04"_s << u"linux"_s << u"ubuntu 24.04"_s;
        QTest::newRow("arch") << u"linux"_s << u"arch"_s << u"unknown"_s << u"linux"_s << u"arch"_s;
        QTest::newRow("rolling") << u"linux"_s << u"opensuse-tumbleweed"_s << u"20261101"_s << u"linux"_s
                                 << u"opensuse-tumbleweed"_s;
        QTest::newRow("macOS") << u"darwin"_s << u"macos"_s << u"15.1"_s << u"macos"_s << u"macos 15.1"_s;
        QTest::newRow("Windows") << u"winnt"_s << u"windows"_s << u"11"_s << u"windows"_s << u"windows 11"_s;
        QTest::newRow("Windows Server") << u"winnt"_s << u"windows"_s << u"Server 2022"_s << u"windows"_s
                                        << u"windows"_s;
        QTest::newRow("an institute's own") << u"linux"_s << u"mylab-linux"_s << u"1"_s << u"linux"_s << u"other"_s;
        QTest::newRow("unknown") << u"linux"_s << u"unknown"_s << u"unknown"_s << u"linux"_s << u"other"_s;
        QTest::newRow("a release that came after the list")
            << u"linux"_s << u"debian"_s << u"14"_s << u"linux"_s << u"debian 14"_s;
        QTest::newRow("an institute's own numbers")
            << u"linux"_s << u"debian"_s << u"77.7"_s << u"linux"_s << u"debian"_s;
        QTest::newRow("a system whose releases are not listed")
            << u"linux"_s << u"zorin"_s << u"17"_s << u"linux"_s << u"zorin"_s;
        QTest::newRow("BSD") << u"freebsd"_s << u"freebsd"_s << u"14.1"_s << u"other"_s << u"other"_s;
    }
    void system()
    {
        QFETCH(QString, kernel);
        QFETCH(QString, type);
        QFETCH(QString, version);
        HostFacts facts = usual();
        facts.kernelType = kernel;
        facts.productType = type;
        facts.productVersion = version;
        const QJsonObject value = valueOf(facts, u"system");
        QTEST(value["os"_L1].toString(), "os");
        QTEST(value["os_version"_L1].toString(), "reported");
    }
    void processor_data()
    {
        QTest::addColumn<QString>("architecture");
        QTest::addColumn<QString>("reported");
        QTest::newRow("x86_64") << u"x86_64"_s << u"x86_64"_s;
        QTest::newRow("amd64") << u"AMD64"_s << u"x86_64"_s;
        QTest::newRow("arm64") << u"arm64"_s << u"arm64"_s;
        QTest::newRow("aarch64") << u"aarch64"_s << u"arm64"_s;
        QTest::newRow("i686") << u"i686"_s << u"i386"_s;
        QTest::newRow("riscv64") << u"riscv64"_s << u"other"_s;
        QTest::newRow("nothing") << QString() << u"other"_s;
    }
    void processor()
    {
        QFETCH(QString, architecture);
        HostFacts facts = usual();
        facts.cpuArchitecture = architecture;
        const QJsonObject value = valueOf(facts, u"architecture");
        QTEST(value["cpu_architecture"_L1].toString(), "reported");
    }
    void thisComputerIsValid()
    {
        const HostFacts facts = HostFacts::ofThisComputer(u"0.9.2"_s, u"3.12.4"_s);
        QVERIFY(!facts.kernelType.isEmpty());
        for (const TopicDefinition *each : TestSupport::dictionary().topicsOfLevel(Level::Basic))
            QVERIFY(!each->schema.validate(*hostValue(facts, TestSupport::publicStrings(), *each)));
    }
};

QTEST_GUILESS_MAIN(TestHostSource)
#include "tst_hostsource.moc"
