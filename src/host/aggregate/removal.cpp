#include "host/aggregate/removal.h"

#include "contract/publicstrings.h"
#include "host/aggregate/celltexts.h"
#include "host/aggregate/release.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

struct TableOfTopic
{
    const TopicDefinition *topic = nullptr; // null: this dictionary doesn't have it
    const TableDefinition *table = nullptr;
};

TableOfTopic find(const DataDictionary &dictionary, const QString &name)
{
    for (const TopicDefinition &topic : dictionary.topics()) {
        for (const TableDefinition &table : topic.tables) {
            if (table.table == name)
                return {&topic, &table};
        }
    }
    return {};
}

/// The text of the dimension; null when the table doesn't have it.
QString textOf(const TableDefinition &table, const QString &field, const QString &key)
{
    return textsOfJson(key).value(table.dimensions.indexOf(field));
}

bool isNameOf(const QString &plugin, const QString &text)
{
    return normalisedPluginName(text) == plugin;
}

/// PLUGIN.command
bool isCommandOf(const QString &plugin, const QString &text)
{
    return isNameOf(plugin, text.section(u'.', 0, 0));
}

bool isOfPlugin(const TableOfTopic &found, const QString &key, const QString &plugin)
{
    if (!found.topic) { // nobody knows any more what its texts are
        const QStringList texts = textsOfJson(key);
        return std::any_of(texts.begin(), texts.end(),
                           [&](const QString &text) { return isNameOf(plugin, text) || isCommandOf(plugin, text); });
    }
    const PublicRule &rule = found.topic->publicRule;
    switch (rule.kind) {
    case PublicRule::Kind::Plugin:
        return isNameOf(plugin, textOf(*found.table, rule.nameField, key));
    case PublicRule::Kind::Command:
        return isCommandOf(plugin, textOf(*found.table, rule.nameField, key));
    case PublicRule::Kind::Nothing:
    case PublicRule::Kind::Version:
        break;
    }
    return false;
}

Error wrong(const QString &why)
{
    return Error{Error::Code::Invalid, why};
}

} // namespace

QString removalKindName(Removal::Kind kind)
{
    switch (kind) {
    case Removal::Kind::Cell:
        return u"cell"_s;
    case Removal::Kind::Topic:
        return u"topic"_s;
    case Removal::Kind::Plugin:
        break;
    }
    return u"plugin"_s;
}

Result<Removal::Kind> removalKindFrom(const QString &name)
{
    for (const auto kind : {Removal::Kind::Cell, Removal::Kind::Topic, Removal::Kind::Plugin}) {
        if (name == removalKindName(kind))
            return kind;
    }
    return Error{Error::Code::Unsupported, u"\"%1\" can't be removed; there are cell, topic and plugin"_s.arg(name)};
}

Result<Removal> readRemoval(const QStringList &words, const QString &reason, QDate day,
                            const DataDictionary &dictionary)
{
    const auto kind = removalKindFrom(words.value(0));
    if (!kind)
        return wrong(kind.error().detail);
    if (words.value(1).trimmed().isEmpty())
        return wrong(u"say what is removed, such as \"remove plugin napari-svg\""_s);
    if (reason.trimmed().isEmpty())
        return wrong(u"a removal needs a --reason, which the history shows"_s);
    Removal removal{kind.value(), words[1], words.mid(2), day, reason.trimmed()};
    if (removal.kind != Removal::Kind::Cell && words.size() > 2)
        return wrong(u"\"remove %1\" takes one name"_s.arg(words[0]));
    switch (removal.kind) {
    case Removal::Kind::Plugin: {
        static const QRegularExpression form(u"\\A[a-z0-9]+(-[a-z0-9]+)*\\z"_s);
        removal.name = normalisedPluginName(removal.name);
        if (!form.match(removal.name).hasMatch())
            return wrong(u"that can't be the name of a plugin"_s);
        break;
    }
    case Removal::Kind::Topic:
        if (!dictionary.topic(removal.name))
            return wrong(u"the data dictionary has no topic \"%1\""_s.arg(removal.name));
        break;
    case Removal::Kind::Cell: {
        const TableOfTopic found = find(dictionary, removal.name);
        if (!found.table)
            return wrong(u"the data dictionary has no table \"%1\""_s.arg(removal.name));
        if (found.table->dimensions.size() != removal.key.size())
            return wrong(u"a cell of %1 is named by: %2"_s.arg(
                removal.name, found.table->dimensions.isEmpty() ? u"nothing"_s : found.table->dimensions.join(u' ')));
        break;
    }
    }
    return removal;
}

bool removes(const Removal &removal, const DataDictionary &dictionary, const QString &table, const QString &key)
{
    const TableOfTopic found = find(dictionary, table);
    switch (removal.kind) {
    case Removal::Kind::Cell:
        return removal.name == table && removal.key == textsOfJson(key);
    case Removal::Kind::Topic:
        return found.topic && found.topic->topic == removal.name;
    case Removal::Kind::Plugin:
        break;
    }
    return isOfPlugin(found, key, removal.name);
}

bool removesTable(const Removal &removal, const DataDictionary &dictionary, const QString &table)
{
    if (removal.kind == Removal::Kind::Cell) // of a table that is one total
        return removal.name == table && removal.key.isEmpty();
    const TableOfTopic found = find(dictionary, table);
    return removal.kind == Removal::Kind::Topic && found.topic && found.topic->topic == removal.name;
}

bool applyRemovals(const QList<Removal> &removals, const DataDictionary &dictionary, Release &release)
{
    const auto isRemoved = [&](const ReleasedCell &cell) {
        return std::any_of(removals.begin(), removals.end(),
                           [&](const Removal &removal) { return removes(removal, dictionary, cell.table, cell.key); });
    };
    const auto isRemovedTable = [&](const QString &table) {
        return std::any_of(removals.begin(), removals.end(),
                           [&](const Removal &removal) { return removesTable(removal, dictionary, table); });
    };
    // A sum that stayed would be the number that was taken out, as the first year's sum is.
    const auto sums = release.sums.removeIf([&](const RunningSum &sum) { return isRemovedTable(sum.table); });
    return release.cells.removeIf(isRemoved) + sums > 0;
}

} // namespace Telemetry
