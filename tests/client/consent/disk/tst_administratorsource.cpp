#include "client/consent/disk/administratorsource.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAdministratorSource : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"policy.json"_s);
        QVERIFY(!AdministratorSource::fromFile(path).content);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema":1,"maximum_level":"middle"})");
        file.close();
        const auto found = AdministratorSource::fromFile(path);
        QCOMPARE(found.path, path);
        QCOMPARE(found.content->value().maximum, Level::Middle);
    }
    void thisSystemsPlaceIsTheOneThatTheDocumentsName()
    {
        QCOMPARE(AdministratorSource::ofThisSystem().path, u"/etc/napari/telemetry-policy.json"_s);
    }
    /// The native formats of macOS and Windows, through the format that every system has.
    void readsASystemsStore_data()
    {
        QTest::addColumn<QVariantHash>("settings");
        QTest::addColumn<bool>("found");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<int>("maximum");
        QTest::addColumn<bool>("mayAsk");
        const auto row = [](const char *name, const QVariantHash &settings, bool found, bool readable, Level maximum,
                            bool mayAsk) {
            QTest::newRow(name) << settings << found << readable << int(maximum) << mayAsk;
        };
        row("empty", {}, false, false, Level::Full, true);
        row("a cap", {{u"maximum_level"_s, u"basic"_s}}, true, true, Level::Basic, true);
        row("a number, as the registry has it", {{u"may_ask"_s, 0}}, true, true, Level::Full, false);
        row("a number for yes", {{u"may_ask"_s, 1}}, true, true, Level::Full, true);
        row("a truth value, as a plist has it", {{u"may_ask"_s, false}}, true, true, Level::Full, false);
        row("facts", {{u"shared_home"_s, 1}, {u"keeps_home"_s, u"true"_s}}, true, true, Level::Full, true);
        row("a fact that is neither", {{u"keeps_home"_s, 2}}, true, false, Level::Full, true);
        row("both", {{u"maximum_level"_s, u"none"_s}, {u"may_ask"_s, true}, {u"schema"_s, 1}}, true, true, Level::None,
            true);
        row("a number that is neither", {{u"may_ask"_s, 2}}, true, false, Level::Full, true);
        row("an unknown level", {{u"maximum_level"_s, u"all"_s}}, true, false, Level::Full, true);
        row("an unknown setting", {{u"force"_s, u"full"_s}}, true, false, Level::Full, true);
        row("a newer schema", {{u"schema"_s, 2}}, true, false, Level::Full, true);
    }
    void readsASystemsStore()
    {
        QFETCH(QVariantHash, settings);
        QFETCH(bool, found);
        QFETCH(bool, readable);
        QFETCH(int, maximum);
        QFETCH(bool, mayAsk);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.ini"_s);
        {
            QSettings store(path, QSettings::IniFormat);
            for (auto it = settings.begin(); it != settings.end(); ++it)
                store.setValue(it.key(), it.value());
        }
        const auto policy =
            AdministratorSource::fromSettings(QSettings(path, QSettings::IniFormat), u"HKLM\\policies"_s);
        QCOMPARE(policy.path, u"HKLM\\policies"_s);
        QCOMPARE(policy.content.has_value(), found);
        if (!found)
            return;
        QCOMPARE(policy.content->ok(), readable);
        if (!readable)
            return;
        QCOMPARE(int(policy.content->value().maximum), maximum);
        QCOMPARE(policy.content->value().mayAsk, mayAsk);
    }
    void aStoreThatCantBeReadIsAnError()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[\n=\n\x00\xff");
        file.close();
        const auto policy = AdministratorSource::fromSettings(QSettings(path, QSettings::IniFormat), u"a store"_s);
        QVERIFY(policy.content && !*policy.content);
    }
};

QTEST_GUILESS_MAIN(TestAdministratorSource)
#include "tst_administratorsource.moc"
