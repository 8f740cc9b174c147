#include "host/certificate/page/certificatepage.h"

#include "host/certificate/months.h"
#include "host/certificate/page/monthchart.h"
#include "host/certificate/page/pagedate.h"
#include "host/certificate/page/pagemarks.h"
#include "host/certificate/page/qrcode.h"
#include "host/certificate/page/sheet.h"
#include "host/certificate/page/yeartable.h"

#include <QBuffer>
#include <QLocale>
#include <QMarginsF>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QRawFont>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int resolution = 1'200; // units per inch; the page has no pixels, and places of letters are rounded to it
constexpr qreal millimetresPerInch = 25.4;
constexpr qreal left = 20; // mm, as all that follow
constexpr qreal width = 170;
constexpr qreal top = 18;
constexpr qreal bottom = 280;
constexpr qreal codeSize = 36;
constexpr qreal greatestChart = 78;

const TextStyle body{8.5, QFont::Normal, Sheet::ink};
const TextStyle heading{9, QFont::DemiBold, Sheet::accent};
const TextStyle aside{8, QFont::Normal, Sheet::muted};

QString range(const Certificate &certificate)
{
    if (certificate.from == certificate.to)
        return u"People in %1"_s.arg(monthInWords(certificate.from));
    return u"People per month, %1 to %2"_s.arg(monthInWords(certificate.from), monthInWords(certificate.to));
}

QString published(const Certificate &certificate)
{
    const qsizetype all = monthsBetween(certificate.from, certificate.to).size();
    const qsizetype there = certificate.months.size();
    if (there == all)
        return all == 1 ? u"The number of this month was published."_s
                        : u"The numbers of all %1 months were published."_s.arg(all);
    return u"Of these %1 months %2 %3 a published number. The others were not published, which is not zero."_s.arg(
        QString::number(all), QString::number(there), there == 1 ? u"has"_s : u"have"_s);
}

/// Returns where it ends.
qreal drawHead(const Sheet &sheet, const Certificate &certificate)
{
    drawMark(sheet, {left, top}, 13);
    sheet.line({left + 17, top + 0.5, 100, 5}, u"napari telemetry"_s, {9.5, QFont::Normal, Sheet::muted});
    sheet.line({left + 17, top + 5, 110, 8}, u"Certificate of published numbers"_s, {15, QFont::DemiBold, Sheet::ink});
    sheet.line({left + 120, top + 0.5, width - 120, 5},
               u"issued on %1"_s.arg(QLocale::c().toString(certificate.issued, u"d MMMM yyyy")),
               {9.5, QFont::Normal, Sheet::muted, Qt::AlignRight | Qt::AlignTop});
    sheet.stroke({left, top + 18}, {left + width, top + 18}, Sheet::hairline, 0.25);
    TextStyle name{28, QFont::Bold, Sheet::ink};
    while (name.points > 16 && sheet.widthOf(certificate.plugin, name) > width)
        name.points -= 1;
    qreal y = top + 23;
    y += sheet.paragraph({left, y}, width, certificate.plugin, name) + 1;
    y += sheet.paragraph({left, y}, width, range(certificate), {12, QFont::Normal, Sheet::ink}) + 1;
    return y + sheet.paragraph({left, y}, width, published(certificate), {9.5, QFont::Normal, Sheet::muted});
}

QString howToVerify()
{
    return u"Anybody can draw such a page. What counts is the signed file of the same name, ending in .json, which is "
           "attached to this PDF. Scan the code, or open the address below, and choose that file: it is verified on "
           "your "
           "own computer and sent nowhere. Or run “napari-telemetry-aggregate verify”, which needs no network. For "
           "each "
           "number the file names the line of the public history and the SHA-256 of the published file that it is from."_s;
}

/// A number and its unit are not parted by the end of a line.
QString method(const Certificate &certificate)
{
    return QString(certificate.method).replace(u" %"_s, u"\u00a0%"_s);
}

/// Its height must be known before: the chart takes what is left.
qreal heightOfFoot(const Sheet &sheet)
{
    const qreal text = sheet.heightOf(width - codeSize - 6, howToVerify(), body);
    return std::max(codeSize, text + 22);
}

