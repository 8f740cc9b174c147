#include "client/consent/disk/consentstore.h"

#include "support/dictionary.h"
#include "support/person.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestConsentStore : public QObject
{
    Q_OBJECT
private:
    TestSupport::Person m_person;

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
};

QTEST_GUILESS_MAIN(TestConsentStore)
#include "tst_consentstore.moc"
