#include "host/history/disk/keycommand.h"

#include "host/history/disk/historystore.h"
#include "host/history/disk/keyfile.h"
#include "host/history/historyverifier.h"
#include "support/histories.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::historyDayOf;
using TestSupport::keyNameOf;

class TestKeyCommand : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;

    QString keyFile(int key) const { return m_directory->filePath(u"key%1"_s.arg(key)); }
    CommandOutcome run(const QStringList &words, int day = 1) const
    {
        const auto command = readKeyOptions(
            QStringList{u"program"_s, u"key"_s} + words
            + (words.first() == u"new"_s ? QStringList()
                                         : QStringList{u"--aggregates"_s, m_directory->filePath(u"a.sqlite"_s)}));
        if (!command)
            qFatal("%s", qPrintable(command.error().detail));
        return runKey(*command.value().run, historyDayOf(day));
    }
    CommandOutcome add(int key, int signer, const QStringList &more = {}) const
    {
        return run(QStringList{u"add"_s, QString::fromLatin1(TestSupport::signingKeys(key).publicBytes.toBase64()),
                               u"--holder"_s, u"operator %1"_s.arg(key), u"--key"_s, keyFile(signer)}
                   + more);
    }
    HistoryReport verified() const
    {
        const auto store = HistoryStore::open(m_directory->path());
        TestSupport::Host host;
        (void)host.chain.takeAll(store.value()->chain().bytes()).ok();
        TestSupport::Folder files = host.published({});
        files[HistoryNames::head] = bytesOf(store.value()->head());
        TestSupport::FolderInMemory source(files);
        return HistoryVerifier(u"there"_s, source).verify();
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        for (int key = 0; key < 3; ++key)
            QVERIFY(writeKeyFile(keyFile(key), TestSupport::signingKeys(key)).ok());
    }
    void makesAKeyAndShowsWhatIsPublic()
    {
        const QString file = m_directory->filePath(u"new"_s);
        const CommandOutcome outcome = run({u"new"_s, file, u"--holder"_s, u"first operator"_s});
        QCOMPARE(int(outcome.exit), 0);
        const SigningKeys keys = readKeyFiles({file}).value().first();
        QVERIFY(outcome.text.contains(QString::fromLatin1(keys.publicBytes.toBase64())));
        QVERIFY(outcome.text.contains(QString::fromLatin1(keyName(keys.publicBytes))));
        QVERIFY(outcome.text.contains(u"first operator"_s));
        QVERIFY(!outcome.text.contains(QString::fromLatin1(keys.secret.toBase64().left(20))));
        QCOMPARE(int(run({u"new"_s, file, u"--holder"_s, u"another"_s}).exit), 1);
        QCOMPARE(readKeyFiles({file}).value().first().secret, keys.secret);
    }
    void aKeyIsHandedOn()
    {
        QVERIFY(run({u"list"_s}).text.contains(u"No key"_s));
        QCOMPARE(int(add(0, 0).exit), 0);
        QVERIFY(verified().isRight());
        const CommandOutcome added = add(1, 0);
        QCOMPARE(int(added.exit), 0);
        QVERIFY(verified().isRight());
        QCOMPARE(verified().signedBy.first().name, keyNameOf(0)); // the old one signs the new one in
        QCOMPARE(int(run({u"retire"_s, QString::fromLatin1(keyNameOf(0)), u"--key"_s, keyFile(0)}).exit), 0);
        QVERIFY(!verified().isRight()); // nobody who is left has signed that
        const CommandOutcome done = run({u"sign"_s, u"--key"_s, keyFile(1)});
        QVERIFY2(done.text.contains(u"0 more are needed"_s), qPrintable(done.text));
        QVERIFY(done.text.contains(u"retired 2026-12-02"_s));
        QVERIFY(verified().isRight());
    }
    void aKeyIsRevokedByAnother()
    {
        QCOMPARE(int(add(0, 0).exit), 0);
        QCOMPARE(int(add(1, 0).exit), 0);
        const CommandOutcome done = run({u"revoke"_s, QString::fromLatin1(keyNameOf(0)), u"--reason"_s,
                                         u"the laptop was stolen"_s, u"--key"_s, keyFile(1)});
        QCOMPARE(int(done.exit), 0);
        QVERIFY(done.text.contains(u"revoked 2026-12-02"_s));
        QVERIFY(verified().isRight());
        const CommandOutcome refused = run({u"sign"_s, u"--key"_s, keyFile(0)});
        QCOMPARE(int(refused.exit), 1);
        QVERIFY(refused.complaint.contains(u"revoked"_s));
        QCOMPARE(HistoryStore::open(m_directory->path()).value()->chain().entries().constLast().said.reason,
                 u"the laptop was stolen"_s);
    }
    void twoPersons()
    {
        QCOMPARE(int(add(0, 0).exit), 0);
        const CommandOutcome second = add(1, 0, {u"--threshold"_s, u"2"_s});
        QVERIFY2(second.text.contains(u"1 more are needed"_s), qPrintable(second.text));
        QVERIFY(!verified().isRight());
        QCOMPARE(int(run({u"sign"_s, u"--key"_s, keyFile(1)}).exit), 0);
        QVERIFY(verified().isRight());
        QCOMPARE(int(add(2, 0).exit), 1); // one alone enters nobody
        QCOMPARE(int(add(2, 0, {u"--key"_s, keyFile(1)}).exit), 0);
        QVERIFY(verified().isRight());
    }
    void theSecondPersonSignsElsewhere()
    {
        QCOMPARE(int(add(0, 0).exit), 0);
        QCOMPARE(int(add(1, 0, {u"--threshold"_s, u"2"_s}).exit), 0);
        const QTemporaryDir elsewhere;
        for (const QString &name : {QString(HistoryNames::history), QString(HistoryNames::head)})
            QVERIFY(QFile::copy(m_directory->filePath(name), elsewhere.filePath(name)));
        KeyOptions there;
        there.does = KeyOptions::Does::Sign;
        there.keyFiles = QStringList{keyFile(1)};
        there.folder = elsewhere.path();
        QCOMPARE(int(runKey(there, historyDayOf(1)).exit), 0);
        QCOMPARE(int(run({u"take"_s, elsewhere.filePath(HistoryNames::head)}).exit), 0);
        QVERIFY(verified().isRight());
        QCOMPARE(verified().signedBy.size(), 2);
        QCOMPARE(int(run({u"take"_s, elsewhere.filePath(u"missing"_s)}).exit), 1);
    }
    void saysWhyNot_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("why");
        const QString name = QString::fromLatin1(keyNameOf(0));
        QTest::newRow("nobody's key") << QStringList{u"retire"_s, QString(16, u'0')} << u"there is no key"_s;
        QTest::newRow("the only key") << QStringList{u"retire"_s, name} << u"add a key first"_s;
        QTest::newRow("the only key, lost")
            << QStringList{u"revoke"_s, name, u"--reason"_s, u"lost"_s} << u"add a key first"_s;
    }
    void saysWhyNot()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, why);
        QCOMPARE(int(add(0, 0).exit), 0);
        const QByteArray before = HistoryStore::open(m_directory->path()).value()->chain().bytes();
        const CommandOutcome outcome = run(words + QStringList{u"--key"_s, keyFile(0)});
        QCOMPARE(int(outcome.exit), 1);
        QVERIFY2(outcome.complaint.contains(why), qPrintable(outcome.complaint));
        QCOMPARE(HistoryStore::open(m_directory->path()).value()->chain().bytes(), before);
    }
    void aDayBeforeTheLastIsRefused()
    {
        QCOMPARE(int(add(0, 0).exit), 0);
        const CommandOutcome outcome =
            run({u"revoke"_s, QString::fromLatin1(keyNameOf(0)), u"--reason"_s, u"lost"_s, u"--key"_s, keyFile(0)}, 0);
        QCOMPARE(int(outcome.exit), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeyCommand)
#include "tst_keycommand.moc"
