#include "host/pages/badge.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int padding = 8;

/// The text is stretched to this width, so that it fits with whatever letters a computer has.
int widthOf(const QString &text)
{
    return static_cast<int>(text.size()) * 13 / 2;
}

Html part(const char *colour, int x, const QString &text)
{
    const int width = widthOf(text);
    return lone("rect", {{"x", QString::number(x)},
                         {"width", QString::number(width + 2 * padding)},
                         {"height", u"20"_s},
                         {"fill", QString::fromLatin1(colour)}})
           + element("text",
                     {{"x", QString::number(x + padding)},
                      {"y", u"14"_s},
                      {"textLength", QString::number(width)},
                      {"lengthAdjust", u"spacingAndGlyphs"_s}},
                     Html(text));
}

} // namespace

QByteArray badge(const QString &label, const QString &value)
{
    const int left = widthOf(label) + 2 * padding;
    const int width = left + widthOf(value) + 2 * padding;
    const QString words = u"%1: %2"_s.arg(label, value);
    const Html drawn = element(
        "svg",
        {{"xmlns", u"http://www.w3.org/2000/svg"_s},
         {"width", QString::number(width)},
         {"height", u"20"_s},
         {"role", u"img"_s},
         {"aria-label", words}},
        element("title", {}, Html(words))
            + element(
                "g",
                {{"fill", u"#fff"_s}, {"font-family", u"Verdana,DejaVu Sans,sans-serif"_s}, {"font-size", u"11"_s}},
                part("#4a4a4a", 0, label) + part("#1f6fb2", left, value)));
    return drawn.markup().toUtf8() + '\n';
}

} // namespace Telemetry
