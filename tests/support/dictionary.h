#pragma once

#include "contract/datadictionary.h"
#include "contract/publicstrings.h"

#include <QFile>
#include <QTest>

/// What ships, for tests.
namespace TestSupport {

inline QByteArray resource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not in the test's resources", qPrintable(path));
    return file.readAll();
}

inline const Telemetry::DataDictionary &dictionary()
{
    static const Telemetry::DataDictionary shipped =
        Telemetry::DataDictionary::load(resource(QStringLiteral(":/telemetry/dictionary.json"))).value();
    return shipped;
}

inline const Telemetry::PublicStrings &publicStrings()
{
    static const Telemetry::PublicStrings shipped =
        Telemetry::PublicStrings::load(resource(QStringLiteral(":/telemetry/public-list.json"))).value();
    return shipped;
}

/// The names of the topics of this level and those below, in the dictionary's order.
inline QStringList topicsUpTo(Telemetry::Level level)
{
    QStringList names;
    for (const Telemetry::TopicDefinition &topic : dictionary().topics()) {
        if (topic.level <= level)
            names.append(topic.topic);
    }
    return names;
}

} // namespace TestSupport
