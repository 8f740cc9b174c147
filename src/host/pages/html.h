#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Telemetry {

/// A piece of HTML or SVG. A value; pure. It is made from text only by escaping, so that nothing that somebody else
/// wrote (names of plugins, reasons in the history) can become markup. What is fixed in a program is html(), and a
/// sentence of the catalogue that has markup is marked() of words.h.
class Html
{
public:
    Html() = default;
    /// Text as it is meant to be read: escaped; characters that would change the direction or hide something are shown
    /// as what they are.
    explicit Html(const QString &text);

    Html &operator+=(const Html &more)
    {
        m_markup += more.m_markup;
        return *this;
    }
    friend Html operator+(Html a, const Html &b)
    {
        a += b;
        return a;
    }
    [[nodiscard]] const QString &markup() const { return m_markup; }
    [[nodiscard]] bool isEmpty() const { return m_markup.isEmpty(); }

private:
    friend Html html(const char16_t *markup, qsizetype size);
    QString m_markup;
};

/// Markup that a program of ours has as a literal.
[[nodiscard]] Html html(const char16_t *markup, qsizetype size);
template<std::size_t size> [[nodiscard]] Html html(const char16_t (&markup)[size])
{
    return html(markup, qsizetype(size) - 1);
}

/// Attributes of an element by their names; the values are escaped. One without a value (null) is left out.
using Attributes = QList<std::pair<const char *, QString>>;
/// An element with what is in it.
[[nodiscard]] Html element(const char *name, const Attributes &attributes, const Html &content);
/// An element that has nothing in it and no end, such as `<input>` or, in SVG, `<line/>`.
[[nodiscard]] Html lone(const char *name, const Attributes &attributes);
/// The head of a column of a table; `kind`: its class.
[[nodiscard]] Html columnHead(const QString &title, const QString &kind = {});
/// A table that scrolls by itself where the page is too narrow for it, with the columns' heads and the rows; `label`:
/// what is in it.
[[nodiscard]] Html scrolled(const QString &label, const Attributes &table, const Html &heads, const Html &rows);
/// A link with this text.
[[nodiscard]] Html link(const QString &address, const QString &text);
/// A name that somebody else chose, in its own direction; a long one goes to the next line behind a dot or an
/// underscore.
[[nodiscard]] Html named(const QString &name);

} // namespace Telemetry
