#include "host/certificate/page/pagedate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Telemetry {

QByteArray datedPage(QByteArray pdf, QDate day)
{
    // Bytes are characters here, so that places in the text are places in the file.
    static const QRegularExpression date(u"/CreationDate \\(D:(\\d{14})Z\\)"_s);
    const auto match = date.match(QString::fromLatin1(pdf));
    if (match.hasMatch())
        pdf.replace(match.capturedStart(1), match.capturedLength(1), day.toString(u"yyyyMMdd").toLatin1() + "000000");
    return pdf;
}

} // namespace Telemetry
