#pragma once

#include "client/spool/abstractspool.h"
#include "client/spool/knownfacts.h"
#include "contract/event.h"
#include "support/dictionary.h"

/// A spool in memory, for the steps around it. The event of a reporter replaces the one before; without a family there
/// is no cap, and a month's fact may have several events.
class MemorySpool final : public Telemetry::AbstractSpool
{
public:
    using State = Telemetry::SpooledEvent::State;

    Telemetry::Result<Telemetry::Done> record(const Telemetry::Event &event) override
    {
        if (failing)
            return failure();
        const QByteArray bytes = Telemetry::eventBytes(event);
        for (auto &row : rows) {
            if (row.event.topic != event.topic || !(row.event.reporter == event.reporter))
                continue;
            if (row.bytes != bytes) {
                row.event = event;
                row.bytes = bytes;
                row.state = State::Pending;
            }
            return Telemetry::Done{};
        }
        const QByteArray fact = factOf(*TestSupport::dictionary().topic(event.topic), event, factKey);
        if (family && !hasRoom(event, fact))
            return Telemetry::Done{};
        m_facts.insert(event.reporter.bytes(), fact);
        rows.append({event, TestSupport::dictionary().topic(event.topic)->level, bytes, State::Pending, {}});
        return Telemetry::Done{};
    }
    Telemetry::Result<QList<Telemetry::SpooledEvent>> events() const override { return rows; }
    Telemetry::Result<QList<Telemetry::SpooledEvent>> pending(Telemetry::Level level) const override
    {
        if (failing)
            return failure();
        QList<Telemetry::SpooledEvent> found;
        for (const auto &row : rows) {
            if (row.level == level && row.state == State::Pending)
                found.append(row);
        }
        return found;
    }
    Telemetry::Result<Telemetry::SpoolStatus> status() const override
    {
        return Telemetry::SpoolStatus{static_cast<int>(count(State::Pending)),
                                      static_cast<int>(std::count_if(rows.begin(), rows.end(), [](const auto &row) {
                                          return !row.receipt.isEmpty();
                                      }))};
    }
    Telemetry::Result<QList<Telemetry::SpooledEvent>> beginSending(const QList<Telemetry::SpooledEvent> &batch) override
    {
        if (failingReceipts)
            return failure();
        QList<Telemetry::SpooledEvent> leaving;
        for (const auto &one : batch) {
            for (auto &row : rows) {
                if (row.bytes == one.bytes && row.state == State::Pending) {
                    row.receipt = row.bytes;
                    leaving.append(one);
                }
            }
        }
        return leaving;
    }
    Telemetry::Result<Telemetry::Done> undoSending(const QList<Telemetry::SpooledEvent> &batch) override
    {
        for (const auto &one : batch) {
            for (auto &row : rows) {
                if (row.bytes == one.bytes)
                    row.receipt = one.receipt;
            }
        }
        return Telemetry::Done{};
    }
    Telemetry::Result<Telemetry::Done> markSent(const QList<Telemetry::SpooledEvent> &sent) override
    {
        if (failingMarks)
            return failure();
        for (const auto &one : sent)
            set(one, State::Sent, {});
        return Telemetry::Done{};
    }
    Telemetry::Result<Telemetry::Done> markRefused(const Telemetry::SpooledEvent &refused,
                                                   const QString &reason) override
    {
        if (failingMarks)
            return failure();
        set(refused, State::Refused, reason);
        return Telemetry::Done{};
    }
    Telemetry::Result<Telemetry::Done> purgeAbove(Telemetry::Level level) override
    {
        for (auto &row : rows) {
            if (row.level > level && row.state != State::Sent && !row.receipt.isEmpty())
                row.state = State::Sent;
        }
        rows.removeIf(
            [&](const Telemetry::SpooledEvent &row) { return row.level > level && row.state != State::Sent; });
        return Telemetry::Done{};
    }
    Telemetry::Result<Telemetry::Done> expire(const QDateTime &now) override
    {
        rows.removeIf([&](const Telemetry::SpooledEvent &row) {
            return row.state == State::Pending && row.event.period.closesAt() <= now;
        });
        return Telemetry::Done{};
    }

    [[nodiscard]] qsizetype count(State state) const
    {
        return std::count_if(rows.begin(), rows.end(), [&](const auto &row) { return row.state == state; });
    }

    QList<Telemetry::SpooledEvent> rows;
    const QList<MemorySpool *> *family = nullptr; ///< the person's spools, this one among them
    QByteArray factKey;
    bool failing = false;
    bool failingMarks = false;
    bool failingReceipts = false;

private:
    QHash<QByteArray, QByteArray> m_facts; ///< by reporter

    [[nodiscard]] bool hasRoom(const Telemetry::Event &event, const QByteArray &fact) const
    {
        Telemetry::KnownFacts known;
        for (const MemorySpool *spool : *family) {
            for (const auto &row : spool->rows) {
                if (row.event.topic != event.topic || !(row.event.period == event.period))
                    continue;
                const QByteArray reporter = row.event.reporter.bytes();
                const QByteArray theirs = spool->m_facts.value(reporter);
                known[theirs.isEmpty() ? reporter : theirs].insert(reporter);
            }
        }
        return placeIn(known, *TestSupport::dictionary().topic(event.topic), event, fact) == Telemetry::Place::Free;
    }
    static Telemetry::Error failure() { return {Telemetry::Error::Code::Io, QStringLiteral("the disk is full")}; }
    void set(const Telemetry::SpooledEvent &which, State state, const QString &reason)
    {
        for (auto &row : rows) {
            if (row.bytes == which.bytes) {
                row.state = state;
                row.reason = reason;
            }
        }
    }
};
