#include "client/collect/recorder.h"
#include "client/consent/levelsummary.h"
#include "client/preview/eventexport.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/upload/batches.h"
#include "contract/batchcodec.h"
#include "host/aggregate/cellcounter.h"
#include "host/collector/requestvalidator.h"
#include "support/events.h"
#include "support/grants.h"
#include "support/values.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

/// The worked example of CONTRIBUTING.md, as it stands there, from the dictionary to a count on the host: adding a
/// topic needs no change of any step.
class TestNewTopic : public QObject
{
    Q_OBJECT
private:
    DataDictionary m_dictionary;
    QTemporaryDir m_folder;
    const TopicDefinition *m_topic = nullptr;

    static QJsonObject example()
    {
        QFile page(qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + u"/CONTRIBUTING.md"_s);
        if (!page.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(page.readAll()).section(u"### A worked example"_s, 1);
        return QJsonDocument::fromJson(text.section(u"```json\n"_s, 1).section(u"```"_s, 0, 0).toUtf8()).object();
    }
    static Identity identity()
    {
        const Week week = TestSupport::week(u"2026-W47");
        return {week, QByteArray(32, 's'), {{week, 1}}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QJsonObject topic = example();
        QCOMPARE(topic[u"topic"_s].toString(), u"theme"_s);
        QJsonObject json = QJsonDocument::fromJson(TestSupport::dictionary().source()).object();
        QJsonArray topics = json[u"topics"_s].toArray();
        topics.insert(1, topic);
        json[u"topics"_s] = topics;
        json[u"version"_s] = 2;
        auto loaded = DataDictionary::load(QJsonDocument(json).toJson());
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : qPrintable(loaded.error().detail));
        m_dictionary = std::move(loaded).value();
        m_topic = m_dictionary.topic(u"theme");
        QVERIFY(m_topic);
    }
    void whoAgreedIsAskedForTheDifferenceOnly()
    {
        const QList<Addition> added = m_dictionary.additions(1, Level::Basic);
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.first().topic, m_topic);
    }
    void itIsRecordedShownSentTakenAndCounted()
    {
        // Recorded and spooled.
        auto opened =
            SqliteSpool::open(ConsentGate::forTest(Level::Basic), m_dictionary, m_folder.filePath(u"spool.sqlite"_s));
        QVERIFY(opened.ok());
        const auto spool = std::move(opened).value();
        Recorder recorder(ConsentGate::forTest(Level::Basic), m_dictionary, TestSupport::publicStrings(), identity(),
                          "machine", *spool);
        QVERIFY(recorder.record(m_topic->topic, m_topic->example).ok());
        QVERIFY(!recorder.record(m_topic->topic, {{u"theme"_s, u"my-own-theme"_s}}).ok());
        // Shown.
        const auto pending = spool->pending(Level::Basic);
        QCOMPARE(pending.value().size(), 1);
        QCOMPARE(m_topic->sentenceFor(pending.value().first().event.value), u"the theme is dark"_s);
        QVERIFY(EventExport::toCsv(pending.value(), m_dictionary).contains("the theme is dark"));
        // Sent.
        const auto batches = batchesOf(pending.value(), m_dictionary.version());
        QCOMPARE(batches.size(), 1);
        const QByteArray body = BatchCodec::encode(m_dictionary.version(), {pending.value().first().bytes});
        // Taken by the collector.
        const RequestValidator validator(m_dictionary, TestSupport::publicStrings());
        const auto taken = validator.validate(Level::Basic, body, TestSupport::now());
        QVERIFY(taken.ok());
        QCOMPARE(taken.value().accepted.size(), 1);
        QVERIFY(validator.validate(Level::Middle, body, TestSupport::now()).value().accepted.isEmpty());
        // Counted.
        CellCounter counter(m_dictionary, true);
        QVERIFY(counter.add(taken.value().accepted.first().topic, taken.value().accepted.first().value));
        QCOMPARE(counter.counts()[u"themes"_s][u"[\"dark\"]"_s], 1);
    }
};

QTEST_GUILESS_MAIN(TestNewTopic)
#include "tst_newtopic.moc"
