#include "host/aggregate/audit.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestAudit : public QObject
{
    Q_OBJECT

    using Change = std::function<void(AuditFacts &)>;

    /// Of a host that keeps every promise, and whose settings name its backups.
    static AuditFacts sound()
    {
        AuditFacts facts;
        facts.now = QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);
        facts.rawPeriods = QStringList{u"2026-W39"_s, u"2026-W47"_s, u"2026-11"_s}; // the first began 58 days before
        facts.tidiedOn = QDate(2026, 11, 18);
        facts.files = {{u"/h/raw.sqlite"_s, 0600, 0600}, {u"/h"_s, 0755, 0755}};
        facts.published = {*Period::fromString(u"2026-08"_s)};
        facts.lastRun = QDate(2026, 11, 18);
        facts.backupsNamed = true;
        facts.oldestLogEntry = facts.now.addDays(-14);
        return facts;
    }

private Q_SLOTS:
    void aSoundHostKeepsThemAll()
    {
        const auto findings = auditOf(sound());
        QVERIFY2(!isBroken(findings), qPrintable(auditText(findings)));
        int asked = 0;
        for (const AuditFinding &finding : findings)
            asked += finding.state == AuditFinding::State::Ask ? 1 : 0;
        QCOMPARE(asked, 1); // snapshots of the disk: only a person can know
        QCOMPARE(QJsonDocument::fromJson(auditJson(findings)).object()["kept"_L1].toBool(), true);
        QVERIFY(auditText(findings).contains(u"\nask     no copy of the disk"_s));
    }
    void onePromiseBreaksAlone_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("found");
        QTest::newRow("too old") << Change([](AuditFacts &f) {
            f.now = f.now.addDays(3);
            f.tidiedOn = f.now.date();
            f.lastRun = f.now.date();
            f.oldestLogEntry = f.now;
        }) << u"raw events are deleted after 60 days"_s
                                 << u"2026-W39"_s;
        QTest::newRow("no period") << Change([](AuditFacts &f) { f.rawPeriods.append(u"soon"_s); })
                                   << u"raw events are deleted after 60 days"_s << u"2026-W39"_s;
        QTest::newRow("a published week")
            << Change([](AuditFacts &f) { f.published.append(*Period::fromString(u"2026-09"_s)); })
            << u"raw events of published months are deleted"_s << u"2026-W39"_s;
        QTest::newRow("a published month")
            << Change([](AuditFacts &f) { f.published.append(*Period::fromString(u"2026-11"_s)); })
            << u"raw events of published months are deleted"_s << u"2026-W47, 2026-11"_s;
        QTest::newRow("never tidied") << Change([](AuditFacts &f) { f.tidiedOn.reset(); })
                                      << u"deletion runs every day"_s << u"never"_s;
        QTest::newRow("tidied long ago") << Change([](AuditFacts &f) { f.tidiedOn = QDate(2026, 11, 15); })
                                         << u"deletion runs every day"_s << u"2026-11-15"_s;
        QTest::newRow("tidied tomorrow") << Change([](AuditFacts &f) { f.tidiedOn = QDate(2026, 11, 19); })
                                         << u"deletion runs every day"_s << u"2026-11-19"_s;
        QTest::newRow("a log that stays") << Change([](AuditFacts &f) {
            f.logBytes = 4152;
            f.logChanged = f.now.addSecs(-61);
        }) << u"what was erased or deleted is in no file after 5 s"_s
                                          << u"4152"_s;
        QTest::newRow("a wide mode") << Change([](AuditFacts &f) {
            f.files.append({u"/h/raw.sqlite-wal"_s, 0640, 0600});
        }) << u"nobody else can read the host's files"_s
                                     << u"/h/raw.sqlite-wal has 0640, not 0600"_s;
        QTest::newRow("no run") << Change([](AuditFacts &f) { f.lastRun = QDate(2026, 11, 14); })
                                << u"the aggregation runs every day"_s << u"2026-11-14"_s;
        QTest::newRow("old logs") << Change([](AuditFacts &f) { f.oldestLogEntry = f.now.addDays(-15); })
                                  << u"logs are kept 14 days at most"_s << u"15 day(s)"_s;
        QTest::newRow("a backup") << Change([](AuditFacts &f) { f.copies = QStringList{u"/b/raw.sqlite"_s}; })
                                  << u"raw events are never backed up"_s << u"/b/raw.sqlite"_s;
        QTest::newRow("a key that is gone") << Change([](AuditFacts &f) { f.keys = QStringList{u"/k isn't there"_s}; })
                                            << u"the keys that sign are here, and their owner's alone"_s << u"/k"_s;
        QTest::newRow("told long ago") << Change([](AuditFacts &f) {
            f.published.append(*Period::fromString(u"2026-09"_s));
            f.toldPublished = f.now.addSecs(-3'600);
        }) << u"raw events of published months are deleted"_s
                                       << u"2026-W39"_s;
        QTest::newRow("an old site") << Change([](AuditFacts &f) { f.siteLacks = u"/s is not what it should be"_s; })
                                     << u"the site shows what is published"_s << u"/s is not"_s;
        QTest::newRow("unread") << Change([](AuditFacts &f) { f.unread = QStringList{u"/b can't be read"_s}; })
                                << u"everything can be looked at"_s << u"/b can't be read"_s;
    }
    void onePromiseBreaksAlone()
    {
        QFETCH(Change, change);
        AuditFacts facts = sound();
        change(facts);
        QList<AuditFinding> broken = auditOf(facts);
        broken.removeIf([](const AuditFinding &each) { return each.state != AuditFinding::State::Broken; });
        QCOMPARE(broken.size(), 1);
        QTEST(broken.first().what, "what");
        QFETCH(QString, found);
        QVERIFY2(broken.first().found.contains(found), qPrintable(broken.first().found));
        QVERIFY(auditJson(broken).contains("\"kept\":false"));
    }
    void whatOnlyAPersonKnowsIsAsked_data()
    {
        QTest::addColumn<Change>("change");
        QTest::newRow("no logs") << Change([](AuditFacts &f) { f.oldestLogEntry.reset(); });
        QTest::newRow("no raw database") << Change([](AuditFacts &f) { f.hasRaw = false; });
        QTest::newRow("told just now") << Change([](AuditFacts &f) {
            f.published.append(*Period::fromString(u"2026-09"_s));
            f.toldPublished = f.now.addSecs(-3'599);
        });
        QTest::newRow("an archive") << Change([](AuditFacts &f) { f.archives = QStringList{u"/b/all.tar"_s}; });
        QTest::newRow("no backups named") << Change([](AuditFacts &f) { f.backupsNamed = false; });
        QTest::newRow("missed") << Change([](AuditFacts &f) { f.missed = {*Period::fromString(u"2026-W42"_s)}; });
    }
    void whatOnlyAPersonKnowsIsAsked()
    {
        QFETCH(Change, change);
        AuditFacts facts = sound();
        change(facts);
        const auto findings = auditOf(facts);
        QVERIFY(!isBroken(findings));
        QCOMPARE(std::count_if(findings.begin(), findings.end(),
                               [](const AuditFinding &each) { return each.state == AuditFinding::State::Ask; }),
                 2);
    }
    void aSiteThatIsCurrentIsKept()
    {
        AuditFacts facts = sound();
        QVERIFY(!auditText(auditOf(facts)).contains(u"the site"_s)); // there is none
        facts.siteLacks = QString();
        QVERIFY(auditText(auditOf(facts)).contains(u"\nkept    the site shows what is published: "_s));
        QVERIFY(!isBroken(auditOf(facts)));
    }
    void aSiteBeforeTheFirstRunIsAsked()
    {
        AuditFacts facts = sound();
        facts.lastRun.reset();
        facts.siteLacks = u"/p: there is no such folder"_s;
        QVERIFY(auditText(auditOf(facts)).contains(u"\nask     the site shows what is published: /p"_s));
        QVERIFY(!isBroken(auditOf(facts)));
    }
    void anEmptyHostBreaksNothing()
    {
        AuditFacts facts;
        facts.now = QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC);
        QVERIFY(!isBroken(auditOf(facts)));
    }
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
