#include "client/consent/widgets/sampleview.h"

#include "client/consent/levelsummary.h"
#include "client/consent/widgets/ui_sampleview.h"
#include "client/consent/widgets/wrappingdelegate.h"
#include "client/language/dictionarytext.h"

#include <QFontDatabase>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

enum Column { WhatColumn, ValueColumn, MeaningColumn };

/// Of a row: the samples that it shows, as indexes.
constexpr int samplesRole = Qt::UserRole;

/// A row, the meaning of which is also its tooltip. A screen reader that follows the arrow keys reads one cell, so the
/// first one says everything.
QTreeWidgetItem *newRow(const QString &what, const QString &value, const QString &meaning,
                        const QList<qsizetype> &samples)
{
    auto *row = new QTreeWidgetItem({what, value, meaning});
    QStringList said;
    for (const int column : {WhatColumn, ValueColumn, MeaningColumn}) {
        row->setToolTip(column, meaning);
        if (!row->text(column).isEmpty())
            said.append(row->text(column));
    }
    row->setData(WhatColumn, Qt::AccessibleTextRole, said.join(u". "_s));
    row->setData(WhatColumn, samplesRole, QVariant::fromValue(samples));
    return row;
}

} // namespace

SampleView::SampleView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SampleView>())
{
    m_ui->setupUi(this);
    m_ui->sampleTree->setItemDelegate(new WrappingDelegate(m_ui->sampleTree));
    m_ui->sampleTree->setHeaderLabels({tr("What would be sent"), tr("Value"), tr("What it is")});
    QHeaderView *header = m_ui->sampleTree->header();
    header->setSectionResizeMode(WhatColumn, QHeaderView::Stretch);
    // Not by its contents: the longest plugin names would leave no room for the words beside them.
    header->resizeSection(ValueColumn, m_ui->sampleTree->fontMetrics().averageCharWidth() * 24);
    header->setSectionResizeMode(MeaningColumn, QHeaderView::Stretch);
    m_ui->sampleJson->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(m_ui->sampleTree, &QTreeWidget::currentItemChanged, this, &SampleView::showRow);
    showSamples({}, 0);
}

SampleView::~SampleView() = default;

void SampleView::showSamples(const QList<Sample> &samples, int leftOut)
{
    m_ui->sampleTree->clear();
    m_samples = samples;
    for (const Level level : sendingLevels())
        addLevel(level);
    m_ui->leftOutLabel->setText(SampleEvents::leftOutSentence(leftOut));
    m_ui->leftOutLabel->setVisible(leftOut > 0);
    QTreeWidgetItem *first = m_ui->sampleTree->topLevelItem(0)->child(0);
    first->setExpanded(true);
    m_ui->sampleTree->setCurrentItem(first);
}

void SampleView::addLevel(Level level)
{
    QList<qsizetype> indexes;
    for (qsizetype i = 0; i < m_samples.size(); ++i) {
        if (m_samples[i].level() == level)
            indexes.append(i);
    }
    const QString meaning = level == sendingLevels().first()
                                ? QString()
                                : tr("Includes everything of \u201c%1\u201d.")
                                      .arg(LevelSummary::name(static_cast<Level>(static_cast<int>(level) - 1)));
    QTreeWidgetItem *row = newRow(LevelSummary::name(level), {}, meaning, indexes);
    QFont font; // bold alone, so that family and size stay those of the tree
    font.setBold(true);
    row->setFont(WhatColumn, font);
    m_ui->sampleTree->addTopLevelItem(row);
    for (const qsizetype index : indexes)
        addEvent(row, index);
    if (indexes.isEmpty())
        row->addChild(newRow(tr("Nothing from this computer"), {}, {}, {}));
    row->setExpanded(true);
}

void SampleView::addEvent(QTreeWidgetItem *parent, qsizetype index)
{
    const Sample &sample = m_samples[index];
    QTreeWidgetItem *row =
        newRow(sample.sentence, sample.kind == Sample::Kind::Real ? tr("On this computer") : tr("Example"),
               DictionaryText::title(*sample.topic), {index});
    for (const FieldDefinition &field : sample.topic->fields)
        row->addChild(newRow(DictionaryText::title(field), sample.value[field.field].toVariant().toString(),
                             DictionaryText::description(field), {index}));
    parent->addChild(row);
}

void SampleView::showRow(const QTreeWidgetItem *row)
{
    QStringList json;
    QStringList reasons;
    bool example = false;
    if (row) {
        for (const qsizetype index : row->data(WhatColumn, samplesRole).value<QList<qsizetype>>()) {
            const Sample &sample = m_samples[index];
            json.append(sample.json);
            const QString why = DictionaryText::why(*sample.topic);
            if (!reasons.contains(why))
                reasons.append(why);
            example = example || sample.kind == Sample::Kind::Example;
        }
    }
    m_ui->whyLabel->setText(reasons.isEmpty() ? QString() : tr("Why: %1").arg(reasons.join(u' ')));
    m_ui->jsonLabel->setText(example ? tr("Exactly as sent, with the values of an example") : tr("Exactly as sent"));
    m_ui->sampleJson->setAccessibleName(m_ui->jsonLabel->text());
    m_ui->sampleJson->setPlainText(json.join(u'\n'));
}

} // namespace Telemetry
