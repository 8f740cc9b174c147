#include "support/rawfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <cstdlib>

using namespace Telemetry;
using namespace Qt::StringLiterals;

using Counts = QMap<QString, qint64>; // by "table week key"

/// From made-up people to public files, with the real programs, in two blocks of weeks. What was published is held
/// against what the people did, which the collector and the aggregation don't know.
class TestChain : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    Counts m_truth;
    QProcess m_collector;

    QString path(const QString &name) const { return m_directory.filePath(name); }
    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        const bool done =
            process.waitForFinished(100'000) && process.exitCode() == 0 && process.exitStatus() == QProcess::NormalExit;
        const QByteArray output = process.readAll();
        if (!done)
            qWarning().noquote() << program << output;
        return done ? output : QByteArray();
    }
    static QStringList people(const QString &from, int weeks)
    {
        return {u"--people"_s, u"600"_s, u"--seed"_s, u"42"_s, u"--from"_s, from, u"--weeks"_s, QString::number(weeks)};
    }
    static Counts readTruth(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        Counts counts;
        const QJsonObject tables = QJsonDocument::fromJson(file.readAll()).object()["tables"_L1].toObject();
        for (auto table = tables.begin(); table != tables.end(); ++table) {
            const QJsonObject weeks = table.value().toObject();
            for (auto week = weeks.begin(); week != weeks.end(); ++week) {
                const QJsonObject cells = week.value().toObject();
                for (auto cell = cells.begin(); cell != cells.end(); ++cell)
                    counts[table.key() + u' ' + week.key() + u' ' + cell.key()] = cell.value().toInteger();
            }
        }
        return counts;
    }
    /// The collector lives only for these weeks, with a clock at their end.
    void collect(const QString &from, int weeks, const QString &now)
    {
        m_collector.start(QStringLiteral(TELEMETRY_COLLECTOR),
                          {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, path(u"raw.sqlite"_s), u"--now"_s, now});
        while (!m_collector.canReadLine())
            QVERIFY(m_collector.waitForReadyRead(20'000));
        const QString address = QString::fromUtf8(m_collector.readLine()).section(u' ', -1).trimmed();
        const QString truth = path(from + u".json"_s);
        const QByteArray output =
            run(QStringLiteral(TELEMETRY_SIMULATE),
                people(from, weeks) + QStringList{u"--collector"_s, address, u"--truth"_s, truth});
        QVERIFY(output.contains("for a collector with --now " + now.toUtf8()));
        QVERIFY(output.contains(" accepted, 0 refused"));
        const Counts counts = readTruth(truth);
        for (auto cell = counts.begin(); cell != counts.end(); ++cell)
            m_truth[cell.key()] += cell.value(); // a month is in both blocks
        ::kill(static_cast<pid_t>(m_collector.processId()), SIGTERM);
        QVERIFY(m_collector.waitForFinished(20'000));
    }
    QByteArray aggregate(const QStringList &command)
    {
        return run(QStringLiteral(TELEMETRY_AGGREGATE),
                   command
                       + QStringList{u"--raw"_s, path(u"raw.sqlite"_s), u"--aggregates"_s, path(u"aggregates.sqlite"_s),
                                     u"--public"_s, path(u"public"_s), u"--now"_s, u"2026-11-23T00:00:00Z"_s});
    }
    /// Draws, looks and publishes, as an operator does.
    QByteArray aggregate()
    {
        const QByteArray drawn = aggregate(QStringList{u"run"_s});
        const QJsonObject review = QJsonDocument::fromJson(aggregate(QStringList{u"review"_s, u"--json"_s})).object();
        QStringList publish{u"publish"_s};
        if (review["digest"_L1].isString())
            publish.append(review["digest"_L1].toString());
        return drawn + aggregate(publish);
    }
    QJsonObject json(const QString &name) const
    {
        QFile file(path(u"public/"_s + name));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }
    /// What the public files say.
    Counts published() const
    {
        Counts counts;
        for (const QJsonValue &entry : json(u"index.json"_s)["tables"_L1].toArray()) {
            const QJsonObject table = json(entry["json"_L1].toString());
            for (const QJsonValue &row : table["rows"_L1].toArray()) {
                const auto key = QJsonDocument(row["key"_L1].toArray()).toJson(QJsonDocument::Compact);
                counts[table["table"_L1].toString() + u' ' + row["period"_L1].toString() + u' '
                       + QString::fromUtf8(key)] = row["people"_L1].toInteger();
            }
        }
        return counts;
    }

private Q_SLOTS:
    void cleanupTestCase()
    {
        if (m_collector.state() != QProcess::NotRunning) {
            m_collector.kill();
            m_collector.waitForFinished();
        }
    }
    void collects()
    {
        collect(u"2026-W40"_s, 3, u"2026-10-18T12:00:00Z"_s);
        collect(u"2026-W43"_s, 2, u"2026-11-01T12:00:00Z"_s); // to the end of October
        QVERIFY2(m_truth.size() > 600, qPrintable(QString::number(m_truth.size())));
        QVERIFY(m_truth.value(u"users 2026-W43 []"_s) > 60);
    }
    void blocksJoin()
    {
        QVERIFY(!run(QStringLiteral(TELEMETRY_SIMULATE),
                     people(u"2026-W40"_s, 5) + QStringList{u"--truth"_s, path(u"whole.json"_s)})
                     .isEmpty());
        QCOMPARE(readTruth(path(u"whole.json"_s)), m_truth);
    }
    void theCollectorHoldsTheTruth()
    {
        Counts stored;
        for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
            for (const TableDefinition &table : topic.tables) {
                QStringList parts;
                for (const QString &field : table.dimensions)
                    parts.append(u"CAST(json_extract(value, '$.%1') AS TEXT)"_s.arg(field));
                QStringList counted;
                for (const FirstIn firstIn : {FirstIn::Month, FirstIn::Year, FirstIn::Ever}) {
                    if (firstIn >= table.period)
                        counted.append(u"first_in = '%1'"_s.arg(firstInName(firstIn)));
                }
                const bool joins = table.period > FirstIn::Week && !topic.isMonthly; // all of these weeks are October's
                const auto rows = TestSupport::query(path(u"raw.sqlite"_s),
                                                     u"SELECT %1 AS of, json_array(%2) AS cell, count(*) FROM event "
                                                     "WHERE topic = '%3' AND (%4) GROUP BY of, cell"_s.arg(
                                                         joins ? u"'2026-10'"_s : u"period"_s, parts.join(u", "_s),
                                                         topic.topic, joins ? counted.join(u" OR "_s) : u"true"_s));
                for (const QString &row : rows) {
                    const QStringList fields = row.split(u'|');
                    stored[table.table + u' ' + fields.value(0) + u' ' + fields.value(1)] =
                        fields.value(2).toLongLong();
                }
            }
        }
        for (auto cell = m_truth.begin(); cell != m_truth.end(); ++cell)
            QVERIFY2(stored.value(cell.key()) == cell.value(),
                     qPrintable(u"%1: %2, not %3"_s.arg(cell.key(), QString::number(stored.value(cell.key())),
                                                        QString::number(cell.value()))));
        QCOMPARE(stored.size(), m_truth.size());
    }
    void publishesTheTruthWithNoise()
    {
        const QByteArray output = aggregate();
        QVERIFY(output.contains("6 closed week(s) and month(s) to draw"));
        const Counts counts = published();
        QVERIFY2(counts.size() > 20, qPrintable(QString::number(counts.size()))); // 27 to 34, as the noise falls
        constexpr qint64 noise = 30; // beyond: e^-30 per cell, below 10^-9 for all of them
        constexpr qint64 rounding = 2;
        for (auto cell = counts.begin(); cell != counts.end(); ++cell) {
            QVERIFY2(m_truth.contains(cell.key()), qPrintable(cell.key()));
            QVERIFY(cell.value() >= 15);
            QCOMPARE(cell.value() % 5, 0);
            QVERIFY2(std::abs(cell.value() - m_truth[cell.key()]) <= noise + rounding, qPrintable(cell.key()));
        }
        qint64 difference = 0;
        for (auto cell = m_truth.begin(); cell != m_truth.end(); ++cell) {
            if (cell.value() >= 15 + noise)
                QVERIFY2(counts.contains(cell.key()), qPrintable(cell.key()));
            if (counts.contains(cell.key()))
                difference += std::abs(counts[cell.key()] - cell.value());
        }
        QVERIFY(difference > 0);
        QVERIFY(difference < 7 * counts.size()); // mean of noise 2.4 or 3.2, of rounding 1.2
    }
    void belowTheThresholdNothingIsSaid()
    {
        const Counts counts = published();
        int suppressed = 0;
        int lucky = 0;
        for (auto cell = m_truth.begin(); cell != m_truth.end(); ++cell) {
            if (cell.value() <= 5) { // noise of 10 or more: 10^-5 each
                ++suppressed;
                lucky += counts.contains(cell.key()) ? 1 : 0;
            }
        }
        QVERIFY(suppressed > 500);
        QVERIFY(lucky <= 2);
        for (const QByteArray &file : TestSupport::tree(path(u"public"_s)))
            QVERIFY(!file.contains("reporter\":\""));
    }
    void runningAgainChangesNoByte()
    {
        const auto before = TestSupport::tree(path(u"public"_s));
        QVERIFY(aggregate().contains("up to date"));
        QCOMPARE(TestSupport::tree(path(u"public"_s)), before);
    }
};

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
