#pragma once

#include "client/preview/collectedvalues.h"
#include "contract/datadictionary.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class CollectedPage;
}

namespace Telemetry {

/// The page of what is collected: the data dictionary in words, by level, with this computer's values, the reason, and
/// the public table that each field feeds. GUI thread.
class CollectedPage : public QWidget
{
    Q_OBJECT
public:
    /// The dictionary must outlive the page.
    explicit CollectedPage(const DataDictionary &dictionary, QWidget *parent = nullptr);
    ~CollectedPage() override;

    void showValues(const CollectedValues &values);

Q_SIGNALS:
    /// The user wants to see a public table, in the browser.
    void tableRequested(const QUrl &url);

private:
    void fill();
    void addTopic(QTreeWidgetItem *level, const TopicDefinition &topic);
    void showRow(const QTreeWidgetItem *row);

    std::unique_ptr<Ui::CollectedPage> m_ui;
    const DataDictionary &m_dictionary;
    CollectedValues m_values;
};

} // namespace Telemetry
