#pragma once

#include <QByteArray>

#include <memory>

namespace Telemetry {

/// Bytes in pages of their own, which the system gets back with the last copy of this. A QByteArray of the same size,
/// once it is gone, stays a hole in the heap of napari for as long as that runs. Copies share the bytes. Pure. Any
/// thread, as long as nobody writes.
class PageBytes
{
public:
    /// Without any bytes.
    PageBytes() = default;
    /// Zeros; isNull() when the system has no room. `size`: in bytes, above 0.
    explicit PageBytes(qsizetype size);

    [[nodiscard]] bool isNull() const { return !m_pages; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] char *data() { return m_pages.get(); }
    /// Shows only the first `size` bytes from now on; not more than there are.
    void truncate(qsizetype size) { m_size = qMin(m_size, size); }
    /// The bytes where they are: valid as long as this, or a copy of it, is.
    [[nodiscard]] QByteArray view() const { return QByteArray::fromRawData(m_pages.get(), m_size); }

private:
    std::shared_ptr<char> m_pages;
    qsizetype m_size = 0;
};

} // namespace Telemetry
