#pragma once

#include "contract/firstin.h"
#include "contract/level.h"
#include "contract/period.h"
#include "contract/result.h"
#include "contract/schemavalidator.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace Telemetry {

/// How two values of one reporter become one: the value with the greater field wins, ties by canonical bytes.
/// Commutative, associative and idempotent.
struct MergeDefinition
{
    enum class Order {
        Version,
        Class,
        Bytes, ///< there is no greater field: the canonical bytes decide
    };
    Order order = Order::Bytes;
    QString greaterField;
    QStringList classes; ///< the classes in rising order, when order is Class
};

/// A table of published counts of people, registered in advance: a person is in a cell once, because what makes an
/// event distinct in its topic is among the dimensions.
struct TableDefinition
{
    QString table;          ///< the name in files and addresses
    QString title;          ///< English
    QStringList dimensions; ///< fields of the value; empty: one total
    int sigma = 0;          ///< of the noise of each cell: 1 to Limits::greatestSigma
    qint64 threshold = 0;   ///< the least noisy count that is published: Limits::leastThreshold or more
    /// What it counts people of: the events of the week, or of the month; where events have a week, those of them that
    /// are the first in the month. Year and ever: those that are the first in it, month by month, and summed up.
    FirstIn period = FirstIn::Week;
    [[nodiscard]] bool isSum() const { return period > FirstIn::Month; }
};

/// Which of the strings in a value must already be public.
struct PublicRule
{
    enum class Kind { Nothing, Plugin, Command, Version };
    Kind kind = Kind::Nothing;
    QString nameField;    ///< the plugin's name, the command, or the version
    QString versionField; ///< Plugin only
    QString product;      ///< Version only: whose version it is; empty: the value begins with it, before a space
};

/// One field of a value as people see it.
struct FieldDefinition
{
    QString field;
    QString title;       ///< English
    QString description; ///< English
    int since = 1;       ///< the dictionary version that added it, or that let it say more than before
};

/// One kind of fact, as resources/dictionary.json defines it.
struct TopicDefinition
{
    QString topic;
    Level level = Level::Full;
    bool isUse = false; ///< it comes with the use of something, and by the journal of uses; else from the week's facts
    int since = 1;      ///< the dictionary version that added it
    QString title;      ///< English
    QString why;        ///< English
    QString sentence;   ///< English, with {field} in place of values
    QList<FieldDefinition> fields;
    QStringList distinct;   ///< the fields that, beside the topic, make the reporter
    bool isMonthly = false; ///< recorded once a month and without its week; else once a week
    int cap = 0;            ///< events per person and week or month
    MergeDefinition merge;
    PublicRule publicRule;
    std::optional<FirstIn> firstIn; ///< the longest period that its events name; nothing: they name none
    SchemaValidator schema;
    QJsonObject example;
    QList<TableDefinition> tables;

    /// The value that these facts make; nothing when the topic has a field that is not among them. Which source fills a
    /// topic follows from its fields: topics are listed in the dictionary only.
    [[nodiscard]] std::optional<QJsonObject> valueFrom(const QJsonObject &facts) const;
    /// The period that its events of this week name.
    [[nodiscard]] Period periodOf(Week week) const { return isMonthly ? Period::monthOf(week) : Period(week); }
    /// Whether its events count something, so that they still grow while the week runs in which they were recorded.
    [[nodiscard]] bool isCounter() const { return merge.order == MergeDefinition::Order::Class; }
    /// The sentence with the values of an event in place.
    [[nodiscard]] QString sentenceFor(const QJsonObject &value) const { return sentenceFor(value, sentence); }
    /// The same, of a translation of the sentence.
    [[nodiscard]] QString sentenceFor(const QJsonObject &value, const QString &translation) const;
};

/// What a dictionary sends that an earlier one did not. Valid as long as the dictionary.
struct Addition
{
    const TopicDefinition *topic = nullptr;
    QList<const FieldDefinition *> fields; ///< all of them when the topic is new
};

/// The data dictionary: the only definition of what can be sent. Immutable after load(), so any thread may read it.
class DataDictionary
{
public:
    /// Reads a dictionary. Errors: Invalid, TooLarge, Unsupported (a word that this version does not know).
    [[nodiscard]] static Result<DataDictionary> load(const QByteArray &json);

    [[nodiscard]] int version() const { return m_version; }
    /// In the order of the file, which is by rising level.
    [[nodiscard]] const QList<TopicDefinition> &topics() const { return m_topics; }
    /// Null when there is no such topic. Valid as long as the dictionary.
    [[nodiscard]] const TopicDefinition *topic(QStringView name) const;
    /// The first one whose strings must be public by this rule; null when there is none. Valid as long.
    [[nodiscard]] const TopicDefinition *topicWith(PublicRule::Kind rule) const;
    [[nodiscard]] QList<const TopicDefinition *> topicsOfLevel(Level level) const;
    /// What this dictionary sends at this very level (not at those below) and the dictionary of version `since` did
    /// not.
    [[nodiscard]] QList<Addition> additions(int since, Level level) const;
    /// Whether anything was added at this level or one below it.
    [[nodiscard]] bool adds(int since, Level level) const;
    /// What is published is a multiple of it; never above a threshold.
    [[nodiscard]] qint64 rounding() const { return m_rounding; }
    /// The bytes it was loaded from, for `GET /v1/dictionary`.
    [[nodiscard]] const QByteArray &source() const { return m_source; }

private:
    int m_version = 0;
    qint64 m_rounding = 1;
    QList<TopicDefinition> m_topics;
    QByteArray m_source;
};

} // namespace Telemetry
