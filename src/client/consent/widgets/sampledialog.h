#pragma once

#include "client/consent/sampleevents.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SampleDialog;
}

namespace Telemetry {

/// A window around SampleView, for the question: opened before any decision, it decides nothing. Not modal, so that it
/// can stand beside its parent; deletes itself when closed. GUI thread; the dictionary must outlive it.
class SampleDialog : public QDialog
{
    Q_OBJECT
public:
    SampleDialog(const SampleEvents &events, QWidget *parent);
    ~SampleDialog() override;

private:
    std::unique_ptr<Ui::SampleDialog> m_ui;
};

} // namespace Telemetry
