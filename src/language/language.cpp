#include "language/language.h"

#include "language/englishscope.h"
#include "language/switchabletranslator.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace Telemetry {

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
