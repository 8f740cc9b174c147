#pragma once

#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace Telemetry {

/// What the user is asked, in words: the whole question, or only what a newer dictionary adds to what they agreed to.
/// Pure; everything that the dialog says about consent comes from here, and so does the hash that the record keeps.
class Question
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::Question)
public:
    /// `dictionary` must outlive it. `since`: the dictionary version that was answered to before; 0: the whole
    /// question.
    Question(const DataDictionary &dictionary, const Endpoints &endpoints, int since = 0);

    [[nodiscard]] bool isDifference() const { return m_since > 0; }
    [[nodiscard]] QString heading() const;
    /// Who asks, and why.
    [[nodiscard]] QString intro() const;
    /// What choosing this level means.
    [[nodiscard]] QString choice(Level level) const;
    /// What is never sent, where the rest goes, and for how long; one paragraph.
    [[nodiscard]] QString handling() const;
    /// How to withdraw.
    [[nodiscard]] QString withdrawing() const;
    /// How to reach the maintainers; rich text, with links in this colour (as in HTML).
    [[nodiscard]] QString contact(const QString &linkColor) const;
    /// What closing the window means.
    [[nodiscard]] QString closing() const;

    /// SHA-256 (hexadecimal) of all of it, as it is shown at present.
    [[nodiscard]] QByteArray hash() const;

private:
    const DataDictionary &m_dictionary;
    Endpoints m_endpoints;
    int m_since;
};

} // namespace Telemetry
