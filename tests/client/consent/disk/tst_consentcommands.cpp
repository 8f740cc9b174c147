#include "client/consent/disk/consentcommands.h"

#include "client/consent/clientfiles.h"
#include "client/consent/disk/consentstore.h"
#include "support/dictionary.h"
#include "support/person.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestConsentCommands : public QObject
{
    Q_OBJECT
private:
    static QString decider(const QJsonObject &status)
    {
        QStringList deciders;
        for (const QJsonValue &source : status["sources"_L1].toArray()) {
            if (source["decides"_L1].toBool())
                deciders.append(source["source"_L1].toString());
        }
        return deciders.join(u' ');
    }

private Q_SLOTS:
    void saysWhatDecides_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("decider");
        QTest::addColumn<QString>("level");
        QTest::newRow("nothing else") << QByteArray() << QByteArray() << u"record"_s << u"full"_s;
        QTest::newRow("a cap") << "NAPARI_TELEMETRY"_ba
                               << "basic"_ba << u"NAPARI_TELEMETRY"_s << u"basic"_s;
        QTest::newRow("do not track") << "DO_NOT_TRACK"_ba
                                      << "1"_ba << u"DO_NOT_TRACK"_s << u"none"_s;
        QTest::newRow("CI") << "CI"_ba
                            << "true"_ba << u"session"_s << u"none"_s;
    }
    void saysWhatDecides()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QByteArray, value);
        const TestSupport::Person person;
        ConsentStore store(person.host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Full, std::nullopt, std::nullopt}, "hash"));
        if (!variable.isEmpty())
            qputenv(variable.constData(), value);
        const QJsonObject status = ConsentCommands(person.host(), TestSupport::dictionary()).status({});
        if (!variable.isEmpty())
            qunsetenv(variable.constData());
        QTEST(decider(status), "decider");
        QTEST(status["level"_L1].toString(), "level");
        QCOMPARE(status["answers"_L1].toArray().size(), 1);
        QCOMPARE(status["sources"_L1].toArray().size(), 7);
    }
    void everyReasonThatHoldsIsNamed()
    {
        const TestSupport::Person person;
        qputenv("CI", "true");
        const QJsonObject status =
            ConsentCommands(person.host(), TestSupport::dictionary()).status({.pytest = true, .disabled = true});
        qunsetenv("CI");
        QCOMPARE(decider(status), u"session"_s);
        QCOMPARE(status["level"_L1].toString(), u"none"_s);
        QVERIFY(!status["will_ask"_L1].toBool());
        const QJsonObject session = status["sources"_L1].toArray()[3].toObject();
        QCOMPARE(session["where"_L1].toString(), u"pytest, CI, napari"_s);
        for (const auto &words : {"pytest is loaded"_L1, "CI is set"_L1, "plugin manager"_L1})
            QVERIFY2(session["says"_L1].toString().contains(words), words.data());
    }
    void whatOnlyARunningNapariKnowsIsListed()
    {
        const TestSupport::Person person;
        const QJsonObject status = ConsentCommands(person.host(), TestSupport::dictionary()).status({});
        QString said;
        for (const QJsonValue &one : status["only_napari_knows"_L1].toArray())
            said += one.toString();
        for (const auto &words : {"visible"_L1, "another program"_L1, "pytest"_L1, "disabled"_L1, "screen"_L1})
            QVERIFY2(said.contains(words), words.data());
    }
    void lookingWritesNothing()
    {
        const TestSupport::Person person;
        const QJsonObject status = ConsentCommands(person.host(), TestSupport::dictionary()).status({});
        QVERIFY(status["will_ask"_L1].toBool());
        QVERIFY(!QFile::exists(person.path(u"config"_s)));
    }
    void revokingIsANoWithItsHistoryAndCanBeRepeated()
    {
        const TestSupport::Person person;
        ConsentStore store(person.host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Full, std::nullopt, std::nullopt}, "hash"));
        for (int i = 0; i < 2; ++i)
            QVERIFY(ConsentCommands(person.host(), TestSupport::dictionary()).revoke()["saved"_L1].toBool());
        QVERIFY(store.reread());
        QCOMPARE(store.effective().level, Level::None);
        QCOMPARE(store.record()->earlier.first().level, Level::Full);
    }
    void aNoThatCanNotBeSavedIsSaid()
    {
        TestSupport::Person person;
        for (const QString &folder : {u"config"_s, u"data"_s}) {
            QFile inTheWay(person.path(folder));
            QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        }
        const QJsonObject answer = ConsentCommands(person.host(), TestSupport::dictionary()).revoke();
        QVERIFY(!answer["saved"_L1].toBool());
        QVERIFY(!answer["message"_L1].toString().isEmpty());
    }
    void checksAPolicyFile_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("maximum");
        QTest::newRow("cap") << R"({"schema":1,"maximum_level":"basic"})"_ba << true << u"basic"_s;
        QTest::newRow("off") << R"({"schema":1,"maximum_level":"none"})"_ba << true << u"none"_s;
        QTest::newRow("facts") << R"({"schema":1,"shared_home":true,"keeps_home":true})"_ba << true << u"full"_s;
        QTest::newRow("a fact that is none") << R"({"schema":1,"keeps_home":"yes"})"_ba << false << QString();
        QTest::newRow("unknown level") << R"({"schema":1,"maximum_level":"all"})"_ba << false << QString();
        QTest::newRow("damaged") << "[]"_ba << false << QString();
        QTest::newRow("missing") << QByteArray() << false << QString();
    }
    void checksAPolicyFile()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, valid);
        const TestSupport::Person person;
        const QString path = person.path(u"policy.json"_s);
        if (!json.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
        }
        const QJsonObject answer = ConsentCommands::checkPolicy(path);
        QCOMPARE(answer["valid"_L1].toBool(), valid);
        QTEST(answer["maximum_level"_L1].toString(), "maximum");
        QVERIFY(!answer["message"_L1].toString().isEmpty());
    }
    void aNoThatIsKeptElsewhereSaysWhere()
    {
        TestSupport::Person person;
        QFile inTheWay(person.path(u"config"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const QJsonObject answer = ConsentCommands(person.host(), TestSupport::dictionary()).revoke();
        QVERIFY(answer["saved"_L1].toBool());
        QVERIFY(answer["file"_L1].toString().startsWith(person.host().dataFolder));
        QVERIFY(!answer["events"_L1].toBool());
    }
    void saysWhetherEventsAreThereAndWhyTheyStay()
    {
        const TestSupport::Person person;
        QFile spool(ClientFiles(person.host()).spool());
        QVERIFY(QDir().mkpath(QFileInfo(spool).path()) && spool.open(QIODevice::WriteOnly));
        QVERIFY(ConsentCommands(person.host(), TestSupport::dictionary()).revoke()["events"_L1].toBool());
        QVERIFY(ConsentCommands::notDeleted(u"a reason"_s)["message"_L1].toString().contains("a reason"_L1));
    }
    void saysWhatEachFactMeans()
    {
        const TestSupport::Person person;
        const QString path = person.path(u"policy.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"schema":1,"maximum_level":"basic","shared_home":true,"keeps_home":true})");
        file.close();
        const QJsonObject answer = ConsentCommands::checkPolicy(path);
        QVERIFY(answer["shared_home"_L1].toBool() && answer["keeps_home"_L1].toBool());
        QCOMPARE(answer["message"_L1].toString(),
                 u"Telemetry can be at most “Basic”, if the user agrees. A person with one home folder on many "
                 u"computers counts once. Home folders in containers count as kept, so napari may ask there, too."_s);
    }
};

QTEST_GUILESS_MAIN(TestConsentCommands)
#include "tst_consentcommands.moc"
