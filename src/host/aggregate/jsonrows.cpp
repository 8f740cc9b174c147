#include "host/aggregate/jsonrows.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

JsonRows::JsonRows(QJsonObject object)
{
    static const QByteArray none = "\"rows\":[]"; // in no text: there quotation marks have a backslash in front
    object.insert(u"rows"_s, QJsonArray());
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    const qsizetype place = bytes.indexOf(none) + none.size() - 1;
    m_bytes = bytes.first(place);
    m_rest = bytes.sliced(place);
}

// By hand: the key is JSON already.
void JsonRows::add(const ReleasedCell &cell, const QByteArray &more)
{
    m_bytes += std::exchange(m_isEmpty, false) ? "{\"key\":" : ",{\"key\":";
    m_bytes += cell.key.toUtf8();
    m_bytes += ",\"people\":";
    m_bytes += QByteArray::number(cell.reporters);
    m_bytes += more;
    m_bytes += '}';
}

QByteArray JsonRows::take()
{
    m_bytes += m_rest;
    return std::move(m_bytes);
}

} // namespace Telemetry
