#pragma once

#include <QCoreApplication>
#include <QString>

namespace Telemetry {

/// Reads why an installation failed from what pip or uv printed. Pure; any thread.
class InstallOutput
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::InstallOutput)
public:
    void append(const QString &text);
    /// Why, in words if it is known, and what was printed last. Empty when nothing was printed.
    [[nodiscard]] QString reason() const;

private:
    [[nodiscard]] QString knownReason() const;
    [[nodiscard]] QString lastLine() const;

    QString m_text; ///< its end, see Limits::installOutputChars
};

} // namespace Telemetry
