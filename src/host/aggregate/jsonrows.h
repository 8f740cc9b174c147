#pragma once

#include "host/aggregate/release.h"

#include <QByteArray>
#include <QJsonObject>

namespace Telemetry {

/// A public JSON object with rows, of which there may be hundreds of thousands. Pure; not thread-safe.
class JsonRows
{
public:
    /// `object`: its other members.
    explicit JsonRows(QJsonObject object);

    /// Adds a row behind those that there are; `more`: members of it as JSON, each with a comma in front.
    void add(const ReleasedCell &cell, const QByteArray &more = {});
    /// The object; its members are in the order of their names. Once.
    [[nodiscard]] QByteArray take();

private:
    QByteArray m_bytes; ///< up to the last row
    QByteArray m_rest;
    bool m_isEmpty = true;
};

} // namespace Telemetry
