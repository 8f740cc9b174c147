#include "client/consent/question.h"

#include "client/consent/contact.h"
#include "client/consent/levelsummary.h"

#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString link(const QString &address, const QString &text, const QString &color)
{
    return u"<a style=\"color: %1\" href=\"%2\">%3</a>"_s.arg(color, address, text.toHtmlEscaped());
}

QString pageLink(const QString &address, const QString &color)
{
    return link(address, QUrl(address).host(), color);
}

} // namespace

Question::Question(const DataDictionary &dictionary, const Endpoints &endpoints, int since)
    : m_dictionary(dictionary)
    , m_endpoints(endpoints)
    , m_since(since)
{
}

QString Question::heading() const
{
    return isDifference() ? tr("May napari report something new?") : tr("May napari report how it is used?");
}

QString Question::intro() const
{
    if (isDifference())
        return tr("You agreed to reports before. This version can send more than it could then; what is new is listed "
                  "here. Nothing is sent until you answer.");
    return tr(
        "The developers of napari, an open community project, do not know how many people use it, on which systems "
        "and with which plugins. Reports help them to win grants and to look after what is used. The choice is "
        "yours: napari works the same with any answer.");
}

QString Question::choice(Level level) const
{
    if (!isDifference() || level == Level::None)
        return LevelSummary::description(m_dictionary, level);
    const QString added = LevelSummary::additions(m_dictionary, m_since, level);
    return added.isEmpty() ? tr("Nothing new.") : tr("New: %1.").arg(added);
}

QString Question::handling() const
{
    return LevelSummary::handling(m_endpoints);
}

QString Question::withdrawing() const
{
    return tr(
        "To change your mind, click “Telemetry” in the status bar and choose another level. You can also have erased "
        "what you sent.");
}

QString Question::contact(const QString &linkColor) const
{
    const QString mail = QLatin1StringView(Contact::mail);
    return tr("Questions: %1, or %2. More about telemetry in napari: %3, or the same page at %4.",
              "mail address, chat, host name, host name")
        .arg(link(u"mailto:"_s + mail, mail, linkColor),
             link(QLatin1StringView(Contact::chat), tr("napari's chat"), linkColor),
             pageLink(QLatin1StringView(Contact::landingPage), linkColor),
             pageLink(QLatin1StringView(Contact::samePage), linkColor));
}

QString Question::closing() const
{
    return tr("Closing this window means no telemetry. You will not be asked again in this Python environment.");
}

QByteArray Question::hash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QString &text) { hash.addData((text + u'\n').toUtf8()); };
    add(heading());
    add(intro());
    for (const Level level : {Level::None, Level::Basic, Level::Middle, Level::Full}) {
        add(LevelSummary::name(level));
        add(choice(level));
    }
    add(handling());
    add(withdrawing());
    add(contact({}));
    add(closing());
    return hash.result().toHex();
}

} // namespace Telemetry
