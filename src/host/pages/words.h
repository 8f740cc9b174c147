#pragma once

#include "host/pages/html.h"
#include "host/pages/pagetongue.h"

#include <QCoreApplication>
#include <QTranslator>

namespace Telemetry {

/// The texts of the pages, in the language of the PageLanguage that there is: `Words::tr("Plugins")`. tools/
/// update-translations gathers them from here. English without a PageLanguage. One thread.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::Pages)
public:
    /// A text of the data dictionary. The dictionary of a public folder may be another one than the program was built
    /// with: what the catalogue doesn't have stays English.
    [[nodiscard]] static QString ofDictionary(const QString &english);
    /// The number that chooses among the forms of a text: `tr("%1 people", nullptr, countOf(people))`.
    [[nodiscard]] static int countOf(qint64 number);
};

/// A sentence of the catalogue that has markup of ours, with pieces of HTML in place of %1, %2 …:
///
///     marked(Words::tr("%1 had it, see <a href=\"%2\">how</a>."), {groupedData(people), Html(address)})
///
/// Only what Words::tr() gave may be the sentence, never text that somebody else wrote, nor one into which such text
/// was put by QString::arg(): it isn't escaped. An argument is Html, so it is; what looks like %1 in it stays as it is.
/// Pure.
[[nodiscard]] Html marked(const QString &sentence, const QList<Html> &arguments = {});

/// While it lives, texts, numbers and days are in this language. There must be a QCoreApplication, and at most one of
/// these at a time. One thread.
class [[nodiscard]] PageLanguage
{
public:
    Q_DISABLE_COPY_MOVE(PageLanguage)
    /// Reads pages_LANGUAGE.qm and pages_en.qm, which has the plural forms of English, of the folder.
    explicit PageLanguage(const PageTongue &tongue, const QString &folder = QStringLiteral(":/telemetry/i18n"));
    ~PageLanguage();

    /// Whether the texts were found; else they are English.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// The language that the pages are written in now. English if none lives.
    [[nodiscard]] static const PageTongue &current();

private:
    QTranslator m_english;
    QTranslator m_translator;
    bool m_isLoaded = false;
};

} // namespace Telemetry
