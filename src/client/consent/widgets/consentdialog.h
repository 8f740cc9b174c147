#pragma once

#include "client/consent/choice.h"
#include "client/consent/question.h"

#include <QDialog>

#include <memory>

class QButtonGroup;

namespace Ui {
class ConsentDialog;
}

namespace Telemetry {

struct LevelRow;

/// The question. Nothing is preselected, refusing looks like accepting, Esc and the window's button mean none. Emits
/// answered() exactly once and closes; destroying or dismissing it unanswered is no answer.
class ConsentDialog : public QDialog
{
    Q_OBJECT
public:
    /// What the question is about must outlive it. Levels above `maximum` can't be chosen.
    ConsentDialog(const Question &question, Level maximum, QWidget *parent);
    ~ConsentDialog() override;

    /// Closes it without an answer: it was given elsewhere.
    void dismiss();
    void done(int result) override;

Q_SIGNALS:
    void answered(const Telemetry::Choice &choice);
    /// The user wants to see this computer's values.
    void sampleRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QList<LevelRow> rows() const;
    void retranslate();
    void fill();
    void nameOptions();
    void followStyle();
    void fit();
    void grow();

    std::unique_ptr<Ui::ConsentDialog> m_ui;
    Question m_question;
    QButtonGroup *m_choices; ///< ids are the levels
    bool m_answered = false;
    bool m_english = false;  ///< the original is shown instead of the translation
    bool m_settling = false; ///< the height still follows the text
};

} // namespace Telemetry
