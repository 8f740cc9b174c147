#include "client/language/switchabletranslator.h"

#include "client/language/englishscope.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {
Q_LOGGING_CATEGORY(log, "telemetry.language")
}

SwitchableTranslator::SwitchableTranslator(const QString &language, const QString &folder, QObject *parent)
    : QTranslator(parent)
    , m_language(language)
{
    const QString file = folder + u"/telemetry_%1.qm"_s;
    // English first: without it this one stays empty, which installTranslator() refuses.
    if (!m_english.load(file.arg("en"_L1)) || !load(file.arg(language)))
        qCWarning(log, "no texts in the language %s", qUtf8Printable(language));
}

QString SwitchableTranslator::translate(const char *context, const char *sourceText, const char *disambiguation,
                                        int n) const
{
    if (qstrcmp(context, languageContext) == 0)
        return m_language;
    if (EnglishScope::isActive())
        return m_english.translate(context, sourceText, disambiguation, n);
    return QTranslator::translate(context, sourceText, disambiguation, n);
}

} // namespace Telemetry
