#include "host/pages/html.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Whether readers would not see it, or would see what is beside it otherwise.
bool isHidden(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_Surrogate
           || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString escaped(const QString &text)
{
    QString out;
    out.reserve(text.size());
    const auto characters = text.toUcs4();
    for (const char32_t c : characters) {
        switch (c) {
        case U'<':
            out += u"&lt;"_s;
            break;
        case U'>':
            out += u"&gt;"_s;
            break;
        case U'&':
            out += u"&amp;"_s;
            break;
        case U'"':
            out += u"&quot;"_s;
            break;
        case U'\'':
            out += u"&#39;"_s;
            break;
        default:
            if (isHidden(c))
                out += u"[U+%1]"_s.arg(c, 4, 16, QChar(u'0')).toUpper();
            else
                out += QStringView(QChar::fromUcs4(c));
        }
    }
    return out;
}

Html opened(const char *name, const Attributes &attributes, const Html &end)
{
    Html markup = html(u"<");
    markup += Html(QString::fromLatin1(name));
    for (const auto &[attribute, value] : attributes) {
        if (value.isNull())
            continue;
        markup += html(u" ") + Html(QString::fromLatin1(attribute)) + html(u"=\"") + Html(value) + html(u"\"");
    }
    return markup + end;
}

} // namespace

Html::Html(const QString &text)
    : m_markup(escaped(text))
{
}

Html html(const char16_t *markup, qsizetype size)
{
    Html made;
    made.m_markup = QString(reinterpret_cast<const QChar *>(markup), size);
    return made;
}

Html element(const char *name, const Attributes &attributes, const Html &content)
{
    return opened(name, attributes, html(u">")) + content + html(u"</") + Html(QString::fromLatin1(name)) + html(u">");
}

Html lone(const char *name, const Attributes &attributes)
{
    return opened(name, attributes, html(u"/>"));
}

Html columnHead(const QString &title, const QString &kind)
{
    return element("th", {{"scope", u"col"_s}, {"class", kind}}, Html(title));
}

Html scrolled(const QString &label, const Attributes &table, const Html &heads, const Html &rows)
{
    return element(
        "div", {{"class", u"scroll whole"_s}, {"tabindex", u"0"_s}, {"role", u"region"_s}, {"aria-label", label}},
        element("table", table, element("thead", {}, element("tr", {}, heads)) + element("tbody", {}, rows)));
}

Html link(const QString &address, const QString &text)
{
    return element("a", {{"href", address}}, Html(text));
}

Html named(const QString &name)
{
    Html text;
    qsizetype from = 0;
    for (qsizetype at = 0; at < name.size(); ++at) {
        if ((name[at] == u'.' || name[at] == u'_') && at + 1 < name.size()) {
            text += Html(name.mid(from, at + 1 - from)) + html(u"<wbr>");
            from = at + 1;
        }
    }
    return element("bdi", {}, text + Html(name.mid(from)));
}

} // namespace Telemetry
