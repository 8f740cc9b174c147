#pragma once

#include <QTranslator>

namespace Telemetry {

/// Our texts in one language, or in English within an EnglishScope. Installed once for the whole application and never
/// taken out: each change of the installed translators sends a LanguageChange to all of napari.
///
/// The .qm files hold our texts and no others, so for everybody else's texts it has no answer, and Qt asks the next
/// translator. The one of English holds only plural forms: any other text is its own English, which Qt takes when
/// nobody has an answer. So it needs no list of what is ours.
///
/// Immutable once made, so any thread may ask it, as QTranslator demands.
class SwitchableTranslator : public QTranslator
{
    Q_OBJECT
public:
    /// Reads telemetry_LANGUAGE.qm and telemetry_en.qm of the folder. isEmpty() if there is no such language.
    SwitchableTranslator(const QString &language, const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;

    /// What is asked in this context is answered with the code of the language, scope or not. That is how our other
    /// plugins, which have no pointer to this object, learn which it is.
    static constexpr const char *languageContext = "Telemetry::Language";

private:
    const QString m_language;
    QTranslator m_english;
};

} // namespace Telemetry
