#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>

namespace Telemetry {

/// The body of a request, which can be read once only. Qt repeats a request by itself when its connection breaks before
/// the answer, unless it can't have the body again; whether something is sent again is for the scheduler to decide.
/// Thread of its owner.
class OneShotBody final : public QIODevice
{
public:
    explicit OneShotBody(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } // without the warning of QIODevice
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return left() + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maximum) override
    {
        const qint64 size = std::min(maximum, left());
        if (size == 0)
            return maximum == 0 ? 0 : -1; // the end
        std::copy_n(m_bytes.constData() + m_read, size, data);
        m_read += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    [[nodiscard]] qint64 left() const { return m_bytes.size() - m_read; }
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace Telemetry
