#pragma once

#include "contract/datadictionary.h"
#include "contract/endpoints.h"

#include <QDialog>

#include <memory>

class QButtonGroup;

namespace Ui {
class ConsentDialog;
}

namespace Telemetry {

/// The question. Nothing is preselected, refusing looks like accepting, Esc and the window's button mean none. Emits
/// answered() exactly once and closes; destroying it unanswered is no answer.
class ConsentDialog : public QDialog
{
    Q_OBJECT
public:
    ConsentDialog(const DataDictionary &dictionary, const Endpoints &endpoints, Level maximum, QWidget *parent);
    ~ConsentDialog() override;

    void done(int result) override;

Q_SIGNALS:
    void answered(Telemetry::Level level);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLinks();

    std::unique_ptr<Ui::ConsentDialog> m_ui;
    QButtonGroup *m_choices; ///< ids are the levels
    bool m_answered = false;
};

} // namespace Telemetry
