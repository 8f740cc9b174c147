#include "host/certificate/page/qrcode.h"

#include <qrencode.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace Telemetry {

Result<QrCode> qrCodeOf(const QByteArray &bytes)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0,
                          QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return Error{Error::Code::TooLarge, u"%1 bytes are too many for a QR code, or none"_s.arg(bytes.size())};
    QrCode made{code->width, QByteArray(code->width * code->width, 0)};
    for (int i = 0; i < code->width * code->width; ++i)
        made.modules[i] = static_cast<char>(code->data[i] & 1); // the other bits say what a module is for
    return made;
}

} // namespace Telemetry
