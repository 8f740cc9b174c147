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
    QJsonObject environment = topics[0].toObject();
    environment[u"fields_since"_s] = QJsonObject{{u"cpu_architecture"_s, 2}};
    topics[0] = environment;
    QJsonObject layers = topics[3].toObject();
    layers[u"since"_s] = 2;
    topics[3] = layers;
    json[u"topics"_s] = topics;
    return Telemetry::DataDictionary::load(QJsonDocument(json).toJson()).value();
}

} // namespace TestSupport
