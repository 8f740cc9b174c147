#pragma once

#include "consent/policy.h"
#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QWidget>

#include <memory>

class QButtonGroup;

namespace Ui {
class LevelSettingsPane;
}

namespace Telemetry {

/// The page "Telemetry" of napari's preferences. As napari's own pages it takes effect at once.
class LevelSettingsPane : public QWidget
{
    Q_OBJECT
public:
    LevelSettingsPane(const DataDictionary &dictionary, const Endpoints &endpoints, QWidget *parent = nullptr);
    ~LevelSettingsPane() override;

    /// `note` as in StatusIndicator::show().
    void show(const EffectiveLevel &effective, const QString &note, bool previewAvailable);

Q_SIGNALS:
    void levelChosen(Telemetry::Level level);
    void previewRequested();

private:
    std::unique_ptr<Ui::LevelSettingsPane> m_ui;
    QButtonGroup *m_choices;
};

} // namespace Telemetry
