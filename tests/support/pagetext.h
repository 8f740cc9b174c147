#pragma once

#include "host/pages/html.h"

#include <QRegularExpression>

namespace TestSupport {

/// A piece of a page without the elements that only say for scripts what number it is.
inline QString withoutData(const Telemetry::Html &html)
{
    static const QRegularExpression tags(QStringLiteral("</?data[^>]*>"));
    return QString(html.markup()).remove(tags);
}

} // namespace TestSupport
