#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// The language of our texts. GUI thread, except where said.
class Language
{
public:
    /// The codes of what ships, such as "de". English is always among them.
    [[nodiscard]] static QStringList shipped();
    /// The language to show to somebody who set this one in napari (such as "de" or "pl_PL"; empty: none) and whose
    /// system has this locale: the setting, else the first of the locale's languages that ships, else English.
    [[nodiscard]] static QString choose(const QString &napariSetting, const QLocale &locale);
    /// Shows our texts in this language from now on, in all our plugins. To be called once, before the first text is
    /// made; nobody is told (no LanguageChange). False when there is no such language; the texts are English then.
    static bool install(const QString &language, const QString &folder = QStringLiteral(":/telemetry/i18n"));

    /// The language that was installed, within an EnglishScope, too; "en" if none. Any thread, any of our plugins.
    [[nodiscard]] static QString current();
    /// Whether there is an English original to show beside the texts. Any thread, any of our plugins.
    [[nodiscard]] static bool isTranslated();
    /// How dates and numbers are written in our texts: the user's locale where it is of the language that they have
    /// now. Any thread, any of our plugins.
    [[nodiscard]] static QLocale locale();
};

} // namespace Telemetry
