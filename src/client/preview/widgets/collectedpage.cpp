#include "client/preview/widgets/collectedpage.h"

#include "client/consent/contact.h"
#include "client/consent/levelsummary.h"
#include "client/consent/widgets/wrappingdelegate.h"
#include "client/language/dictionarytext.h"
#include "client/preview/widgets/ui_collectedpage.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QString recordedWords(const TopicDefinition &topic)
{
    if (!topic.isMonthly)
        return CollectedPage::tr("Recorded once a week.");
    return topic.cap == 1
               ? CollectedPage::tr("Recorded once a month, without its week.")
               : CollectedPage::tr("Each recorded once a month, without its week, at most %n.", nullptr, topic.cap);
}

/// The table with what it counts people of, and with how much noise.
QString tableWords(const TableDefinition &table)
{
    const QString title = DictionaryText::title(table);
    switch (table.period) {
    case FirstIn::Week:
        return CollectedPage::tr("%1 (each week, noise σ = %2)").arg(title, QString::number(table.sigma));
    case FirstIn::Month:
        return CollectedPage::tr("%1 (each month, noise σ = %2)").arg(title, QString::number(table.sigma));
    case FirstIn::Year:
    case FirstIn::Ever:
        break;
    }
    return CollectedPage::tr("%1 (the sum of months, noise σ = %2 each)").arg(title, QString::number(table.sigma));
}

enum Column { WhatColumn, ValueColumn, MeaningColumn, ColumnCount };
enum Role { WhyRole = Qt::UserRole, TablesRole, TableNamesRole };

/// Values that are named; of more than these there is only the number.
constexpr qsizetype namedValues = 4;

} // namespace

CollectedPage::CollectedPage(const DataDictionary &dictionary, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CollectedPage>())
    , m_dictionary(dictionary)
{
    m_ui->setupUi(this);
    m_ui->collectedTree->setHeaderLabels({tr("What"), tr("On this computer"), tr("What it is")});
    QHeaderView *header = m_ui->collectedTree->header();
    const int letter = fontMetrics().averageCharWidth();
    header->resizeSection(WhatColumn, letter * 34);
    header->resizeSection(ValueColumn, letter * 26);
    m_ui->collectedTree->setItemDelegate(new WrappingDelegate(m_ui->collectedTree));
    connect(m_ui->collectedTree, &QTreeWidget::currentItemChanged, this, &CollectedPage::showRow);
    const auto open = [this] {
        if (const QTreeWidgetItem *row = m_ui->collectedTree->currentItem()) {
            const QStringList tables = row->data(WhatColumn, TablesRole).toStringList();
            if (!tables.isEmpty())
                Q_EMIT tableRequested(QUrl(QLatin1StringView(Contact::landingPage) + u"/#chart-"_s + tables.first()));
        }
    };
    connect(m_ui->tableButton, &QPushButton::clicked, this, open);
    connect(m_ui->collectedTree, &QTreeWidget::itemActivated, this, open);
    fill();
}

CollectedPage::~CollectedPage() = default;

void CollectedPage::showValues(const CollectedValues &values)
{
    m_values = values;
    fill();
}

void CollectedPage::fill()
{
    QTreeWidget *tree = m_ui->collectedTree;
    const QTreeWidgetItem *before = tree->currentItem();
    const QString current = before ? before->data(WhatColumn, Qt::AccessibleDescriptionRole).toString() : QString();
    tree->clear();
    for (const Level level : sendingLevels()) {
        auto *row = new QTreeWidgetItem(tree, {LevelSummary::name(level)});
        QFont font; // bold alone, so that family and size stay those of the tree
        font.setBold(true);
        row->setFont(WhatColumn, font);
        for (const TopicDefinition *topic : m_dictionary.topicsOfLevel(level))
            addTopic(row, *topic);
    }
    tree->expandAll();
    QTreeWidgetItem *chosen = tree->topLevelItem(0)->child(0);
    for (QTreeWidgetItemIterator row(tree); *row && !current.isEmpty(); ++row) {
        if ((*row)->data(WhatColumn, Qt::AccessibleDescriptionRole).toString() == current)
            chosen = *row;
    }
    tree->setCurrentItem(chosen);
}

void CollectedPage::addTopic(QTreeWidgetItem *level, const TopicDefinition &topic)
{
    const QString why = DictionaryText::why(topic);
    const auto addRow = [&](QTreeWidgetItem *parent, const QString &name, const QStringList &cells,
                            const QString &field) {
        auto *row = new QTreeWidgetItem(parent, cells);
        QStringList said;
        for (int column = 0; column < ColumnCount; ++column) {
            row->setToolTip(column, row->text(column));
            if (!row->text(column).isEmpty())
                said.append(row->text(column));
        }
        row->setData(WhatColumn, Qt::AccessibleTextRole, said.join(u". "_s));
        row->setData(WhatColumn, Qt::AccessibleDescriptionRole, name);
        row->setData(WhatColumn, WhyRole, why);
        QStringList tables;
        QStringList names;
        for (const TableDefinition &table : topic.tables) {
            const bool holds = field == firstInField ? table.period > FirstIn::Week : table.dimensions.contains(field);
            if (field.isEmpty() || holds) {
                tables.append(table.table);
                names.append(tableWords(table));
            }
        }
        row->setData(WhatColumn, TablesRole, tables);
        row->setData(WhatColumn, TableNamesRole, names);
        return row;
    };
    QTreeWidgetItem *row =
        addRow(level, topic.topic, {DictionaryText::title(topic), QString(), recordedWords(topic)}, {});
    const auto addField = [&](const QString &field, const QString &title, const QString &description) {
        const QStringList values = m_values.of(topic.topic, field);
        QString text = values.mid(0, namedValues).join(u", "_s);
        if (values.size() > namedValues)
            text = tr("%1 and %n more", nullptr, static_cast<int>(values.size() - namedValues)).arg(text);
        if (values.isEmpty())
            text = tr("nothing");
        addRow(row, topic.topic + u'.' + field, {title, text, description}, field);
    };
    for (const FieldDefinition &field : topic.fields)
        addField(field.field, DictionaryText::title(field), DictionaryText::description(field));
    if (topic.firstIn)
        addField(QString(firstInField), tr("first in"),
                 tr("The longest period in which this is your first report: week, month, year or ever. So people of a "
                    "month or a year can be counted, and nothing names you for longer than a week."));
}

void CollectedPage::showRow(const QTreeWidgetItem *row)
{
    const QString why = row ? row->data(WhatColumn, WhyRole).toString() : QString();
    const QStringList names = row ? row->data(WhatColumn, TableNamesRole).toStringList() : QStringList();
    m_ui->reasonLabel->setText(why.isEmpty() ? QString() : tr("Why: %1").arg(why));
    m_ui->tableLabel->setText(why.isEmpty()     ? QString()
                              : names.isEmpty() ? tr("Not in a public table of its own.")
                                                : tr("In the public tables: %1").arg(names.join(u", "_s)));
    m_ui->tableButton->setEnabled(!names.isEmpty());
}

} // namespace Telemetry
