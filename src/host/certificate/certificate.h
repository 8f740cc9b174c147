#pragma once

#include "contract/result.h"
#include "host/signing/signature.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace Telemetry {

/// A number of people and the interval that the count is in with a probability of 95 %.
struct PeopleWithin
{
    qint64 people = 0;
    qint64 low = 0;
    qint64 high = 0;
    friend bool operator==(const PeopleWithin &, const PeopleWithin &) = default;
};

/// The published number of one month, and where it is from.
struct CertifiedMonth
{
    QString period; ///< "2026-11"
    PeopleWithin number;
    qint64 rounding = 0; ///< to multiples of what the number is rounded
    qint64 line = 0;     ///< of the history: the newest one, at the time, that names the file of the period
    QByteArray sha256;   ///< of that file's bytes, as the line says it; hexadecimal
    friend bool operator==(const CertifiedMonth &, const CertifiedMonth &) = default;
};

/// What a calendar year's published numbers say together.
struct CertifiedYear
{
    int year = 0;
    int months = 0;                   ///< of the year that the certificate is about
    int published = 0;                ///< of these, those with a published number
    std::optional<PeopleWithin> mean; ///< of a mean month of the published ones; nothing: there is none
    friend bool operator==(const CertifiedYear &, const CertifiedYear &) = default;
};

/// What a plugin's author can show: its published numbers of some months, signed by whoever runs the host. A value; its
/// one form in bytes is canonical JSON, without a line feed at its end.
struct Certificate
{
    QString plugin;               ///< normalised as in PEP 503
    QString from;                 ///< the first month, "2026-01"
    QString to;                   ///< the last one, included
    QList<CertifiedMonth> months; ///< in order; a month that was not published is missing
    QList<CertifiedYear> years;   ///< all that the range touches, in order; follows from the months
    QString method;               ///< two sentences
    QDate issued;                 ///< UTC
    QString verify;               ///< the address of the page that verifies
    QByteArray publicKey;         ///< 32 bytes
    QByteArray signature;         ///< 64 bytes
    friend bool operator==(const Certificate &, const Certificate &) = default;
};

/// What the signature of a certificate is for, see signatureOf().
inline constexpr char certificatePurpose[] = "napari-telemetry certificate";

/// How every certificate of this version says how its numbers were made and what they don't say: two sentences.
[[nodiscard]] QString certificateMethod();
/// Where the page that verifies certificates is.
[[nodiscard]] QString certificateVerifyAddress();

/// Whether this is the name of a plugin in its normalised form, as the data dictionary takes it.
[[nodiscard]] bool isPluginName(const QString &name);

/// The bytes that are signed: everything but the signature.
[[nodiscard]] QByteArray signedPart(const Certificate &certificate);
/// The certificate's file.
[[nodiscard]] QByteArray certificateBytes(const Certificate &certificate);

/// Reads a file that anybody may have made: fields, form and order, and that the years follow from the months. What it
/// says may still be wrong, and the signature of nobody. Errors: TooLarge, Invalid (one sentence), Unsupported (a newer
/// version).
[[nodiscard]] Result<Certificate> readCertificate(const QByteArray &bytes);

/// The same with public key and signature of these keys. Errors: Invalid (the keys).
[[nodiscard]] Result<Certificate> signedBy(Certificate certificate, const SigningKeys &keys);
[[nodiscard]] bool hasSignatureOfItsKey(const Certificate &certificate);

} // namespace Telemetry
