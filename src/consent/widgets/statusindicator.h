#pragma once

#include "consent/policy.h"

#include <QToolButton>

class QActionGroup;

namespace Telemetry {

/// The level in the status bar, by icon and words. A click opens a menu with the levels, the preview and the settings.
class StatusIndicator : public QToolButton
{
    Q_OBJECT
public:
    explicit StatusIndicator(QWidget *parent = nullptr);

    /// `note`: what the user should know beside the level, such as a failed installation; may be empty.
    void show(const EffectiveLevel &effective, const QString &note, bool previewAvailable);

Q_SIGNALS:
    void levelChosen(Telemetry::Level level);
    void previewRequested();
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    QActionGroup *m_levels;
    QAction *m_preview;
    Level m_level = Level::None;
};

} // namespace Telemetry
