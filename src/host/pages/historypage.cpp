#include "host/pages/historypage.h"

#include "host/history/keysjson.h"
#include "host/pages/wording.h"

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
        return u"A plugin was taken out of all published numbers, for good."_s;
    if (kind == "topic"_L1)
        return u"A topic was taken out of all published numbers, for good."_s;
    return u"A number was taken out of everything that is published, for good."_s;
}

QString keyWords(const HistoryEntry &entry)
{
    const auto change = readKeyChange(entry.said.what);
    const QString name = textOf(entry, u"name"_s);
    if (!change)
        return u"The keys that sign the history were changed."_s;
    switch (change.value().does) {
    case KeyChange::Does::Add:
        return u"The key %1 signs from now on. Its holder: %2."_s.arg(name, change.value().holder);
    case KeyChange::Does::Retire:
        return u"The key %1 was retired: it signs no more."_s.arg(name);
    case KeyChange::Does::Revoke:
        break;
    }
    return u"The key %1 was revoked: what it signs is not to be believed any more."_s.arg(name);
}

Html rowOf(const HistoryEntry &entry)
{
    const Html reason = entry.said.reason.isEmpty() ? Html() : html(u"<br>Reason: ") + named(entry.said.reason);
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
    return names.isEmpty() ? u"It is not signed: no key has been entered yet."_s
                           : u"Signed by the key %1."_s.arg(listed(names));
}

Html fingerprint(const PageData &data)
{
    const QList<HistoryEntry> &entries = data.history().entries();
    if (entries.isEmpty())
        return html(u"<p class=\"message\">Nothing has been published yet, so there is no line.</p>");
    return element(
        "dl", {{"class", u"facts"_s}},
        html(u"<dt>lines</dt>") + element("dd", {}, Html(grouped(entries.size())))
            + html(u"<dt>the last one is of</dt>") + element("dd", {}, Html(dayText(entries.last().day)))
            + html(u"<dt>its fingerprint (SHA-256)</dt>")
            + element("dd", {},
                      element("code", {{"id", u"fingerprint"_s}}, Html(QString::fromLatin1(data.history().lastHash()))))
            + html(u"<dt>signature</dt>") + element("dd", {}, Html(signers(data))));
}

Html summary(const PageData &data)
{
    const QList<HistoryEntry> &entries = data.history().entries();
    const auto count = [&](HistoryKind kind) {
        return grouped(std::count_if(entries.begin(), entries.end(),
                                     [&](const HistoryEntry &entry) { return entry.said.kind == kind; }));
    };
    return Html(u"Up to now: %1 releases, %2 removals, %3 times somebody read raw events."_s.arg(
        count(HistoryKind::Release), count(HistoryKind::Removal), count(HistoryKind::Access)));
}

Html howToCheck(const SiteShape &shape)
{
    const QString place = (shape.address.isEmpty() ? u"ADDRESS/"_s : shape.address) + u"data"_s;
    return html(
               u"<section><h2 id=\"check\">Keep a copy, and check</h2><p>Everybody can check it, with the public files "
               u"alone:</p>")
           + element("pre", {}, Html(u"napari-telemetry-aggregate verify --history %1"_s.arg(place)))
           + html(u"<p>Who keeps <a href=\"data/history.jsonl\">history.jsonl</a> can find later whether any line was "
                  u"changed or taken away, even by the operators:</p>")
           + element("pre", {},
                     Html(u"napari-telemetry-aggregate verify --history %1 --against YOUR_FOLDER"_s.arg(place)))
           + html(
               u"<p>Compare the name of the key with what its holder says elsewhere. Each line names the SHA-256 of "
               u"the "
               u"line before and of the files that it publishes, so one fingerprint stands for everything up to it. It "
               u"doesn’t say that a number was right when it was published.</p></section>");
}

} // namespace

QString wordsOf(const HistoryEntry &entry)
{
    switch (entry.said.kind) {
    case HistoryKind::Dictionary:
        return u"The data dictionary: what may be sent, and how it is published."_s;
    case HistoryKind::PublicList:
        return u"The list of what may be named: plugins, commands, versions."_s;
    case HistoryKind::Endpoints:
        return u"The addresses that each level is sent to."_s;
    case HistoryKind::Release: {
        const QString period = textOf(entry, u"period"_s);
        return Period::fromString(period) ? u"The numbers of %1 were published."_s.arg(periodText(period))
                                          : u"Numbers were published."_s;
    }
    case HistoryKind::Removal:
        return removalWords(textOf(entry, u"kind"_s));
    case HistoryKind::DrawAgain:
        return u"Numbers that were not published yet were drawn again."_s;
    case HistoryKind::Access:
        return u"A person read raw events: %1."_s.arg(textOf(entry, u"who"_s));
    case HistoryKind::Files:
        return u"Files that follow from the numbers were made anew, by another version of the program."_s;
    case HistoryKind::Key:
        break;
    }
    return keyWords(entry);
}

SitePage historyPage(const PageData &data, const SiteShape &shape)
{
    SitePage page{u"history.html"_s,
                  u"History and removals"_s,
                  u"Everything that was published, removed or read, and how anybody can check it."_s,
                  {},
                  {}};
    page.lead =
        element("p", {{"class", u"lead"_s}},
                html(u"A published number never changes, but for a removal. Every data dictionary, release, removal "
                     u"and reading of raw events is a line of one list, to which lines are only added. ")
                    + summary(data));
    Html rows;
    const QList<HistoryEntry> &entries = data.history().entries();
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        rows += rowOf(*entry) + html(u"\n");
    page.main = fingerprint(data) + howToCheck(shape);
    if (!rows.isEmpty())
        page.main +=
            html(u"<section><h2 id=\"lines\">All lines, the newest first</h2><div class=\"scroll whole\" "
                 u"tabindex=\"0\" role=\"region\" aria-labelledby=\"lines\"><table class=\"texts\"><thead><tr><th "
                 u"scope=\"col\" class=\"number\">line</th><th scope=\"col\">day</th><th "
                 u"scope=\"col\">what</th></tr></thead><tbody>")
            + rows + html(u"</tbody></table></div></section>");
    return page;
}

} // namespace Telemetry
