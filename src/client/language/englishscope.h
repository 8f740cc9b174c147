#pragma once

#include <QtGlobal>

namespace Telemetry {

/// While it lives, our texts are English in this thread, so that a dialog can show the original of what it asks:
///
///     std::optional<EnglishScope> english;
///     if (m_showOriginal)
///         english.emplace();
///     m_ui->retranslateUi(this);
///
/// Nobody else's texts change, and nobody is told. It works in the Qt plugin that installed the translator, which is
/// the consent plugin: the others have a copy of the flag that nobody reads.
class [[nodiscard]] EnglishScope
{
    Q_DISABLE_COPY_MOVE(EnglishScope)
public:
    EnglishScope();
    ~EnglishScope();
    [[nodiscard]] static bool isActive();

private:
    const bool m_outer; ///< whether there is a scope around this one
};

} // namespace Telemetry
