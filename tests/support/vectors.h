#pragma once

#include "support/dictionary.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace TestSupport {

/// A file of published test vectors (tests/vectors), made by a second implementation, tests/vectors/make_vectors.py.
inline QJsonObject vectors(const QString &name)
{
    const QString folder = qEnvironmentVariable("TELEMETRY_SOURCE_DIR") + QStringLiteral("/tests/vectors/");
    return QJsonDocument::fromJson(resource(folder + name)).object();
}

} // namespace TestSupport
