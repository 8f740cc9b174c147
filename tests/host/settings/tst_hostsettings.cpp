#include "host/settings/hostsettings.h"

#include "contract/limits.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestHostSettings : public QObject
{
    Q_OBJECT

    const QString m_collector = u"napari-telemetry-collector"_s;
    const QString m_aggregate = u"napari-telemetry-aggregate"_s;

    static QProcessEnvironment with(const QString &variable, const QString &value)
    {
        QProcessEnvironment environment;
        environment.insert(variable, value);
        return environment;
    }

private Q_SLOTS:
    void readsEveryKey()
    {
        QByteArray toml;
        for (const HostSetting &setting : hostSettings()) {
            const QByteArray quote = setting.isSwitch ? ""_ba : "\""_ba;
            toml += setting.key.toUtf8() + " = " + quote + setting.example.toUtf8() + quote + " # "
                    + setting.what.toUtf8() + '\n';
            QVERIFY(!setting.optionOf.isEmpty());
        }
        const auto read = readHostSettings(toml, u"s"_s);
        QVERIFY(read.ok());
        for (const HostSetting &setting : hostSettings())
            QCOMPARE(read.value().value(setting.key), setting.example);
        QVERIFY(readHostSettings("", u"s"_s).value().isEmpty());
    }
    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QByteArray>("toml");
        QTest::addColumn<QString>("error");
        QTest::newRow("not TOML") << "raw = \"/a\"\n= 3\n"_ba << u"settings.toml, line 2: "_s;
        QTest::newRow("unknown")
            << "raw = \"/a\"\n\nadress = \"x\"\n"_ba
            << u"settings.toml, line 3: there is no setting \"adress\"; there are raw, listen, listen_beyond_this_computer, operator_listen, public_list, log, aggregates, public, site, site_files, site_address, contact, public_copy, signing_keys, backups, publish_automatically"_s;
        QTest::newRow("a section") << "[collector]\nlisten = \"x\"\n"_ba
                                   << u"settings.toml, line 1: there is no setting \"collector\""_s;
        QTest::newRow("a number") << "listen = 8417\n"_ba
                                  << u"settings.toml, line 1: \"listen\" takes a text in quotation marks"_s;
        QTest::newRow("a switch as a text")
            << "listen_beyond_this_computer = \"true\"\n"_ba
            << u"settings.toml, line 1: \"listen_beyond_this_computer\" takes true or false"_s;
        QTest::newRow("a text as a switch")
            << "listen = true\n"_ba << u"settings.toml, line 1: \"listen\" takes a text"_s;
        QTest::newRow("empty") << "raw = \"\"\n"_ba << u"settings.toml, line 1: \"raw\" takes a text"_s;
        QTest::newRow("twice") << "raw = \"/a\"\nraw = \"/b\"\n"_ba << u"settings.toml, line 2: "_s;
        QTest::newRow("not UTF-8") << "raw = \"\xff\"\n"_ba << u"settings.toml, line 1: "_s;
        QTest::newRow("too large") << QByteArray(Limits::hostSettingsBytes + 1, '#') << u"settings.toml: more than"_s;
    }
    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QByteArray, toml);
        QFETCH(QString, error);
        const auto read = readHostSettings(toml, u"settings.toml"_s);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().detail.startsWith(error), qPrintable(read.error().detail));
        QVERIFY(!read.error().detail.contains(u'\n'));
    }
    void flagsGoOverVariablesAndThoseOverTheFile()
    {
        const QMap<QString, QString> file{{u"raw"_s, u"/file"_s}, {u"listen"_s, u"127.0.0.1:1"_s}};
        const auto environment = with(u"NAPARI_TELEMETRY_HOST_LISTEN"_s, u"127.0.0.1:2"_s);
        QCOMPARE(withSettings(m_collector, {u"p"_s}, file, environment).value(),
                 (QStringList{u"p"_s, u"--database"_s, u"/file"_s, u"--listen"_s, u"127.0.0.1:2"_s}));
        QCOMPARE(withSettings(m_collector, {u"p"_s, u"--listen=x"_s, u"--database"_s, u"/flag"_s}, file, environment)
                     .value(),
                 (QStringList{u"p"_s, u"--listen=x"_s, u"--database"_s, u"/flag"_s}));
        QCOMPARE(withSettings(m_aggregate, {u"p"_s, u"run"_s}, file, environment).value(),
                 (QStringList{u"p"_s, u"run"_s, u"--raw"_s, u"/file"_s}));
        QCOMPARE(withSettings(u"another"_s, {u"p"_s}, file, environment).value(), QStringList{u"p"_s});
    }
    void aVariableThatIsNoSettingIsAnError()
    {
        const auto read = withSettings(m_collector, {}, {}, with(u"NAPARI_TELEMETRY_HOST_DATABSE"_s, u"/x"_s));
        QVERIFY(!read.ok());
        QVERIFY(read.error().detail.contains(u"NAPARI_TELEMETRY_HOST_DATABSE"_s));
        QVERIFY(withSettings(m_collector, {}, {}, with(u"NAPARI_TELEMETRY"_s, u"none"_s)).ok()); // the client's
        QVERIFY(withSettings(m_collector, {}, {}, with(settingsVariable(), u"/x"_s)).ok());
    }
    void helpNamesWhatTheProgramTakes()
    {
        QVERIFY(settingsHelp(m_collector).contains(u"listen = "_s));
        QVERIFY(!settingsHelp(m_collector).contains(u"aggregates = "_s));
        QVERIFY(settingsHelp(m_aggregate).contains(u"NAPARI_TELEMETRY_HOST_AGGREGATES"_s));
    }
};

QTEST_GUILESS_MAIN(TestHostSettings)
#include "tst_hostsettings.moc"
