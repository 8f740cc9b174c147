#include "client/preview/disk/previewdesk.h"

#include "client/preview/disk/telemetrycommands.h"
#include "client/spool/disk/usesegment.h"
#include "client/spool/useline.h"
#include "support/spoolfolder.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using Store = std::shared_ptr<const EventStore>;

/// The desk of the window, and the command line, which do the same without it.
class TestPreviewDesk : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::SpoolFolder> m_place;
    std::unique_ptr<PreviewDesk> m_desk;
    QList<Store> m_unsent;
    QStringList m_problems;

    void record(int plugins)
    {
        const auto spool = m_place->recordEachTopic();
        QVERIFY(spool.ok());
        for (int i = 0; i < plugins; ++i)
            QVERIFY(spool.value()
                        ->record(TestSupport::event(u"plugin", TestSupport::plugin(u"p-%1"_s.arg(i), u"1.0"_s)))
                        .ok());
    }
    /// As a process leaves it that was killed.
    void leaveUses(int uses)
    {
        const auto segment = UseSegment::make(ClientFiles(m_place->host).spool());
        QVERIFY(segment.ok());
        const Event event = TestSupport::event(u"command", TestSupport::command(u"napari.x"_s, u"1"_s));
        for (int i = 0; i < uses; ++i)
            QVERIFY(segment.value()->append(0, useLine(0, event), useAgainLine(0)));
    }
    QList<EventKey> keys() const
    {
        QList<EventKey> all;
        for (int i = 0; i < m_unsent.last()->size(); ++i)
            all.append(m_unsent.last()->key(i));
        return all;
    }
    QJsonObject commandLine(const QString &name)
    {
        const TelemetryCommands commands(ClientFiles(m_place->host), Endpoints(), m_place->clock);
        return name == "purge"_L1 ? commands.purge() : commands.preview();
    }
private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TestSupport::SpoolFolder>();
        QVERIFY(m_place->isMade);
        m_desk = std::make_unique<PreviewDesk>(ClientFiles(m_place->host), Endpoints(),
                                               std::make_unique<FixedClock>(m_place->clock.now()));
        m_unsent.clear();
        m_problems.clear();
        connect(m_desk.get(), &PreviewDesk::loaded, this, [this](const Store &store) {
            if (store->kind() == EventStore::Kind::Unsent)
                m_unsent.append(store);
        });
        connect(m_desk.get(), &PreviewDesk::problem, this, [this](const QString &text) { m_problems.append(text); });
    }
    void cleanup() { QCOMPARE(m_problems, QStringList()); }

    void aMissingFileIsNothingAndIsNotMade()
    {
        m_desk->load();
        QCOMPARE(m_unsent.last()->size(), 0);
        QCOMPARE(commandLine(u"preview"_s)[u"events"_s].toArray().size(), 0);
        QVERIFY(!QFile::exists(ClientFiles(m_place->host).spool()));
    }
    void whatIsDeletedIsGoneUntilItIsUndone()
    {
        record(5);
        QSignalSpy removed(m_desk.get(), &PreviewDesk::removed);
        m_desk->load();
        const int all = m_unsent.last()->size();
        QCOMPARE(all, 11 + 5);
        m_desk->remove(keys());
        QCOMPARE(removed.last(), (QVariantList{all, true}));
        QCOMPARE(m_unsent.last()->size(), 0);
        m_desk->undo();
        QCOMPARE(removed.last(), (QVariantList{all, false}));
        QCOMPARE(m_unsent.last()->size(), all);
        m_desk->remove(keys());
        m_desk->forgetRemoved(); // what was allowed has changed
        m_desk->undo();
        QCOMPARE(m_unsent.last()->size(), 0);
    }
    void onlyTheLatestQuestionIsAnswered()
    {
        record(0);
        m_desk->load();
        QSignalSpy details(m_desk.get(), &PreviewDesk::detailsRead);
        m_desk->announce(EventStore::Kind::Unsent, 7);
        m_desk->describe(EventStore::Kind::Unsent, keys(), false, 6);
        QCOMPARE(details.size(), 0);
        m_desk->describe(EventStore::Kind::Unsent, keys(), true, 7);
        QCOMPARE(details.size(), 1);
        const auto found = details[0][1].value<EventDetails>();
        QCOMPARE(found.json.count(u'\n') + 1, 11);
        QVERIFY(found.request.startsWith("POST /v1/basic/events HTTP/1.1\n"_L1));
    }
    void aTopicThatIsHeldIsToldToTheWindowAndTheCommandLine()
    {
        record(2);
        QSignalSpy departure(m_desk.get(), &PreviewDesk::departureRead);
        m_desk->setHeld(u"plugin"_s, true);
        QCOMPARE(departure.last()[0].value<QSet<QString>>(), QSet{u"plugin"_s});
        const QJsonObject answer = commandLine(u"preview"_s);
        QCOMPARE(answer[u"held"_s].toArray(), QJsonArray{u"plugin"_s});
        for (const QJsonValue &request : answer[u"requests"_s].toArray())
            QVERIFY(!request.toObject()[u"body"_s].toString().contains("\"plugin\""_L1));
    }
    void usesThatNobodyHasCountedAreToldAndGoWithThePurge()
    {
        record(0);
        leaveUses(3);
        QSignalSpy waiting(m_desk.get(), &PreviewDesk::waitingRead);
        m_desk->load();
        QCOMPARE(waiting.last()[0].toInt(), 3);
        QCOMPARE(commandLine(u"preview"_s)[u"uncounted"_s].toInt(), 3);
        m_desk->discardUses();
        QCOMPARE(waiting.last()[0].toInt(), 0);
        leaveUses(2);
        QCOMPARE(commandLine(u"purge"_s)[u"count"_s].toInt(), 11);
        QCOMPARE(commandLine(u"preview"_s)[u"uncounted"_s].toInt(), 0);
        QCOMPARE(UseSegment::filesOf(ClientFiles(m_place->host).spool()), QStringList());
    }
    void exportsInBothForms_data() { TestSupport::addExportForms(); }
    void exportsInBothForms()
    {
        QFETCH(QString, name);
        record(1);
        QSignalSpy exported(m_desk.get(), &PreviewDesk::exported);
        const QString target = m_place->folder.filePath(name);
        m_desk->exportTo(EventStore::Kind::Unsent, target);
        QCOMPARE(exported.size(), 1);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QFETCH(QByteArray, begins);
        QVERIFY(file.readAll().startsWith(begins));
        m_desk->exportTo(EventStore::Kind::Unsent, m_place->folder.filePath(u"no/where.csv"_s));
        QVERIFY(exported.last()[0].toString().contains(u"can't be written"_s));
    }
    void aDamagedFileIsSaidAndNotTouched()
    {
        QFile file(ClientFiles(m_place->host).spool());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("this is no database, and long enough to tell so").repeated(100));
        file.close();
        m_desk->load();
        QCOMPARE(m_problems.size(), 1);
        QVERIFY(commandLine(u"preview"_s).contains(u"problem"_s));
        QVERIFY(commandLine(u"purge"_s).contains(u"problem"_s));
        m_problems.clear();
    }
};

QTEST_GUILESS_MAIN(TestPreviewDesk)
#include "tst_previewdesk.moc"
