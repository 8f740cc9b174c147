#pragma once

#include "client/language/switchabletranslator.h"

#include <QCoreApplication>
#include <QTest>

namespace TestSupport {

/// Shows our texts in another language as long as it lives: one that ships; "xx", made up, with texts twice as long;
/// or "ar", made up, which is as long and runs from right to left. Needs test_languages.
class InLanguage
{
    Q_DISABLE_COPY_MOVE(InLanguage)
public:
    explicit InLanguage(const QString &language)
        : m_translator(language, isMadeUp(language) ? QStringLiteral(TELEMETRY_PSEUDO_FOLDER)
                                                    : QStringLiteral(":/telemetry/i18n"))
    {
        if (!QCoreApplication::installTranslator(&m_translator))
            qFatal("no texts in the language %s", qPrintable(language));
    }

private:
    static bool isMadeUp(const QString &language)
    {
        return language == QLatin1String("xx") || language == QLatin1String("ar");
    }
    Telemetry::SwitchableTranslator m_translator; // takes itself out at its end
};

} // namespace TestSupport
