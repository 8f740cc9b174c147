#pragma once

#include "host/aggregate/release.h"

#include <QByteArray>
#include <QJsonObject>

namespace Telemetry {

/// The rows of a public JSON file, of which there may be hundreds of thousands. A value; pure.
class JsonRows
{
public:
    /// Behind those that there are; `more`: members of the object as JSON, each with a comma in front.
    void add(const ReleasedCell &cell, const QByteArray &more = {});
    /// The object with the rows among its members, in their order.
    [[nodiscard]] QByteArray within(QJsonObject object) const;

private:
    QByteArray m_rows;
};

} // namespace Telemetry
