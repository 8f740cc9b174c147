#pragma once

#include "client/consent/clientfiles.h"
#include "client/consent/host.h"
#include "client/spool/disk/sqlitespool.h"
#include "contract/clock.h"
#include "support/grants.h"
#include "support/values.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace TestSupport {

/// A user's data folder with the telemetry plugin's in it, on Wednesday of 2026-W47.
struct SpoolFolder
{
    SpoolFolder()
    {
        host.dataFolder = folder.path();
        host.environment = QStringLiteral("env");
        host.napariVersion = QStringLiteral("0.9.2");
        host.pythonVersion = QStringLiteral("3.12.1");
        isMade = QDir().mkpath(Telemetry::ClientFiles(host).folder());
    }

    /// The spool, with the example of each topic recorded; not ok when one could not be.
    [[nodiscard]] Telemetry::Result<std::unique_ptr<Telemetry::SqliteSpool>> recordEachTopic() const
    {
        using namespace Telemetry;
        auto spool =
            SqliteSpool::open(ConsentGate::forTest(Level::Full), dictionary(), Telemetry::ClientFiles(host).spool());
        if (!spool)
            return spool;
        if (auto purged = spool.value()->purgeUncovered(); !purged) // as everybody does who records
            return purged.error();
        for (const TopicDefinition &topic : dictionary().topics()) {
            if (auto recorded = spool.value()->record(event(topic.topic, topic.example)); !recorded)
                return recorded.error();
        }
        return spool;
    }

    [[nodiscard]] Telemetry::ClientFiles files() const { return Telemetry::ClientFiles(host); }

    QTemporaryDir folder;
    Telemetry::Host host;
    Telemetry::FixedClock clock{QDateTime(QDate(2026, 11, 18), QTime(12, 0), Qt::UTC)};
    bool isMade = false;
};

/// Rows `name` (of a file) and `begins` (what is in it): both forms of an export.
inline void addExportForms()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("CSV") << QStringLiteral("a.CSV") << QByteArray("level,topic,period");
    QTest::newRow("JSON") << QStringLiteral("a.json") << QByteArray("{\"dictionary\":");
    QTest::newRow("any other name") << QStringLiteral("a.txt") << QByteArray("{\"dictionary\":");
}

} // namespace TestSupport
