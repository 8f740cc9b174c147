#include "contract/version.h"

#include <QList>

#include <optional>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct Release
{
    QList<QStringView> numbers; ///< without leading zeros
    QStringView post;           ///< empty: no post release
};

std::optional<QStringView> digits(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
    }
    while (text.size() > 1 && text.front() == u'0')
        text = text.mid(1);
    return text;
}

std::optional<Release> parse(QStringView text)
{
    Release release;
    for (QStringView part : text.split(u'.')) {
        if (!release.post.isEmpty())
            return std::nullopt;
        const bool post = part.startsWith("post"_L1);
        const auto number = digits(post ? part.mid(4) : part);
        if (!number || (post && release.numbers.isEmpty()))
            return std::nullopt;
        if (post)
            release.post = *number;
        else
            release.numbers.append(*number);
    }
    return release;
}

int compareNumbers(QStringView a, QStringView b)
{
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return a.compare(b);
}

} // namespace

int compareVersions(QStringView a, QStringView b)
{
    const auto left = parse(a);
    const auto right = parse(b);
    if (!left || !right)
        return int(left.has_value()) - int(right.has_value());
    const qsizetype length = qMax(left->numbers.size(), right->numbers.size());
    for (qsizetype i = 0; i < length; ++i) {
        const QStringView zero = u"0";
        const int order = compareNumbers(left->numbers.value(i, zero), right->numbers.value(i, zero));
        if (order != 0)
            return order;
    }
    return compareNumbers(left->post, right->post); // no post release is the empty text: below ".post0"
}

bool isStableRelease(QStringView version)
{
    return parse(version).has_value();
}

} // namespace Telemetry
