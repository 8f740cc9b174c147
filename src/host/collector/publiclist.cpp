#include "host/collector/publiclist.h"

#include "contract/contenttag.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Everything of one kind that a list has.
struct Kind
{
    QString what;
    QSet<QString> (*of)(const PublicStrings &strings);
};

QSet<QString> setOf(const QStringList &list)
{
    return {list.begin(), list.end()};
}

QSet<QString> pluginCommands(const PublicStrings &strings)
{
    QSet<QString> commands;
    for (const QString &plugin : strings.plugins())
        commands += setOf(strings.commands(plugin));
    return commands;
}

QSet<QString> versions(const PublicStrings &strings)
{
    QSet<QString> versions;
    for (const QString &product : strings.versions().products()) {
        for (const QString &release : strings.versions().releases(product))
            versions.insert(product + u' ' + release);
    }
    return versions;
}

} // namespace

Result<SharedPublicList> readPublicList(const QByteArray &bytes)
{
    auto strings = PublicStrings::load(bytes);
    if (!strings)
        return strings.error();
    if (const qsizetype leftOut = strings.value().leftOut(); leftOut > 0)
        return Error{Error::Code::Invalid,
                     u"%1 entries of it are no names, releases or commands"_s.arg(QString::number(leftOut))};
    return std::make_shared<const PublicList>(PublicList{bytes, contentTag(bytes), std::move(strings).value()});
}

std::optional<QString> greatLoss(const PublicStrings &before, const PublicStrings &after)
{
    const Kind kinds[] = {
        {u"plugins"_s, [](const PublicStrings &strings) { return setOf(strings.plugins()); }},
        {u"commands of plugins"_s, pluginCommands},
        {u"commands of napari"_s, [](const PublicStrings &strings) { return strings.napariCommands(); }},
        {u"versions"_s, versions},
    };
    for (const Kind &kind : kinds) {
        const QSet<QString> had = kind.of(before);
        const qsizetype lost = (had - kind.of(after)).size();
        if (2 * lost > had.size())
            return u"it lacks %1 of the %2 %3 of the list in use"_s.arg(QString::number(lost),
                                                                        QString::number(had.size()), kind.what);
    }
    return std::nullopt;
}

} // namespace Telemetry
