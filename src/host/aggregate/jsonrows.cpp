#include "host/aggregate/jsonrows.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Telemetry {

// By hand: the key is JSON already.
void JsonRows::add(const ReleasedCell &cell, const QByteArray &more)
{
    m_rows += m_rows.isEmpty() ? "{\"key\":" : ",{\"key\":";
    m_rows += cell.key.toUtf8() + ",\"people\":" + QByteArray::number(cell.reporters) + more + '}';
}

QByteArray JsonRows::within(QJsonObject object) const
{
    static const QByteArray none = "\"rows\":[]"; // in no text: there quotation marks have a backslash in front
    object.insert(u"rows"_s, QJsonArray());
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return bytes.insert(bytes.indexOf(none) + none.size() - 1, m_rows);
}

} // namespace Telemetry
