#include "client/language/language.h"

#include "client/language/englishscope.h"
#include "client/language/switchabletranslator.h"

#include <QCoreApplication>
#include <QEvent>

#include <memory>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// Keeps the application from hearing of a translator that is none of its business: it would tell every widget of
/// napari, which lays itself out anew (some 7 ms). Nobody else's text changes, and there is none of ours yet.
class Quiet : public QObject
{
public:
    Quiet() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return watched == qApp && event->type() == QEvent::LanguageChange;
    }
};

} // namespace

QStringList Language::shipped()
{
    return QStringLiteral(TELEMETRY_LANGUAGES).split(u' ');
}

QString Language::choose(const QString &napariSetting, const QLocale &locale)
{
    for (QString wanted : QStringList{napariSetting} + locale.uiLanguages()) {
        // Of "pl_PL", "de-AT" or "de-Latn-DE" the language counts.
        const QString language = wanted.replace(u'-', u'_').section(u'_', 0, 0).toLower();
        if (shipped().contains(language))
            return language;
    }
    return u"en"_s;
}

bool Language::install(const QString &language, const QString &folder)
{
    const Quiet quiet; // also of taking it out again
    auto translator = std::make_unique<SwitchableTranslator>(language, folder);
    if (!QCoreApplication::installTranslator(translator.get()))
        return false;
    translator.release()->setParent(qApp);
    return true;
}

QString Language::current()
{
    return QCoreApplication::translate(SwitchableTranslator::languageContext, "en");
}

bool Language::isTranslated()
{
    return current() != "en"_L1;
}

QLocale Language::locale()
{
    const QLocale user;
    const QLocale texts(EnglishScope::isActive() ? u"en"_s : current());
    return user.language() == texts.language() ? user : QLocale(texts.language(), user.territory());
}

} // namespace Telemetry
