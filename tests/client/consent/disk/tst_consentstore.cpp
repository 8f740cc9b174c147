#include "client/consent/disk/consentstore.h"

#include "support/dictionary.h"
#include "support/ordinaryuser.h"
#include "support/person.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestConsentStore : public QObject
{
    Q_OBJECT
private:
    TestSupport::Person m_person;

    /// Files of root's that everybody can read, in folders that everybody can enter.
    static void readableForAll(const TestSupport::Person &person)
    {
        QDirIterator all(person.path({}), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        QStringList paths{person.path({})};
        while (all.hasNext())
            paths.append(all.next());
        for (const QString &path : std::as_const(paths))
            QVERIFY(QFile::setPermissions(
                path, QFile::permissions(path)
                          | (QFileInfo(path).isDir() ? TestSupport::enteredByAll : TestSupport::readByAll)));
    }

private Q_SLOTS:
    void remembersWhatWasAnswered()
    {
        ConsentStore store(m_person.host(u"a_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.effective().ask);
        QVERIFY(!store.record() && !store.mayHaveRecorded());
        QVERIFY(store.choose({Level::Basic, 30, std::nullopt}, "hash"));
        QCOMPARE(store.effective().level, Level::Basic);
        QVERIFY(!store.effective().ask);
        QVERIFY(store.effective().changesAt > QDateTime::currentDateTimeUtc().addDays(29));
        QVERIFY(store.choose({Level::Full, std::nullopt, std::nullopt}, "hash")); // keeps the limit
        QVERIFY(store.record()->answer.expires.has_value());
        QVERIFY(store.choose({Level::Full, 0, std::nullopt}, "hash"));
        QVERIFY(!store.record()->answer.expires);
        QVERIFY(store.choose({Level::None, std::nullopt, std::nullopt}, "hash"));
        QCOMPARE(store.record()->earlier.size(), 3);
        QVERIFY(store.mayHaveRecorded());
    }
    void pausesAndResumes_data()
    {
        QTest::addColumn<PauseLength>("length");
        QTest::newRow("hour") << PauseLength::Hour;
        QTest::newRow("today") << PauseLength::Today;
        QTest::newRow("until resumed") << PauseLength::UntilResumed;
    }
    void pausesAndResumes()
    {
        QFETCH(PauseLength, length);
        ConsentStore store(m_person.host(u"b_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Middle, 0, std::nullopt}, "hash"));
        const auto before = store.record();
        QVERIFY(store.pause(length));
        QCOMPARE(store.effective().level, Level::None);
        QCOMPARE(store.effective().cause, EffectiveLevel::Cause::Paused);
        const auto end = store.effective().changesAt;
        const QDateTime now = QDateTime::currentDateTime();
        QCOMPARE(end.has_value(), length != PauseLength::UntilResumed);
        if (length == PauseLength::Hour)
            QVERIFY(end > now.addSecs(3590) && end <= now.addSecs(3600));
        if (length == PauseLength::Today)
            QCOMPARE(end->toLocalTime().time(), QTime(0, 0));
        QVERIFY(store.resume());
        QCOMPARE(store.effective().level, Level::Middle);
        QCOMPARE(store.record(), before);
    }
    void nobodyPausesWhatWasNeverAgreed()
    {
        ConsentStore store(m_person.host(u"c_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(!store.pause(PauseLength::Hour) && !store.resume());
        QVERIFY(!QFile::exists(store.path()));
    }
    void noticesWhatAnotherProcessAnswers()
    {
        ConsentStore here(m_person.host(u"d_01"_s), TestSupport::dictionary(), TestSupport::screen);
        here.watch();
        QSignalSpy changed(&here, &ConsentStore::changed);
        ConsentStore there(m_person.host(u"d_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(there.choose({Level::Full, 0, std::nullopt}, "hash"));
        QVERIFY(changed.wait(1000)); // the promise is one second
        QCOMPARE(here.effective().level, Level::Full);
        changed.clear();
        QVERIFY(there.choose({Level::None, 0, std::nullopt}, "hash"));
        QVERIFY(changed.wait(1000));
        QCOMPARE(here.effective().level, Level::None);
    }
    void anEndInTimeIsNoticed()
    {
        ConsentStore store(m_person.host(u"e_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Full, 0, std::nullopt}, "hash"));
        ConsentRecord record = *store.record();
        record.answer.expires = QDateTime::currentDateTimeUtc().addSecs(2);
        QVERIFY(store.restore(record));
        QCOMPARE(store.effective().level, Level::Full);
        QSignalSpy changed(&store, &ConsentStore::changed);
        QVERIFY(changed.wait());
        QCOMPARE(store.effective().cause, EffectiveLevel::Cause::Expired);
    }
    void aFolderThatVanishesIsNoAnswerAndANewOneIsNoticed()
    {
        const TestSupport::Person person;
        ConsentStore here(person.host(), TestSupport::dictionary(), TestSupport::screen);
        here.watch();
        QVERIFY(here.choose({Level::Full, 0, std::nullopt}, "hash"));
        QVERIFY(QDir(person.path(u"config"_s)).removeRecursively());
        QTRY_COMPARE_WITH_TIMEOUT(here.effective().level, Level::None, 1000);
        QVERIFY(!here.record());
        ConsentStore there(person.host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(there.choose({Level::Basic, 0, std::nullopt}, "hash"));
        QTRY_COMPARE_WITH_TIMEOUT(here.effective().level, Level::Basic, 1000);
    }
    void neverAskHoldsInEveryEnvironmentAndCanBeTakenBack()
    {
        TestSupport::Person person;
        ConsentStore here(person.host(u"f_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(here.choose({Level::None, 0, true}, "hash"));
        ConsentStore elsewhere(person.host(u"g_01"_s), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(!elsewhere.effective().ask);
        QVERIFY(elsewhere.neverAsk());
        QVERIFY(elsewhere.setNeverAsk(false));
        QVERIFY(elsewhere.effective().ask);
    }
    void aChoiceRepairsADamagedUserFile()
    {
        TestSupport::Person person;
        ConsentStore store(person.host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Basic, 0, false}, "hash"));
        QVERIFY(!QFile::exists(person.path(u"config/telemetry-user.json"_s))); // nothing to say in it
        QFile file(person.path(u"config/telemetry-user.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{broken");
        file.close();
        QVERIFY(store.reread());
        QCOMPARE(store.effective().level, Level::None);
        QVERIFY(store.choose({Level::Basic, std::nullopt, std::nullopt}, "hash"));
        QCOMPARE(store.effective().level, Level::Basic);
        QVERIFY(QFile::exists(file.fileName() + u".damaged"_s));
    }
    /// Whoever comes meets a settings folder that can't be written, and nothing else that can't.
    void aNoHoldsWhereTheRecordCantBeReplaced_data()
    {
        QTest::addColumn<bool>("data");
        QTest::newRow("but the data folder can be written") << true;
        QTest::newRow("nor the data folder written") << false;
    }
    void aNoHoldsWhereTheRecordCantBeReplaced()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(bool, data);
        const TestSupport::Person person;
        const Host host = person.host();
        {
            ConsentStore store(host, TestSupport::dictionary(), TestSupport::screen);
            QVERIFY(store.choose({Level::Full, 0, std::nullopt}, "hash"));
        }
        QVERIFY(QDir().mkpath(host.dataFolder));
        QVERIFY(QDir().mkpath(person.path(u"nothing"_s)));
        readableForAll(person);
        const TestSupport::OrdinaryUser user(data ? host.dataFolder : person.path(u"nothing"_s));
        ConsentStore store(host, TestSupport::dictionary(), TestSupport::screen);
        QCOMPARE(store.effective().level, Level::Full);
        QCOMPARE(store.choose({Level::None, std::nullopt, std::nullopt}, "hash").ok(), data);
        QCOMPARE(store.effective().level, data ? Level::None : Level::Full);
        ConsentStore next(host, TestSupport::dictionary(), TestSupport::screen);
        QCOMPARE(next.effective().level, data ? Level::None : Level::Full);
        QVERIFY(!next.effective().ask);
    }
    void whatAsksForLessAndCantBeSavedIsNone_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a lower level") << 0;
        QTest::newRow("an end in time") << 1;
        QTest::newRow("a pause") << 2;
    }
    void whatAsksForLessAndCantBeSavedIsNone()
    {
        if (!TestSupport::OrdinaryUser::isPossible())
            QSKIP("needs root");
        QFETCH(int, what);
        const TestSupport::Person person;
        const Host host = person.host();
        {
            ConsentStore store(host, TestSupport::dictionary(), TestSupport::screen);
            QVERIFY(store.choose({Level::Middle, 0, std::nullopt}, "hash"));
        }
        QVERIFY(QDir().mkpath(host.dataFolder));
        readableForAll(person);
        const TestSupport::OrdinaryUser user(host.dataFolder);
        ConsentStore store(host, TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(!store.choose({Level::Full, 0, std::nullopt}, "hash")); // more: yesterday's answer stays
        QCOMPARE(store.effective().level, Level::Middle);
        const auto done = what == 0   ? store.choose({Level::Basic, 0, std::nullopt}, "hash")
                          : what == 1 ? store.choose({Level::Middle, 30, std::nullopt}, "hash")
                                      : store.pause(PauseLength::Hour);
        QVERIFY(!done); // it is not what was asked for
        QCOMPARE(store.effective().level, Level::None);
        ConsentStore next(host, TestSupport::dictionary(), TestSupport::screen);
        QCOMPARE(next.effective().level, Level::None);
        QVERIFY(next.effective().reason.contains("could not be saved"_L1));
    }
    void aNoIsNotKeptBackForTheChoiceForAllEnvironments()
    {
        const TestSupport::Person person;
        ConsentStore store(person.host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Full, 0, std::nullopt}, "hash"));
        QVERIFY(QDir().mkpath(person.path(u"config/telemetry-user.json"_s))); // a folder in the way
        QVERIFY(!store.choose({Level::None, 0, true}, "hash"));
        QCOMPARE(store.record()->answer.level, Level::None);
    }
    void whatIsPutBackRemembersWhatWasAnsweredSince()
    {
        const TestSupport::Person person;
        ConsentStore store(person.host(), TestSupport::dictionary(), TestSupport::screen);
        QVERIFY(store.choose({Level::Basic, 0, std::nullopt}, "hash"));
        const auto before = *store.record();
        QVERIFY(store.choose({Level::Middle, 0, std::nullopt}, "hash"));
        QVERIFY(store.restore(before));
        QCOMPARE(store.record()->answer, before.answer);
        QCOMPARE(store.record()->earlier.size(), 2);
        QCOMPARE(store.effective().unbroken.size(), 3);
        const auto paused = [&] {
            return store.pause(PauseLength::UntilResumed).ok() ? *store.record() : ConsentRecord();
        }();
        QVERIFY(store.resume());
        QVERIFY(store.restore(paused)); // no answer was given since
        QCOMPARE(*store.record(), paused);
    }
};

QTEST_GUILESS_MAIN(TestConsentStore)
#include "tst_consentstore.moc"
