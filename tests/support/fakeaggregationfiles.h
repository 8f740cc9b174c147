#pragma once

#include "host/aggregate/abstractaggregationfiles.h"
#include "host/history/historyentry.h"
#include "support/dictionary.h"

#include <QBuffer>
#include <QStringList>

#include <utility>

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
    Telemetry::Result<QStringList> periods() const override
    {
        QStringList periods;
        for (const RawEvents &alike : m_events)
            periods.append(alike.period);
        return periods;
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
    QList<Telemetry::Candidate> waiting;
    QList<Telemetry::Removal> removed;
    QList<Telemetry::Redraw> redrawn;
    Telemetry::HistoryChain chain;
    QDate lastRun;
    Telemetry::PublicFiles published;
    QStringList weeks;
    QList<Telemetry::Period> deleted; ///< the published months that were named
    QString fails;                    ///< the step that does
    QStringList steps;                ///< in their order, but for opening and reading
    int open = 0;                     ///< stores of releases
    bool isStill = false;             ///< nobody can change them
    QString refused;                  ///< the public file that the disk has no room for

    Telemetry::Result<Telemetry::Done> lock() override { return step<Telemetry::Done>(u"lock", {}); }
    Telemetry::Result<std::unique_ptr<Telemetry::AbstractReleaseStore>> openReleases() override
    {
        return quiet<std::unique_ptr<Telemetry::AbstractReleaseStore>>(u"open releases",
                                                                       std::make_unique<Store>(*this));
    }
    Telemetry::Result<std::unique_ptr<Telemetry::AbstractRawReader>> openRawEvents() override
    {
        auto reader = std::make_unique<FakeRawReader>(events);
        reader->fails = fails == QStringLiteral("read events");
        return quiet<std::unique_ptr<Telemetry::AbstractRawReader>>(u"open events", std::move(reader));
    }
    Telemetry::Result<Telemetry::RawDeletion> deleteRaw(const QList<Telemetry::Period> &months,
                                                        const QDateTime & /*now*/) override
    {
        deleted = months;
        return step<Telemetry::RawDeletion>(u"delete raw", Telemetry::RawDeletion::Made);
    }
    Telemetry::Result<Telemetry::HistoryChain> history() override
    {
        return quiet<Telemetry::HistoryChain>(u"read history", chain);
    }
    Telemetry::Result<QByteArray> publishedHistory() override
    {
        return quiet<QByteArray>(u"read public history", published.value(QStringLiteral("history.jsonl")));
    }
    Telemetry::Result<Telemetry::PublicFiles> enterHistory(const Lines &lines, QDate day) override
    {
        auto done = step<Telemetry::PublicFiles>(u"history", {});
        for (const Telemetry::HistoryDraft &draft : done ? lines(chain) : QList<Telemetry::HistoryDraft>()) {
            if (const auto added = chain.append(draft, day); !added)
                return added.error();
        }
        return done ? Telemetry::PublicFiles{{QStringLiteral("history.jsonl"), chain.bytes()}} : done;
    }
    Telemetry::Result<std::unique_ptr<QIODevice>> databaseOf(const QList<Telemetry::Period> &periods) override
    {
        auto copy = std::make_unique<QBuffer>();
        copy->setData(QByteArray::number(periods.size()));
        copy->open(QIODevice::ReadOnly);
        return step<std::unique_ptr<QIODevice>>(isStill ? u"copy" : u"copy of what may change", std::move(copy));
    }
    Telemetry::Result<QStringList> publishedPeriods() override { return quiet<QStringList>(u"weeks", weeks); }
    Telemetry::Result<std::unique_ptr<Telemetry::AbstractPublicDraft>> draft() override
    {
        return quiet<std::unique_ptr<Telemetry::AbstractPublicDraft>>(u"draft", std::make_unique<Draft>(*this));
    }
    Telemetry::Result<Telemetry::Done> copyToPublicHost() override
    {
        return step<Telemetry::Done>(u"copy to the public host", {});
    }

private:
    class Draft final : public Telemetry::AbstractPublicDraft
    {
    public:
        explicit Draft(FakeAggregationFiles &files)
            : m_files(files)
        {
        }
        Telemetry::Result<QByteArray> add(const QString &path, QIODevice &content) override
        {
            if (path == m_files.refused)
                return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("the disk is full")};
            m_added.insert(path, content.readAll());
            return Telemetry::sha256Of(m_added.value(path));
        }
        Telemetry::Result<bool> publish() override
        {
            auto done = m_files.step<bool>(u"publish", m_files.published != m_added);
            if (done)
                m_files.published = m_added;
            return done;
        }

    private:
        FakeAggregationFiles &m_files;
        Telemetry::PublicFiles m_added;
    };
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
            return m_files.quiet<QList<Telemetry::Release>>(u"read releases", m_files.released);
        }
        Telemetry::Result<QList<Telemetry::Release>> outlines(Which which) const override
        {
            QList<Telemetry::Release> outlines = m_files.released;
            for (const Telemetry::Candidate &candidate : m_files.waiting) {
                if (which == Which::Drawn)
                    outlines.append(candidate.release);
            }
            for (Telemetry::Release &outline : outlines) {
                outline.drawings.clear();
                outline.cells.clear();
            }
            return m_files.quiet<QList<Telemetry::Release>>(u"read releases", outlines);
        }
        Telemetry::Result<Telemetry::Release> release(const Telemetry::Period &period) const override
        {
            for (const Telemetry::Release &release : m_files.released) {
                if (release.period == period)
                    return m_files.quiet<Telemetry::Release>(u"read one release", release);
            }
            return Telemetry::Error{Telemetry::Error::Code::NotFound, period.toString()};
        }
        Telemetry::Result<QList<Telemetry::ReleasedCell>> cells(const Telemetry::Period &period,
                                                                const QString &table) const override
        {
            QList<Telemetry::ReleasedCell> cells;
            for (const Telemetry::Release &release : m_files.released) {
                for (const Telemetry::ReleasedCell &cell : release.cells) {
                    if (release.period == period && cell.table == table)
                        cells.append(cell);
                }
            }
            return m_files.quiet<QList<Telemetry::ReleasedCell>>(u"read cells", cells);
        }
        Telemetry::Result<Telemetry::Done> atOneMoment(
            const std::function<Telemetry::Result<Telemetry::Done>()> &read) const override
        {
            m_files.isStill = true;
            auto done = read();
            m_files.isStill = false;
            return done;
        }
        Telemetry::Result<QList<Telemetry::Candidate>> candidates() const override { return m_files.waiting; }
        Telemetry::Result<Telemetry::Done> addCandidates(const QList<Telemetry::Candidate> &candidates, QDate day,
                                                         const std::optional<QString> &again) override
        {
            auto done = m_files.step<Telemetry::Done>(u"add", {});
            if (done && again)
                m_files.redrawn.append({day, *again});
            if (done) {
                m_files.waiting = again ? candidates : m_files.waiting + candidates;
                m_files.lastRun = day;
            }
            return done;
        }
        Telemetry::Result<Telemetry::Done> releaseCandidates() override
        {
            auto done = m_files.step<Telemetry::Done>(u"release", {});
            for (const Telemetry::Candidate &candidate : done ? std::exchange(m_files.waiting, {}) : m_files.waiting) {
                if (done)
                    m_files.released.append(candidate.release);
            }
            return done;
        }
        Telemetry::Result<QDate> lastRun() const override { return m_files.lastRun; }
        Telemetry::Result<QList<Telemetry::Redraw>> redraws() const override { return m_files.redrawn; }
        Telemetry::Result<QList<Telemetry::Removal>> removals() const override { return m_files.removed; }
        Telemetry::Result<Telemetry::Done> remove(const Telemetry::Removal &removal,
                                                  const QList<Telemetry::Release> &releases,
                                                  const QList<Telemetry::Candidate> &candidates) override
        {
            auto done = m_files.step<Telemetry::Done>(u"remove", {});
            if (done) {
                m_files.removed.append(removal);
                m_files.released = releases;
                m_files.waiting = candidates;
            }
            return done;
        }

        Telemetry::Result<Telemetry::Done> rebuild() override { return m_files.step<Telemetry::Done>(u"rebuild", {}); }

    private:
        FakeAggregationFiles &m_files;
    };

    template<typename T> Telemetry::Result<T> quiet(QStringView name, T value)
    {
        if (name == fails)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("the disk says no")};
        return value;
    }
    template<typename T> Telemetry::Result<T> step(QStringView name, T value)
    {
        steps.append(name.toString());
        return quiet(name, std::move(value));
    }
};

} // namespace TestSupport
