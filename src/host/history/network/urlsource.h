#pragma once

#include "host/history/abstractpublicsource.h"

#include "contract/limits.h"

#include <QThread>
#include <QUrl>

namespace Telemetry {

/// The public files of a host, by HTTP or HTTPS. No redirect is followed, nothing compressed is taken, no cookie or
/// credential is sent. The network has a thread of its own, for which read() waits; so it must not be called in that of
/// a window.
class UrlSource final : public AbstractPublicSource
{
public:
    /// For tests; what ships uses the limits of limits.h.
    struct Bounds
    {
        int timeoutMs = Limits::transferTimeoutMs; ///< milliseconds without progress
        int totalMs = Limits::publicFileTotalMs;   ///< milliseconds for one file
    };

    /// Errors: Invalid (no URL of HTTP or HTTPS, or one with a question, a fragment, a user).
    [[nodiscard]] static Result<std::unique_ptr<AbstractPublicSource>> make(const QString &address);
    [[nodiscard]] static Result<std::unique_ptr<AbstractPublicSource>> make(const QString &address,
                                                                            const Bounds &bounds);
    ~UrlSource() override;

    /// NotFound is what the server says so (404, 410); whatever else it says is Io.
    [[nodiscard]] Result<QByteArray> read(const QString &path, qsizetype most) override;

private:
    UrlSource(const QUrl &base, const Bounds &bounds);

    QUrl m_base; ///< with a slash at its end
    Bounds m_bounds;
    QThread m_thread;
    QObject *m_network = nullptr; ///< lives in that thread, and goes with it
};

} // namespace Telemetry