void drawFoot(const Sheet &sheet, qreal y, const Certificate &certificate, const QByteArray &sha256, const QrCode &code)
{
    sheet.stroke({left, y - 4}, {left + width, y - 4}, Sheet::hairline, 0.25);
    const qreal room = width - codeSize - 6;
    // Its light border needs no room of its own: the dark part ends where the lines do.
    const qreal border = codeSize * quietModules / (code.width + 2 * quietModules);
    drawCode(sheet, {left + width - codeSize + border, y - 3, codeSize, codeSize}, code);
    y += sheet.paragraph({left, y}, room, u"How to verify"_s, heading) + 0.5;
    y += sheet.paragraph({left, y}, room, howToVerify(), body) + 2;
    for (const auto &[name, value] :
         {std::pair(u"Address"_s, certificate.verify),
          std::pair(u"Signed by the key"_s, QString::fromLatin1(keyName(certificate.publicKey))),
          std::pair(u"SHA-256 of the file"_s, QString::fromLatin1(sha256))}) {
        sheet.line({left, y, 28, 4}, name, aside);
        sheet.line({left + 29, y, room - 29, 4}, value, body);
        y += 4.5;
    }
}

void draw(const Sheet &sheet, const Certificate &certificate, const QByteArray &sha256, const QrCode &code)
{
    const qreal foot = bottom - heightOfFoot(sheet);
    const qreal reading = foot - 10 - sheet.heightOf(width, method(certificate), body) - 5;
    const qreal table = reading - 10 - heightOfYearTable(certificate);
    const qreal head = drawHead(sheet, certificate) + 3;
    const qreal caption = 9;
    const qreal chart = std::min(greatestChart, table - caption - head);
    // What the chart leaves goes between the parts, not to the end.
    const qreal gap = std::max<qreal>(0, (table - caption - head - chart) / 3);
    drawMonthChart(sheet, {left, head + gap, width, chart}, certificate);
    sheet.line(
        {left, head + gap + chart, width, 4},
        u"Dot: published number of people. Bar: the interval that the count is in with a probability of 95\u00a0%. "
        "Grey: not published."_s,
        aside);
    drawYearTable(sheet, {left, table - gap}, width, certificate);
    sheet.line(
        {left, table - gap + heightOfYearTable(certificate) + 1, width, 4},
        u"Below each year: how many of its months in this range were published. Dash: not published, which is not "
        "zero."_s,
        aside);
    sheet.paragraph({left, reading - gap / 2}, width, u"How to read the numbers"_s, heading);
    sheet.paragraph({left, reading - gap / 2 + 5}, width, method(certificate), body);
    drawFoot(sheet, foot, certificate, sha256, code);
}

} // namespace

QString verificationAddress(const Certificate &certificate, const QByteArray &sha256)
{
    return certificate.verify + u"#sha256="_s + QString::fromLatin1(sha256);
}

Result<QByteArray> certificatePage(const Certificate &certificate, const QByteArray &sha256)
{
    // Without any, Qt draws a page without letters; it lists families then, too, but none of them has a file.
    if (QRawFont::fromFont(QFont()).fontTable("cmap").isEmpty())
        return Error{Error::Code::NotFound, u"there is no font; install fonts-open-sans"_s};
    const auto code = qrCodeOf(verificationAddress(certificate, sha256).toUtf8());
    if (!code)
        return code.error();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(resolution);
        writer.setTitle(u"%1, %2 to %3: certificate of published numbers"_s.arg(certificate.plugin, certificate.from,
                                                                                certificate.to));
        writer.setCreator(u"napari-telemetry-aggregate " TELEMETRY_VERSION ""_s);
        writer.addFileAttachment(u"%1-%2-%3.json"_s.arg(certificate.plugin, certificate.from, certificate.to),
                                 certificateBytes(certificate), u"application/json"_s);
        QPainter painter;
        if (!painter.begin(&writer))
            return Error{Error::Code::Io, u"Qt can't write a PDF"_s};
        draw(Sheet(painter, resolution / millimetresPerInch), certificate, sha256, code.value());
        painter.end();
    }
    return datedPage(buffer.data(), certificate.issued);
}

} // namespace Telemetry
