#include "host/pages/historypage.h"

#include "host/history/keysjson.h"
#include "host/pages/wording.h"
#include "host/pages/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A text of `what`, which anybody with a key may have written: one line at most.
QString textOf(const HistoryEntry &entry, const QString &name)
{
    const QString text = entry.said.what.value(name).toString();
    return isHistoryText(text) ? text : QString();
}

QString removalWords(const QString &kind)
{
    if (kind == "plugin"_L1)
        return Words::tr("A plugin was taken out of all published numbers, for good.");
    if (kind == "topic"_L1)
        return Words::tr("A topic was taken out of all published numbers, for good.");
    return Words::tr("A number was taken out of everything that is published, for good.");
}

QString keyWords(const HistoryEntry &entry)
{
    const auto change = readKeyChange(entry.said.what);
    const QString name = textOf(entry, u"name"_s);
    if (!change)
        return Words::tr("The keys that sign the history were changed.");
    switch (change.value().does) {
    case KeyChange::Does::Add:
        return Words::tr("The key %1 signs from now on. Its holder: %2.").arg(name, change.value().holder);
    case KeyChange::Does::Retire:
        return Words::tr("The key %1 was retired: it signs no more.").arg(name);
    case KeyChange::Does::Revoke:
        break;
    }
    return Words::tr("The key %1 was revoked: what it signs is not to be believed any more.").arg(name);
}

Html rowOf(const HistoryEntry &entry)
{
    const Html reason = entry.said.reason.isEmpty()
                            ? Html()
                            : html(u"<br>") + marked(Words::tr("Reason: %1"), {named(entry.said.reason)});
    return element("tr", {{"data-kind", nameOf(entry.said.kind)}},
                   element("th", {{"scope", u"row"_s}, {"class", u"number"_s}}, Html(QString::number(entry.n + 1)))
                       + element("td", {{"class", u"day"_s}}, Html(dayText(entry.day)))
                       + element("td", {}, Html(wordsOf(entry)) + reason));
}

QString signers(const PageData &data)
{
    QStringList names;
    for (const HistoryKey &key : data.signedBy())
        names.append(u"%1 (%2)"_s.arg(QString::fromLatin1(key.name), key.holder));
    return names.isEmpty() ? Words::tr("It is not signed: no key has been entered yet.")
                           : Words::tr("Signed by the key %1.").arg(listed(names));
}

Html fact(const QString &name, const Html &value)
{
    return element("dt", {}, Html(name)) + element("dd", {}, value);
}

Html fingerprint(const PageData &data)
{
    const QList<HistoryEntry> &entries = data.history().entries();
    if (entries.isEmpty())
        return element("p", {{"class", u"message"_s}},
                       Html(Words::tr("Nothing has been published yet, so there is no line.")));
    return element(
        "dl", {{"class", u"facts"_s}},
        fact(Words::tr("lines"), Html(grouped(entries.size())))
            + fact(Words::tr("the last one is of"), Html(dayText(entries.last().day)))
            + fact(Words::tr("its fingerprint (SHA-256)"),
                   element("code", {{"id", u"fingerprint"_s}}, Html(QString::fromLatin1(data.history().lastHash()))))
            + fact(Words::tr("signature"), Html(signers(data))));
}

QString summary(const PageData &data)
{
    const QList<HistoryEntry> &entries = data.history().entries();
    const auto count = [&](HistoryKind kind) {
        return int(std::count_if(entries.begin(), entries.end(),
                                 [&](const HistoryEntry &entry) { return entry.said.kind == kind; }));
    };
    //: Three counts follow, each with its word
    return Words::tr("Up to now: %1, %2, %3.")
        .arg(Words::tr("%n release(s)", nullptr, count(HistoryKind::Release)),
             Words::tr("%n removal(s)", nullptr, count(HistoryKind::Removal)),
             Words::tr("raw events were read %n time(s)", nullptr, count(HistoryKind::Access)));
}

Html command(const QString &text)
{
    return element("pre", {}, Html(text));
}

Html howToCheck(const SiteShape &shape, const PagePlace &place)
{
    const QString data = (shape.address.isEmpty() ? u"ADDRESS/"_s : shape.address) + u"data"_s;
    return element(
        "section", {},
        element("h2", {{"id", u"check"_s}}, Html(Words::tr("Keep a copy, and check")))
            + element("p", {}, Html(Words::tr("Everybody can check it, with the public files alone:")))
            + command(u"napari-telemetry-aggregate verify --history %1"_s.arg(data))
            + element(
                "p", {},
                marked(Words::tr("Who keeps %1 can find later whether any line was changed or taken away, even by the "
                                 "operators:"),
                       {link(place.root + u"data/history.jsonl"_s, u"history.jsonl"_s)}))
            + command(u"napari-telemetry-aggregate verify --history %1 --against YOUR_FOLDER"_s.arg(data))
            + element(
                "p", {},
                Html(Words::tr("Compare the name of the key with what its holder says elsewhere. Each line names the "
                               "SHA-256 of the line before and of the files that it publishes, so one fingerprint "
                               "stands for everything up to it. It doesn’t say that a number was right when it was "
                               "published."))));
}

Html allLines(const QList<HistoryEntry> &entries)
{
    Html rows;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        rows += rowOf(*entry) + html(u"\n");
    const QString title = Words::tr("All lines, the newest first");
    return element("section", {},
                   element("h2", {{"id", u"lines"_s}}, Html(title))
                       + scrolled(title, {{"class", u"texts"_s}},
                                  columnHead(Words::tr("line"), u"number"_s) + columnHead(Words::tr("day"))
                                      + columnHead(Words::tr("what")),
                                  rows));
}

} // namespace

QString wordsOf(const HistoryEntry &entry)
{
    switch (entry.said.kind) {
    case HistoryKind::Dictionary:
        return Words::tr("The data dictionary: what may be sent, and how it is published.");
    case HistoryKind::PublicList:
        return Words::tr("The list of what may be named: plugins, commands, versions.");
    case HistoryKind::Endpoints:
        return Words::tr("The addresses that each level is sent to.");
    case HistoryKind::Release: {
        const QString period = textOf(entry, u"period"_s);
        return Period::fromString(period) ? Words::tr("The numbers of %1 were published.").arg(periodText(period))
                                          : Words::tr("Numbers were published.");
    }
    case HistoryKind::Removal:
        return removalWords(textOf(entry, u"kind"_s));
    case HistoryKind::DrawAgain:
        return Words::tr("Numbers that were not published yet were drawn again.");
    case HistoryKind::Access:
        return Words::tr("A person read raw events: %1.").arg(textOf(entry, u"who"_s));
    case HistoryKind::Files:
        return Words::tr("Files that follow from the numbers were made anew, by another version of the program.");
    case HistoryKind::Key:
        break;
    }
    return keyWords(entry);
}

SitePage historyPage(const PageData &data, const SiteShape &shape, const PagePlace &place)
{
    SitePage page{u"history.html"_s,
                  Words::tr("History and removals"),
                  Words::tr("Everything that was published, removed or read, and how anybody can check it."),
                  {},
                  {}};
    page.lead = element(
        "p", {{"class", u"lead"_s}},
        Html(Words::tr("A published number never changes, but for a removal. Every data dictionary, release, removal "
                       "and reading of raw events is a line of one list, to which lines are only added.")
             + u' ' + summary(data)));
    page.main = fingerprint(data) + howToCheck(shape, place);
    if (!data.history().entries().isEmpty())
        page.main += allLines(data.history().entries());
    return page;
}

} // namespace Telemetry
