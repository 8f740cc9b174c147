#include "host/settings/disk/settingsfile.h"

#include "host/settings/hostsettings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSettingsFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;

    QString write(const QString &name, const QByteArray &toml)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(toml) != toml.size())
            qFatal("no file");
        return file.fileName();
    }
    Result<QStringList> arguments(const QStringList &given, const QString &usual = u"/nowhere/settings.toml"_s)
    {
        return argumentsWithSettings(u"napari-telemetry-collector"_s, QStringList{u"p"_s} + given, m_environment,
                                     usual);
    }

private Q_SLOTS:
    void init() { m_environment = {}; }
    void withoutAFileThereAreTheArguments()
    {
        QCOMPARE(arguments({u"--database"_s, u"/x"_s}).value(), (QStringList{u"p"_s, u"--database"_s, u"/x"_s}));
    }
    void theNearerFileCounts()
    {
        const QString usual = write(u"usual.toml"_s, "raw = \"/usual\"");
        const QString named = write(u"named.toml"_s, "raw = \"/named\"");
        const QString flagged = write(u"flagged.toml"_s, "raw = \"/flagged\"");
        const auto database = [&](const QStringList &given) { return arguments(given, usual).value().last(); };
        QCOMPARE(database({}), u"/usual"_s);
        m_environment.insert(settingsVariable(), named);
        QCOMPARE(database({}), u"/named"_s);
        QCOMPARE(database({u"--settings"_s, flagged}), u"/flagged"_s);
        QCOMPARE(arguments({u"--settings="_s + flagged, u"--help"_s}).value(),
                 (QStringList{u"p"_s, u"--help"_s, u"--database"_s, u"/flagged"_s}));
    }
    void theExampleNamesEverySetting()
    {
        const auto read =
            arguments({u"--settings"_s, qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/deploy/settings.toml"_s});
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail));
        QFile file(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/deploy/settings.toml"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        // What has no usual value is in a comment.
        const QString text = QString::fromUtf8(file.readAll());
        static const QRegularExpression comment(u"^# (?=\\w+ = )"_s, QRegularExpression::MultilineOption);
        const auto values = readHostSettings(QString(text).remove(comment).toUtf8(), u"s"_s);
        QVERIFY(values.ok());
        for (const HostSetting &setting : hostSettings())
            QCOMPARE(values.value().value(setting.key), setting.example);
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<QString>("error");
        QTest::newRow("no such file") << QStringList{u"--settings"_s, u"/nowhere"_s} << u"there is no settings file"_s;
        QTest::newRow("no file") << QStringList{u"--settings"_s} << u"--settings takes a file"_s;
        QTest::newRow("a folder") << QStringList{u"--settings"_s, m_folder.path()} << u"the settings in "_s;
        QTest::newRow("broken") << QStringList{u"--settings"_s, write(u"broken.toml"_s, "x = 1")}
                                << m_folder.filePath(u"broken.toml"_s) + u", line 1: there is no setting \"x\""_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QStringList, given);
        QFETCH(QString, error);
        const auto read = arguments(given);
        QVERIFY(!read.ok());
        QVERIFY2(read.error().detail.startsWith(error), qPrintable(read.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestSettingsFile)
#include "tst_settingsfile.moc"
