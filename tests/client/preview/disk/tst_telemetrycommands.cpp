#include "client/preview/disk/telemetrycommands.h"

#include "client/spool/disk/seenfile.h"

#include "support/spoolfolder.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// Held topics and uses that were not counted are in tst_previewdesk, beside the window's.
class TestTelemetryCommands : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<TestSupport::SpoolFolder> m_place;

    TelemetryCommands commands() const { return {ClientFiles(m_place->host), Endpoints(), m_place->clock}; }
    /// One event of each topic; those of basic were sent.
    void record()
    {
        const auto spool = m_place->recordEachTopic();
        QVERIFY(spool.ok());
        const auto batch = spool.value()->beginSending(spool.value()->pending(Level::Basic).value());
        QVERIFY(batch.ok());
        QCOMPARE(batch.value().size(), 5);
        QVERIFY(spool.value()->markSent(batch.value()).ok());
    }
    static QStringList texts(const QJsonObject &answer, const QString &list, const QString &field)
    {
        QStringList found;
        for (const QJsonValue &row : answer[list].toArray())
            found.append(row.toObject()[field].toString());
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_place = std::make_unique<TestSupport::SpoolFolder>();
        QVERIFY(m_place->isMade);
    }
    void withoutAFileThereIsNothingAndNoneIsMade()
    {
        for (const QJsonObject &answer :
             {commands().preview(), commands().receipts(), commands().purge(), commands().forgetReceipts()})
            QVERIFY2(!answer.contains(u"problem"_s), qPrintable(answer[u"problem"_s].toString()));
        QCOMPARE(commands().preview()[u"message"_s].toString(), u"Nothing was recorded in this environment."_s);
        QVERIFY(!QFile::exists(ClientFiles(m_place->host).spool()));
    }
    void showsWhatWaitsAndTheRequestThatWouldCarryIt()
    {
        record();
        const QJsonObject answer = commands().preview();
        QCOMPARE(texts(answer, u"events"_s, u"topic"_s),
                 (QStringList{u"plugin"_s, u"command"_s, u"layer-array"_s, u"layer-dimensions"_s, u"layer-dtype"_s,
                              u"layer-size"_s}));
        QStringList states{u"waiting to be sent"_s, u"still growing; sent after the week"_s};
        states.resize(6, u"waiting to be sent"_s); // of layers, which are not counted
        QCOMPARE(texts(answer, u"events"_s, u"state"_s), states);
        QCOMPARE(texts(answer, u"requests"_s, u"url"_s),
                 (QStringList{u"https://middle.telemetry.napari.org/v1/middle/events"_s,
                              u"https://full.telemetry.napari.org/v1/full/events"_s}));
        QVERIFY(!texts(answer, u"requests"_s, u"body"_s).last().contains(u"\"command\""_s)); // the counter stays
        const QString body = texts(answer, u"requests"_s, u"body"_s).first();
        QVERIFY(body.contains(texts(answer, u"events"_s, u"event"_s).first()));
    }
    void showsWhatWasSentAndForgetsIt()
    {
        record();
        Event user = TestSupport::event(u"user", {});
        QVERIFY(SeenFile(m_place->files().folder(), {})
                    .change([&](Seen &seen) { seen.take(u"mine"_s, user, u"env"_s); })
                    .ok());
        const QJsonObject answer = commands().receipts();
        QCOMPARE(texts(answer, u"counted"_s, u"period"_s), (QStringList{u"2026"_s, u"2026-11"_s, u"ever"_s}));
        QCOMPARE(texts(answer, u"counted"_s, u"sentence"_s).last(),
                 u"user: counted in the period \"ever\", by the event of 2026-W47."_s);
        QCOMPARE(texts(answer, u"events"_s, u"topic"_s).size(), 5);
        QCOMPARE(texts(answer, u"events"_s, u"answer"_s), QStringList(5, u"accepted"_s));
        QVERIFY(!commands().forgetReceipts().contains(u"problem"_s));
        QCOMPARE(commands().receipts()[u"events"_s].toArray().size(), 0);
        QCOMPARE(commands().receipts()[u"counted"_s].toArray().size(), 0);
        QCOMPARE(commands().preview()[u"events"_s].toArray().size(), 6);
    }
    void isCalledByName()
    {
        record();
        QCOMPARE(commands().run(u"preview"_s, {}), commands().preview());
        QCOMPARE(commands().run(u"receipts"_s, {}), commands().receipts());
        QCOMPARE(commands().run(u"export"_s, m_place->folder.filePath(u"a.csv"_s))[u"count"_s].toInt(), 11);
        QCOMPARE(commands().run(u"grant"_s, {}), QJsonObject());
        QCOMPARE(commands().run(u"purge"_s, {})[u"count"_s].toInt(), 6);
        QVERIFY(!commands().run(u"forget"_s, {}).contains(u"problem"_s));
        QCOMPARE(commands().receipts()[u"events"_s].toArray().size(), 0);
    }
    void purgingDeletesWhatWaitsAndKeepsReceipts()
    {
        record();
        QCOMPARE(commands().purge()[u"count"_s].toInt(), 6);
        QCOMPARE(commands().preview()[u"events"_s].toArray().size(), 0);
        QCOMPARE(commands().receipts()[u"events"_s].toArray().size(), 5);
    }
    void exportsBothKindsAndSaysWhatItCanNotWrite_data() { TestSupport::addExportForms(); }
    void exportsBothKindsAndSaysWhatItCanNotWrite()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        record();
        QCOMPARE(commands().exportTo(m_place->folder.filePath(name))[u"count"_s].toInt(), 11);
        QFile file(m_place->folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.startsWith(begins));
        for (const TopicDefinition &topic : TestSupport::dictionary().topics())
            QVERIFY2(written.contains(topic.topic.toUtf8()), qPrintable(topic.topic));
        QVERIFY(commands().exportTo(m_place->folder.filePath(u"no/where.csv"_s)).contains(u"problem"_s));
    }
};

QTEST_GUILESS_MAIN(TestTelemetryCommands)
#include "tst_telemetrycommands.moc"
