#include "host/certificate/certificatejson.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "host/certificate/jsonfields.h"
#include "host/certificate/months.h"
#include "host/certificate/yearfigures.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int certificateVersion = 1;
constexpr qsizetype longestText = 2'000;     // characters; the method has a third
constexpr qint64 widestInterval = 1'000'000; // people; keeps squares exact in every language that checks
constexpr qsizetype publicKeyBytes = 32;
constexpr qsizetype signatureBytes = 64;

void insertNumber(QJsonObject &object, const PeopleWithin &number)
{
    object.insert(u"people"_s, number.people);
    object.insert(u"low"_s, number.low);
    object.insert(u"high"_s, number.high);
}

PeopleWithin numberOf(JsonFields &fields)
{
    const PeopleWithin number{fields.count(u"people"_s), fields.count(u"low"_s), fields.count(u"high"_s)};
    fields.require(number.low <= number.people && number.people <= number.high
                       && number.high - number.low <= widestInterval,
                   u"\"people\", \"low\" and \"high\" don't go together"_s);
    return number;
}

QJsonObject jsonOf(const CertifiedMonth &month)
{
    QJsonObject object{{u"period"_s, month.period},
                       {u"rounding"_s, month.rounding},
                       {u"n"_s, month.line},
                       {u"sha256"_s, QString::fromLatin1(month.sha256)}};
    insertNumber(object, month.number);
    return object;
}

QJsonObject jsonOf(const CertifiedYear &year)
{
    QJsonObject object{{u"year"_s, year.year}, {u"months"_s, year.months}, {u"published"_s, year.published}};
    if (year.mean)
        insertNumber(object, *year.mean);
    return object;
}

CertifiedMonth monthOf(JsonFields &fields)
{
    CertifiedMonth month;
    month.period = fields.text(u"period"_s, longestText);
    month.number = numberOf(fields);
    month.rounding = fields.count(u"rounding"_s);
    month.line = fields.count(u"n"_s);
    month.sha256 = fields.digest(u"sha256"_s);
    return month;
}

CertifiedYear yearOf(JsonFields &fields)
{
    CertifiedYear year;
    year.year = static_cast<int>(fields.count(u"year"_s));
    year.months = static_cast<int>(fields.count(u"months"_s));
    year.published = static_cast<int>(fields.count(u"published"_s));
    if (fields.has(u"people"_s))
        year.mean = numberOf(fields);
    return year;
}

/// What is wrong with the months; empty: nothing.
QString faultOfMonths(const Certificate &certificate)
{
    if (!isMonthName(certificate.from) || !isMonthName(certificate.to) || certificate.from > certificate.to)
        return u"\"from\" and \"to\" are not two months in order"_s;
    // The years alone are looked at before a list is made of all months: 9999 would make a long one.
    const auto yearOfMonth = [](const QString &month) { return month.left(4).toInt(); };
    if (yearOfMonth(certificate.to) - yearOfMonth(certificate.from) > Limits::certificateMonths / 12
        || monthsBetween(certificate.from, certificate.to).size() > Limits::certificateMonths)
        return u"it is about more than %1 months"_s.arg(Limits::certificateMonths);
    if (certificate.months.isEmpty())
        return u"it has no number"_s;
    QString before;
    for (const CertifiedMonth &month : certificate.months) {
        if (!isMonthName(month.period) || month.period < certificate.from || month.period > certificate.to
            || month.period <= before)
            return u"the months are not in order, or not of its range"_s;
        before = month.period;
    }
    if (certificate.years != yearsOf(certificate.from, certificate.to, certificate.months))
        return u"what it says of the years doesn't follow from the months"_s;
    return {};
}

Error invalid(const QString &why)
{
    return Error{Error::Code::Invalid, u"this is no certificate: "_s + why};
}

} // namespace

QJsonObject jsonOf(const Certificate &certificate)
{
    QJsonArray months;
    for (const CertifiedMonth &month : certificate.months)
        months.append(jsonOf(month));
    QJsonArray years;
    for (const CertifiedYear &year : certificate.years)
        years.append(jsonOf(year));
    return {{u"version"_s, certificateVersion},
            {u"plugin"_s, certificate.plugin},
            {u"from"_s, certificate.from},
            {u"to"_s, certificate.to},
            {u"months"_s, months},
            {u"years"_s, years},
            {u"method"_s, certificate.method},
            {u"issued"_s, certificate.issued.toString(Qt::ISODate)},
            {u"verify"_s, certificate.verify},
            {u"key"_s, QString::fromLatin1(keyName(certificate.publicKey))},
            {u"public"_s, QString::fromLatin1(certificate.publicKey.toBase64())},
            {u"signature"_s, QString::fromLatin1(certificate.signature.toBase64())}};
}

Result<Certificate> readCertificate(const QByteArray &bytes)
{
    const auto object = parseJsonObject(bytes, Limits::certificateBytes);
    if (!object)
        return Error{object.error().code, u"this is no certificate: "_s + object.error().detail};
    const QJsonObject json = object.value();
    JsonFields fields(json);
    const qint64 version = fields.count(u"version"_s);
    if (fields.fault().isEmpty() && version > certificateVersion)
        return Error{Error::Code::Unsupported, u"this certificate is of a newer version; update this program"_s};
    Certificate certificate;
    certificate.plugin = fields.text(u"plugin"_s, longestText);
    certificate.from = fields.text(u"from"_s, longestText);
    certificate.to = fields.text(u"to"_s, longestText);
    certificate.months = fields.list<CertifiedMonth>(u"months"_s, Limits::certificateMonths, monthOf);
    certificate.years = fields.list<CertifiedYear>(u"years"_s, Limits::certificateMonths, yearOf);
    certificate.method = fields.text(u"method"_s, longestText);
    certificate.issued = fields.day(u"issued"_s);
    certificate.verify = fields.text(u"verify"_s, longestText);
    certificate.publicKey = fields.base64(u"public"_s, publicKeyBytes);
    certificate.signature = fields.base64(u"signature"_s, signatureBytes);
    const QString key = fields.text(u"key"_s, longestText);
    fields.require(isPluginName(certificate.plugin), u"\"plugin\" is not the name of a plugin"_s);
    fields.require(key.toLatin1() == keyName(certificate.publicKey), u"\"key\" is not the name of its public key"_s);
    if (!fields.fault().isEmpty())
        return invalid(fields.fault());
    if (const QString fault = faultOfMonths(certificate); !fault.isEmpty())
        return invalid(fault);
    if (certificateBytes(certificate) != bytes)
        return invalid(u"it isn't in the form in which certificates are written; if an editor or a mail program saved "
                       "it anew, ask for the file as it was"_s);
    return certificate;
}

} // namespace Telemetry
