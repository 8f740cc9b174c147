#include "host/certificate/certificaterun.h"

#include "support/publishedfolder.h"

#include <QJsonDocument>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificateRun : public QObject
{
    Q_OBJECT

    static CertificateOptions options(bool json = false)
    {
        CertificateOptions options;
        options.plugin = u"napari-svg"_s;
        options.from = u"2026-01"_s;
        options.to = u"2026-12"_s;
        options.publicFolder = u"public"_s;
        options.key = u"key"_s;
        options.out = u"out"_s;
        options.json = json;
        return options;
    }
    static CertificateOutcome run(TestSupport::PublishedFolder &folder, const CertificateOptions &options)
    {
        return runCertificate(
            options, QDateTime(QDate(2026, 12, 20), QTime(23, 59), Qt::UTC), folder,
            [](const Certificate &, const QByteArray &sha256) -> Result<QByteArray> { return "page of " + sha256; });
    }
    static CertificateOutcome verify(TestSupport::PublishedFolder &folder, bool withFolder = true)
    {
        const QByteArray made = folder.written.value(u"out/napari-svg-2026-01-2026-12.json"_s);
        if (!made.isEmpty())
            folder.others.insert(u"c.json"_s, made);
        auto files = folder;
        if (!withFolder)
            files.files.clear();
        return runVerifyCertificate({u"c.json"_s, withFolder ? u"public"_s : QString()}, files);
    }

private Q_SLOTS:
    void makesBothFiles()
    {
        auto folder = TestSupport::yearOfSvg();
        const auto outcome = run(folder, options());
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(folder.written.size(), 2);
        const QByteArray file = folder.written.value(u"out/napari-svg-2026-01-2026-12.json"_s);
        QCOMPARE(folder.written.value(u"out/napari-svg-2026-01-2026-12.pdf"_s),
                 "page of " + TestSupport::sha256Of(file));
        QCOMPARE(readCertificate(file).value().issued, QDate(2026, 12, 20));
        QVERIFY(outcome.text.contains(u"9 of 12") && outcome.text.contains(u"21fe31dfa154a261"));
        QVERIFY(outcome.text.endsWith(u'\n'));
    }
    void theOptionsMomentGoesOverTheClock()
    {
        auto folder = TestSupport::yearOfSvg();
        auto other = options();
        other.now = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
        QCOMPARE(run(folder, other).exitCode, 0);
        QCOMPARE(readCertificate(folder.written.first()).value().issued, QDate(2027, 1, 1));
    }
    void saysItAsJson()
    {
        auto folder = TestSupport::yearOfSvg();
        const QJsonObject said = QJsonDocument::fromJson(run(folder, options(true)).text.toUtf8()).object();
        QCOMPARE(said.value(u"made"_s).toBool(), true);
        QCOMPARE(said.value(u"certificate"_s).toString(), u"napari-svg-2026-01-2026-12.json"_s);
        auto small = options(true);
        small.plugin = u"napari-small"_s;
        const auto outcome = run(folder, small);
        QCOMPARE(outcome.exitCode, 3);
        const QJsonObject refused = QJsonDocument::fromJson(outcome.text.toUtf8()).object();
        QCOMPARE(refused.value(u"made"_s), QJsonValue(false));
        QVERIFY(refused.value(u"why"_s).toString().contains(u"26 people"));
    }
    void writesNothingWhenSomethingIsWrong_data()
    {
        QTest::addColumn<QString>("file");     // what is spoilt
        QTest::addColumn<QByteArray>("bytes"); // null: gone
        QTest::addColumn<QString>("word");
        QTest::newRow("no key") << u"key"_s << QByteArray() << u"secret key"_s;
        QTest::newRow("no base64") << u"key"_s << "?"_ba << u"base64"_s;
        QTest::newRow("half a key") << u"key"_s << QByteArray(32, 'a').toBase64() << u"64 bytes"_s;
        QTest::newRow("a stranger's key")
            << u"key"_s << newSigningKeys().value().secret.toBase64() << u"none of the public keys"_s;
        QTest::newRow("damaged keys") << u"keys.json"_s << "{}"_ba << u"keys.json"_s;
        QTest::newRow("no history") << u"history.jsonl"_s << QByteArray() << u"history.jsonl"_s;
        QTest::newRow("nobody signed the history")
            << u"history-head.json"_s << QByteArray() << u"nobody signed the history"_s;
        QTest::newRow("other keys") << u"keys.json"_s << TestSupport::smallHost().chain.keys().bytes()
                                    << u"is not what the history says"_s;
        QTest::newRow("a changed month") << u"periods/2026-05.json"_s << "{}"_ba << u"periods/2026-05.json"_s;
    }
    void writesNothingWhenSomethingIsWrong()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        auto folder = TestSupport::yearOfSvg();
        auto &files = file == u"key" ? folder.others : folder.files;
        if (bytes.isNull())
            files.remove(file);
        else
            files[file] = bytes;
        const auto outcome = run(folder, options());
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.text.contains(word), qPrintable(outcome.text));
        QVERIFY(folder.written.isEmpty());
        QVERIFY(!outcome.text.contains(QString::fromLatin1(TestSupport::rfcKeys().secret.toBase64())));
    }
    void writesNothingWithoutAPage()
    {
        auto folder = TestSupport::yearOfSvg();
        const auto outcome = runCertificate(options(), QDateTime(QDate(2026, 12, 20), QTime(0, 0), Qt::UTC), folder,
                                            [](const Certificate &, const QByteArray &) -> Result<QByteArray> {
                                                return Error{Error::Code::Io, u"no fonts"_s};
                                            });
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(folder.written.isEmpty() && outcome.text.contains(u"no fonts"));
    }
    void saysThatTheDiskIsFull()
    {
        auto folder = TestSupport::yearOfSvg();
        folder.refusesToWrite = true;
        const auto outcome = run(folder, options());
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.text.contains(u"No space left"));
    }
    void nothingPublishedIsNoFailure()
    {
        auto folder = TestSupport::yearOfSvg();
        auto small = options();
        small.plugin = u"napari-small"_s;
        const auto outcome = run(folder, small);
        QCOMPARE(outcome.exitCode, 3);
        QVERIFY(folder.written.isEmpty() && outcome.text.contains(u"26 people"));
    }
    void whatWasMadeIsVerified()
    {
        auto folder = TestSupport::yearOfSvg();
        QCOMPARE(run(folder, options()).exitCode, 0);
        const auto outcome = verify(folder);
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.text));
        QVERIFY(outcome.text.contains(u"right: signed by the key 21fe31dfa154a261 of keys.json"));
        QVERIFY(outcome.text.contains(u"right: the history of 12 lines is signed by the key 21fe31dfa154a261"));
        QVERIFY(outcome.text.contains(u"right: the 9 numbers"));
        QVERIFY(!outcome.text.contains(u"note:"));
    }
    void withoutAFolderItSaysWhatIsNotKnown()
    {
        auto folder = TestSupport::yearOfSvg();
        QCOMPARE(run(folder, options()).exitCode, 0);
        const auto outcome = verify(folder, false);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.text.contains(u"note: whose key that is, is not known here"));
        QVERIFY(outcome.text.contains(u"note: the numbers were not held against the public ones"));
    }
    void withoutKeysTheNumbersAreVerifiedStill()
    {
        auto folder = TestSupport::yearOfSvg();
        QCOMPARE(run(folder, options()).exitCode, 0);
        folder.files.remove(u"keys.json"_s);
        const auto outcome = verify(folder);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.text.contains(u"note: the public folder has no keys.json"));
        QVERIFY(outcome.text.contains(u"right: the 9 numbers"));
    }
    void failsToVerify_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes"); // null: gone
        QTest::addColumn<QString>("word");
        QTest::newRow("no certificate") << u"c.json"_s << QByteArray() << u"c.json can't be read"_s;
        QTest::newRow("another file") << u"c.json"_s << "{}"_ba << u"WRONG: this is no certificate"_s;
        QTest::newRow("damaged keys") << u"keys.json"_s << "{}"_ba << u"keys.json"_s;
        QTest::newRow("no head") << u"history-head.json"_s << QByteArray()
                                 << u"WRONG: the public folder has no history-head.json: nobody signed the history"_s;
        QTest::newRow("other keys") << u"keys.json"_s << TestSupport::smallHost().chain.keys().bytes()
                                    << u"WRONG: keys.json: the key 21fe31dfa154a261 is not what the history says"_s;
        QTest::newRow("no index") << u"index.json"_s << QByteArray() << u"WRONG: the public folder has no index.json"_s;
        QTest::newRow("a changed month") << u"periods/2026-05.json"_s << "{}"_ba << u"WRONG: periods/2026-05.json"_s;
    }
    void failsToVerify()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        auto folder = TestSupport::yearOfSvg();
        QCOMPARE(run(folder, options()).exitCode, 0);
        folder.others.insert(u"c.json"_s, folder.written.value(u"out/napari-svg-2026-01-2026-12.json"_s));
        folder.written.clear();
        auto &files = file == u"c.json" ? folder.others : folder.files;
        if (bytes.isNull())
            files.remove(file);
        else
            files[file] = bytes;
        const auto outcome = verify(folder);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.text.contains(word), qPrintable(outcome.text));
    }
};

QTEST_GUILESS_MAIN(TestCertificateRun)
#include "tst_certificaterun.moc"
