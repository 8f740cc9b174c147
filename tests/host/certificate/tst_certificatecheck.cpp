#include "host/certificate/certificatecheck.h"

#include "host/certificate/certificatedraft.h"
#include "host/certificate/yearfigures.h"
#include "support/publishedfolder.h"

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestCertificateCheck : public QObject
{
    Q_OBJECT

    static Certificate certificateOf(const TestSupport::PublishedFolder &folder)
    {
        return draftCertificate(PublishedFigures::open(folder).value(), u"napari-svg"_s, u"2026-01"_s, u"2026-12"_s,
                                QDate(2026, 12, 20))
            .value()
            .certificate;
    }
    static QList<Finding> findingsOf(const Certificate &certificate, const TestSupport::PublishedFolder &folder)
    {
        return checkFigures(certificate, PublishedFigures::open(folder).value());
    }
    static QList<Finding> historyFindings(const TestSupport::PublishedFolder &folder)
    {
        return checkHistory(folder, PublishedFigures::open(folder).value().history(),
                            HistoryKeys::read(folder.files.value(u"keys.json"_s)).value());
    }
    static QStringList wordsOf(const QList<Finding> &findings, Finding::Kind kind)
    {
        QStringList words;
        for (const Finding &finding : findings) {
            if (finding.kind == kind)
                words.append(finding.words);
        }
        return words;
    }
    static QStringList wrong(const QList<Finding> &findings) { return wordsOf(findings, Finding::Kind::Wrong); }

private Q_SLOTS:
    void findsNothingWrong()
    {
        const auto folder = TestSupport::yearOfSvg();
        const auto findings = findingsOf(certificateOf(folder), folder);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].kind, Finding::Kind::Right);
        QVERIFY(findings[0].words.contains(u"9 numbers"));
    }
    void findsAnotherNumber()
    {
        const auto folder = TestSupport::yearOfSvg();
        Certificate certificate = certificateOf(folder);
        certificate.months[0].number = {400, 390, 410};
        const auto words = wrong(findingsOf(certificate, folder));
        QCOMPARE(words.size(), 1);
        QVERIFY2(words[0].contains(u"January 2026: the certificate says 400 (390 to 410), and published are 40"),
                 qPrintable(words[0]));
    }
    void findsAnotherFile()
    {
        const auto folder = TestSupport::yearOfSvg();
        Certificate certificate = certificateOf(folder);
        certificate.months[0].sha256 = QByteArray(64, 'a');
        QVERIFY(wrong(findingsOf(certificate, folder)).value(0).contains(u"names another file"));
        certificate.months[0].line = 2;
        QVERIFY(wrong(findingsOf(certificate, folder)).value(0).contains(u"line 3 of the history says nothing"));
    }
    void findsAMadeUpMonth()
    {
        const auto folder = TestSupport::yearOfSvg();
        Certificate certificate = certificateOf(folder);
        CertifiedMonth march = certificate.months[1];
        march.period = u"2026-03"_s;
        march.line = 3;
        march.sha256 = TestSupport::sha256Of(folder.files.value(u"periods/2026-03.json"_s));
        certificate.months.insert(2, march);
        const auto words = wrong(findingsOf(certificate, folder));
        QCOMPARE(words.size(), 1);
        QVERIFY2(words[0].contains(u"March 2026: no number of the plugin is published"), qPrintable(words[0]));
    }
    void findsWhatIsLeftOut()
    {
        const auto folder = TestSupport::yearOfSvg();
        Certificate certificate = certificateOf(folder);
        certificate.months.removeAt(1);
        QVERIFY(wrong(findingsOf(certificate, folder)).value(0).contains(u"February 2026"));
    }
    void whatIsPublishedLaterIsNotLeftOut()
    {
        auto folder = TestSupport::yearOfSvg();
        const Certificate certificate = certificateOf(folder);
        folder.release(u"2026-12"_s, u"napari-svg"_s, 120, u"2027-01-20"_s);
        const auto findings = findingsOf(certificate, folder);
        QVERIFY(wrong(findings).isEmpty());
        QVERIFY(wordsOf(findings, Finding::Kind::Note).value(0).contains(u"December 2026: published since"));
    }
    void tellsARemovalFromALie()
    {
        auto folder = TestSupport::yearOfSvg();
        const Certificate certificate = certificateOf(folder);
        folder.put(u"2026-01"_s, {});
        folder.addLine(HistoryKind::Removal, u"2027-02-03"_s, {u"periods/2026-01.json"_s});
        const auto words = wrong(findingsOf(certificate, folder));
        QCOMPARE(words.size(), 1);
        QVERIFY2(words[0].contains(u"taken out of the public numbers since, by line 13 of 2027-02-03 (removal)"),
                 qPrintable(words[0]));
    }
    void anotherPluginsRemovalIsANote()
    {
        auto folder = TestSupport::yearOfSvg();
        const Certificate certificate = certificateOf(folder);
        folder.put(u"2026-01"_s, {TestSupport::PublishedFolder::row(u"napari-svg"_s, 40)});
        folder.addLine(HistoryKind::Removal, u"2027-02-03"_s, {u"periods/2026-01.json"_s});
        const auto findings = findingsOf(certificate, folder);
        QVERIFY(wrong(findings).isEmpty());
        QVERIFY(wordsOf(findings, Finding::Kind::Note).value(0).contains(u"the number is the same"));
    }
    void saysWhichFileIsDamaged()
    {
        auto folder = TestSupport::yearOfSvg();
        const Certificate certificate = certificateOf(folder);
        folder.files[u"periods/2026-05.json"_s] += ' ';
        QVERIFY(wrong(findingsOf(certificate, folder)).value(0).contains(u"periods/2026-05.json"));
    }
    void looksForTheKey()
    {
        auto folder = TestSupport::yearOfSvg();
        const auto keys = HistoryKeys::read(folder.files.value(u"keys.json"_s)).value();
        const auto ours = signedBy(certificateOf(folder), TestSupport::rfcKeys()).value();
        const auto another = signedBy(certificateOf(folder), newSigningKeys().value()).value();
        QVERIFY(wrong(checkSignature(ours, keys)).isEmpty());
        QVERIFY(checkSignature(ours, keys)[0].words.contains(u"operator"));
        QVERIFY(wrong(checkSignature(another, keys)).value(0).contains(u"none of the public keys"));
        // Without the keys it is said that nobody knows whose it is.
        const auto findings = checkSignature(another, std::nullopt);
        QVERIFY(wrong(findings).isEmpty());
        QVERIFY(
            wordsOf(findings, Finding::Kind::Right).value(0).contains(QString::fromLatin1(keyName(another.publicKey))));
        QVERIFY(wordsOf(findings, Finding::Kind::Note).value(0).contains(u"anybody can make one"));
    }
    void aKeyHasItsTime_data()
    {
        using Does = KeyChange::Does;
        QTest::addColumn<HistoryKeys>("keys");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("word"); // of what is wrong; empty: nothing
        const auto then = [](Does does, const QDate &day) {
            auto folder = TestSupport::yearOfSvg();
            folder.changeKeys(TestSupport::adding(1), u"2026-12-11"_s, {0});
            const auto keys = HistoryKeys::read(folder.files.value(u"keys.json"_s)).value();
            return keys.after({does, TestSupport::rfcKeys().publicBytes, {}, 0}, day).value();
        };
        const HistoryKeys first = HistoryKeys::read(TestSupport::yearOfSvg().files.value(u"keys.json"_s)).value();
        const HistoryKeys until = then(Does::Retire, QDate(2027, 6, 30));
        QTest::newRow("in use") << first << QDate(2026, 12, 8) << QString();
        QTest::newRow("the first day") << first << QDate(2026, 1, 1) << QString();
        QTest::newRow("before") << first << QDate(2025, 12, 31) << u"not in use before 2026-01-01"_s;
        QTest::newRow("the last day") << until << QDate(2027, 6, 30) << QString();
        QTest::newRow("after") << until << QDate(2027, 7, 1) << u"not in use after 2027-06-30"_s;
        QTest::newRow("revoked, and dated before")
            << then(Does::Revoke, QDate(2027, 1, 1)) << QDate(2026, 12, 8) << u"revoked on 2027-01-01"_s;
    }
    void aKeyHasItsTime()
    {
        QFETCH(HistoryKeys, keys);
        QFETCH(QDate, day);
        QFETCH(QString, word);
        const QString fault = faultOfKey(keys, TestSupport::rfcKeys().publicBytes, day);
        QVERIFY2(word.isEmpty() ? fault.isEmpty() : fault.contains(word), qPrintable(fault));
    }
    void strangersAreNone()
    {
        const auto keys = HistoryKeys::read(TestSupport::yearOfSvg().files.value(u"keys.json"_s)).value();
        const QString fault = faultOfKey(keys, newSigningKeys().value().publicBytes, QDate(2026, 12, 8));
        QVERIFY(fault.contains(u"none of the public keys"));
    }
    void saysWhoSignedTheHistory()
    {
        const auto folder = TestSupport::yearOfSvg();
        const auto findings = historyFindings(folder);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].kind, Finding::Kind::Right);
        QCOMPARE(findings[0].words, u"the history of 12 lines is signed by the key 21fe31dfa154a261 (operator)"_s);
    }
    void findsAHistoryThatNobodySigned_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("bytes"); // null: gone
        QTest::addColumn<QString>("word");
        const auto folder = TestSupport::yearOfSvg();
        const QByteArray head = folder.files.value(u"history-head.json"_s);
        const QByteArray keys = folder.files.value(u"keys.json"_s);
        QTest::newRow("no head") << u"history-head.json"_s << QByteArray() << u"no history-head.json: nobody signed"_s;
        QTest::newRow("a damaged head") << u"history-head.json"_s << "{}"_ba << u"history-head.json: "_s;
        QTest::newRow("a head that is too large")
            << u"history-head.json"_s << QByteArray(9'000, ' ') << u"history-head.json can't be read: too large"_s;
        QTest::newRow("an older head") << u"history-head.json"_s << QByteArray(head).replace(":12", ":11")
                                       << u"history-head.json: it is of the first 11 lines, and there are 12"_s;
        QTest::newRow("no signature") << u"history-head.json"_s
                                      << bytesOf(HistoryHead{12, readHistoryHead(head).value().sha256, {}})
                                      << u"1 of the valid keys must sign it, and 0 did"_s;
        QTest::newRow("other keys") << u"keys.json"_s << QByteArray(keys).replace("2026-01-01", "2025-01-01")
                                    << u"keys.json: the key 21fe31dfa154a261 is not what the history says of it"_s;
    }
    void findsAHistoryThatNobodySigned()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, word);
        auto folder = TestSupport::yearOfSvg();
        if (bytes.isNull())
            folder.files.remove(file);
        else
            folder.files[file] = bytes;
        const auto words = wrong(historyFindings(folder));
        QVERIFY2(words.value(0).contains(word), qPrintable(words.join(u'\n')));
        QVERIFY(wordsOf(historyFindings(folder), Finding::Kind::Right).isEmpty());
    }
    void findsAChange()
    {
        auto changed = signedBy(certificateOf(TestSupport::yearOfSvg()), TestSupport::rfcKeys()).value();
        changed.plugin = u"napari-svh"_s;
        QVERIFY(wrong(checkSignature(changed, std::nullopt)).value(0).contains(u"was changed"));
    }
};

QTEST_GUILESS_MAIN(TestCertificateCheck)
#include "tst_certificatecheck.moc"
