#pragma once

#include "host/aggregate/abstractaggregationfiles.h"
#include "support/dictionary.h"

#include <QStringList>

/// The files of an aggregation in memory, and what was done with them.
namespace TestSupport {

using RawEvents = Telemetry::AbstractRawReader::RawEvents;

class FakeRawReader final : public Telemetry::AbstractRawReader
{
public:
    explicit FakeRawReader(QList<RawEvents> events)
        : m_events(std::move(events))
    {
    }
    /// `count` times the topic's example.
    static QList<RawEvents> examples(const QString &topic, const QString &week, qsizetype count)
    {
        return {{topic, week, dictionary().topic(topic)->example, dictionary().topic(topic)->firstIn, count}};
    }
    Telemetry::Result<qint64> count() const override
    {
        qint64 people = 0;
        for (const RawEvents &alike : m_events)
            people += alike.people;
        return people;
    }
    Telemetry::Result<Telemetry::Done> visit(const Visitor &visitor) const override
    {
        for (const RawEvents &alike : m_events)
            visitor(alike);
        if (fails)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("half")};
        return Telemetry::Done{};
    }
    bool fails = false; ///< after the last event

private:
    QList<RawEvents> m_events;
};

class FakeAggregationFiles final : public Telemetry::AbstractAggregationFiles
{
public:
    QList<RawEvents> events;
    QList<Telemetry::Release> released;
    Telemetry::PublicFiles published;
    QStringList weeks;
    QString fails;     ///< the step that does
    QStringList steps; ///< in their order
    int open = 0;      ///< stores of releases

    Telemetry::Result<Telemetry::Done> lock() override { return step<Telemetry::Done>(u"lock", {}); }
    Telemetry::Result<std::unique_ptr<Telemetry::AbstractReleaseStore>> openReleases() override
    {
        return step<std::unique_ptr<Telemetry::AbstractReleaseStore>>(u"open releases", std::make_unique<Store>(*this));
    }
    Telemetry::Result<std::unique_ptr<Telemetry::AbstractRawReader>> openRawEvents() override
    {
        auto reader = std::make_unique<FakeRawReader>(events);
        reader->fails = fails == QStringLiteral("read events");
        return step<std::unique_ptr<Telemetry::AbstractRawReader>>(u"open events", std::move(reader));
    }
    Telemetry::Result<QByteArray> copyOfReleases() override
    {
        return step<QByteArray>(open > 0 ? u"copy of an open file" : u"copy", "bytes");
    }
    Telemetry::Result<QStringList> publishedPeriods() override { return step<QStringList>(u"weeks", weeks); }
    Telemetry::Result<bool> publish(const Telemetry::PublicFiles &files) override
    {
        const bool differs = published != files;
        auto done = step<bool>(u"publish", bool(differs));
        if (done)
            published = files;
        return done;
    }

private:
    class Store final : public Telemetry::AbstractReleaseStore
    {
    public:
        explicit Store(FakeAggregationFiles &files)
            : m_files(files)
        {
            ++m_files.open;
        }
        ~Store() override { --m_files.open; }
        Telemetry::Result<QList<Telemetry::Release>> releases() const override
        {
            return m_files.step<QList<Telemetry::Release>>(u"read releases", m_files.released);
        }
        Telemetry::Result<Telemetry::Done> add(const QList<Telemetry::Release> &releases) override
        {
            auto done = m_files.step<Telemetry::Done>(u"add", {});
            if (done)
                m_files.released += releases;
            return done;
        }

    private:
        FakeAggregationFiles &m_files;
    };

    template<typename T> Telemetry::Result<T> step(QStringView name, T value)
    {
        steps.append(name.toString());
        if (name == fails)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("the disk says no")};
        return value;
    }
};

} // namespace TestSupport
