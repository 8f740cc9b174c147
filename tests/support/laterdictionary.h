#pragma once

#include "support/dictionary.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace TestSupport {

/// The shipped dictionary as a later version of it could be: one more field at basic, one more topic at full.
inline Telemetry::DataDictionary laterDictionary()
{
    using namespace Qt::StringLiterals;
    QJsonObject json = QJsonDocument::fromJson(dictionary().source()).object();
    json[u"version"_s] = 2;
    QJsonArray topics = json[u"topics"_s].toArray();
    for (qsizetype i = 0; i < topics.size(); ++i) {
        QJsonObject topic = topics[i].toObject();
        if (topic[u"topic"_s] == "architecture"_L1)
            topic[u"fields_since"_s] = QJsonObject{{u"cpu_architecture"_s, 2}};
        if (topic[u"topic"_s] == "layer-size"_L1)
            topic[u"since"_s] = 2;
        topics[i] = topic;
    }
    json[u"topics"_s] = topics;
    return Telemetry::DataDictionary::load(QJsonDocument(json).toJson()).value();
}

} // namespace TestSupport
