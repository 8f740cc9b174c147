#pragma once

#include <QByteArray>

namespace Telemetry {

/// Where uses are kept until they are counted: what whoever records them sees of it. Any thread; waits for nothing but
/// one write.
class AbstractUseJournal
{
public:
    AbstractUseJournal() = default;
    virtual ~AbstractUseJournal();
    Q_DISABLE_COPY_MOVE(AbstractUseJournal)

    /// Keeps one use of a thing: once this returns true, it survives the end of the process, however that ends.
    /// `first` is written for the first use of this number, `again` for all others; see useLine(). False when the disk
    /// refuses, or too much waits already.
    [[nodiscard]] virtual bool append(int number, const QByteArray &first, const QByteArray &again) = 0;
    /// The numbers stand for other events from now on.
    virtual void forgetNames() = 0;
};

} // namespace Telemetry
