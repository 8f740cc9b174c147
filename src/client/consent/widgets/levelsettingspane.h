#pragma once

#include "client/consent/choice.h"
#include "client/consent/consentrecord.h"
#include "client/consent/consentstatus.h"
#include "client/consent/question.h"

#include <QWidget>

#include <memory>

class QButtonGroup;

namespace Ui {
class LevelSettingsPane;
}

namespace Telemetry {

struct LevelRow;

/// The page "Telemetry" of napari's preferences. As napari's own pages it takes effect at once, and Cancel takes it
/// back (which who shows it has to see to).
class LevelSettingsPane : public QWidget
{
    Q_OBJECT
public:
    /// What the question is about must outlive it.
    explicit LevelSettingsPane(const Question &question, QWidget *parent = nullptr);
    ~LevelSettingsPane() override;

    /// `record`: the answers in this environment, if there are any.
    void show(const ConsentStatus &status, const std::optional<ConsentRecord> &record, bool neverAsk);
    /// What was copied.
    void showIdentifiers(const QString &text);

Q_SIGNALS:
    void chosen(const Telemetry::Choice &choice);
    void resumeRequested();
    void installRequested();
    void uninstallRequested();
    void neverAskChosen(bool never);
    void previewRequested();
    void sampleRequested();
    void deletePendingRequested();
    void eraseRequested();
    void forgetReceiptsRequested();
    void identifiersRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QList<LevelRow> rows() const;
    void showHistory(const std::optional<ConsentRecord> &record);
    void showLimit(const EffectiveLevel &effective, const std::optional<ConsentRecord> &record);
    void followStyle();

    std::unique_ptr<Ui::LevelSettingsPane> m_ui;
    Question m_question;
    QButtonGroup *m_choices;
};

} // namespace Telemetry
