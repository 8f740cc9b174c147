#pragma once

#include "support/events.h"

#include <QCryptographicHash>
#include <QDir>
#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

/// Whether files tell which rows are of one person: made-up people, and somebody who looks for them.
namespace TestSupport {

using Sequence = QList<QByteArray>; ///< reporters in an order that a file shows
using Clusters = QList<QList<QByteArray>>;

/// People at level basic: each sends one request, with one event of each topic.
class Population
{
public:
    Population(int people, quint32 seed)
        : m_people(people)
    {
        QRandomGenerator random(seed);
        for (int person = 0; person < people; ++person) {
            QList<Telemetry::Event> request;
            for (const QString &topic : topicsUpTo(Telemetry::Level::Basic)) {
                Telemetry::Event event = eventOf(topic);
                if (topic == QLatin1String("python"))
                    event.value[QStringLiteral("python_version")] = QStringLiteral("3.%1").arg(random.bounded(9, 14));
                const auto name = QByteArray::number(seed) + ' ' + QByteArray::number(person) + ' ' + topic.toUtf8();
                event.reporter = *Telemetry::Reporter::fromBytes(
                    QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(Telemetry::Limits::reporterBytes));
                m_personOf[event.reporter.bytes()] = person;
                m_topicOf[event.reporter.bytes()] = topic;
                request.append(event);
            }
            std::shuffle(request.begin(), request.end(), random); // as the client does
            requests.append(request);
        }
    }
    [[nodiscard]] bool has(const QByteArray &reporter) const { return m_personOf.contains(reporter); }
    [[nodiscard]] bool areOne(const QByteArray &a, const QByteArray &b) const { return m_personOf[a] == m_personOf[b]; }
    [[nodiscard]] QString topicOf(const QByteArray &reporter) const { return m_topicOf[reporter]; }
    [[nodiscard]] QList<QByteArray> reporters() const { return m_personOf.keys(); }
    [[nodiscard]] qint64 pairs() const
    {
        const qint64 events = requests.first().size();
        return m_people * events * (events - 1) / 2;
    }
    QList<QList<Telemetry::Event>> requests; ///< in the order of their arrival

private:
    int m_people;
    QHash<QByteArray, int> m_personOf;
    QHash<QByteArray, QString> m_topicOf;
};

/// Finds rows in bytes, and takes those that lie beside each other for one person's. Knows which reporters there are,
/// and how many topics.
class Finder
{
public:
    explicit Finder(const Population &population)
        : m_population(population)
    {
        for (const QByteArray &reporter : population.reporters())
            m_begins[beginning(reporter.constData())] = true;
    }
    /// The reporters in these bytes, in their order.
    [[nodiscard]] Sequence found(const QByteArray &bytes) const
    {
        Sequence sequence;
        for (qsizetype i = 0; i + Telemetry::Limits::reporterBytes <= bytes.size(); ++i) {
            if (!m_begins[beginning(bytes.constData() + i)])
                continue;
            const auto here = QByteArray::fromRawData(bytes.constData() + i, Telemetry::Limits::reporterBytes);
            if (m_population.has(here)) {
                sequence.append(QByteArray(here.constData(), here.size()));
                i += Telemetry::Limits::reporterBytes - 1;
            }
        }
        return sequence;
    }
    /// A person has each topic once: where one comes again another person begins.
    [[nodiscard]] Clusters cut(const Sequence &sequence) const
    {
        Clusters clusters;
        QSet<QString> topics;
        for (const QByteArray &reporter : sequence) {
            const QString topic = m_population.topicOf(reporter);
            if (clusters.isEmpty() || topics.contains(topic)) {
                clusters.append(QList<QByteArray>());
                topics.clear();
            }
            topics.insert(topic);
            clusters.last().append(reporter);
        }
        return clusters;
    }

private:
    static quint16 beginning(const char *bytes) { return quint16(quint8(bytes[0]) << 8 | quint8(bytes[1])); }

    const Population &m_population;
    std::array<bool, 65'536> m_begins{};
};

/// Pairs that an attack says are of one person.
struct Score
{
    qint64 said = 0;
    qint64 right = 0;

    void add(const Population &population, const Clusters &clusters)
    {
        for (const QList<QByteArray> &cluster : clusters) {
            for (qsizetype a = 0; a < cluster.size(); ++a) {
                for (qsizetype b = a + 1; b < cluster.size(); ++b) {
                    ++said;
                    right += population.areOne(cluster[a], cluster[b]) ? 1 : 0;
                }
            }
        }
    }
    /// The upper end of the 95 % interval (Wilson) of the share that is right; something was said.
    [[nodiscard]] double upperEnd() const
    {
        constexpr double z = 1.96;
        const double n = double(said);
        const double p = double(right) / n;
        return (p + z * z / (2 * n) + z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n);
    }
};

} // namespace TestSupport
