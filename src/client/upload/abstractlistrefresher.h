#pragma once

#include <QByteArray>

#include <functional>
#include <optional>

namespace Telemetry {

/// Asks the collector for the whole public list. Lives in the worker thread; never blocks it. Made by the upload
/// plugin.
class AbstractListRefresher
{
public:
    AbstractListRefresher() = default;
    virtual ~AbstractListRefresher();
    Q_DISABLE_COPY_MOVE(AbstractListRefresher)

    /// `known` is the list that is in use. Below the level middle nothing happens, and `finished` is not called.
    /// Otherwise `finished` is called once, from the event loop: with the list that is to be
    /// used from now on (it may be the known one), or with nothing when none came that is whole and well-formed. Then
    /// the known one stays. One at a time; destroying it cancels.
    virtual void refresh(const QByteArray &known, std::function<void(const std::optional<QByteArray> &)> finished) = 0;
};

} // namespace Telemetry
