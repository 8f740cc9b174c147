#pragma once

#include "client/consent/sampleevents.h"

#include <QList>
#include <QWidget>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class SampleView;
}

namespace Telemetry {

/// Shows samples to people who check: levels, events and fields in words, and the bytes of the chosen row below. GUI
/// thread. It keeps a copy of the samples; the dictionary that they are of must outlive it.
class SampleView : public QWidget
{
    Q_OBJECT
public:
    explicit SampleView(QWidget *parent = nullptr);
    ~SampleView() override;

    /// `leftOut` as SampleEvents counts it. The first event is chosen.
    void showSamples(const QList<Sample> &samples, int leftOut);

private:
    void addLevel(Level level);
    void addEvent(QTreeWidgetItem *parent, qsizetype index);
    void showRow(const QTreeWidgetItem *row);

    std::unique_ptr<Ui::SampleView> m_ui;
    QList<Sample> m_samples;
};

} // namespace Telemetry
