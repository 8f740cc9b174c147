#pragma once

#include "contract/canonicaljson.h"
#include "host/certificate/abstractcertificatefiles.h"
#include "host/certificate/months.h"
#include "host/signing/signature.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

/// A public folder in memory, as the aggregation and the history write it, and what certificates write.
namespace TestSupport {

inline QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

/// The same keys in every run: those of RFC 8032, 7.1, test 1.
inline Telemetry::SigningKeys rfcKeys()
{
    return Telemetry::signingKeysOf(
               QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                                   "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        .value();
}

class PublishedFolder : public Telemetry::AbstractCertificateFiles
{
public:
    std::optional<Telemetry::Result<QByteArray>> publicFile(const QString &path, qsizetype most) const override
    {
        const auto found = files.constFind(path);
        if (found == files.constEnd())
            return std::nullopt;
        return limited(*found, most);
    }
    Telemetry::Result<QByteArray> file(const QString &path, qsizetype most) const override
    {
        const auto found = others.constFind(path);
        if (found == others.constEnd())
            return Telemetry::Error{Telemetry::Error::Code::NotFound, QStringLiteral("there is no such file")};
        return limited(*found, most);
    }
    Telemetry::Result<Telemetry::Done> write(const QString &folder, const QMap<QString, QByteArray> &made) override
    {
        if (refusesToWrite)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("No space left on device")};
        for (auto it = made.begin(); it != made.end(); ++it)
            written.insert(folder + QLatin1Char('/') + it.key(), it.value());
        return Telemetry::Done{};
    }

    /// Another line of the history that names these files as they are now.
    void addLine(const QString &kind, const QString &day, const QStringList &paths)
    {
        QJsonObject digests;
        for (const QString &path : paths)
            digests.insert(path, QString::fromLatin1(sha256Of(files.value(path))));
        const QByteArray line = Telemetry::canonicalJson({{QStringLiteral("before"), QString::fromLatin1(m_before)},
                                                          {QStringLiteral("day"), day},
                                                          {QStringLiteral("files"), digests},
                                                          {QStringLiteral("kind"), kind},
                                                          {QStringLiteral("n"), m_lines++},
                                                          {QStringLiteral("what"), QJsonObject()}});
        m_before = sha256Of(line);
        files[QStringLiteral("history.jsonl")] += line + '\n';
    }

    static QByteArray numbers(const QString &month, const QJsonArray &rows)
    {
        const QJsonObject table{{QStringLiteral("table"), QStringLiteral("plugins")},
                                {QStringLiteral("topic"), QStringLiteral("plugin")},
                                {QStringLiteral("dimensions"), QJsonArray{QStringLiteral("name")}},
                                {QStringLiteral("sigma"), 4},
                                {QStringLiteral("threshold"), 26},
                                {QStringLiteral("within"), 10},
                                {QStringLiteral("rows"), rows}};
        return Telemetry::canonicalJson({{QStringLiteral("period"), month},
                                         {QStringLiteral("dictionary"), 1},
                                         {QStringLiteral("rounding"), 5},
                                         {QStringLiteral("tables"), QJsonArray{table}}});
    }

    static QJsonObject row(const QString &plugin, int people)
    {
        return {{QStringLiteral("key"), QJsonArray{plugin}}, {QStringLiteral("people"), people}};
    }

    void put(const QString &month, const QJsonArray &rows)
    {
        files[QStringLiteral("periods/%1.json").arg(month)] = numbers(month, rows);
    }

    /// Releases a month; people below 1: the plugin has no row.
    void release(const QString &month, const QString &plugin, int people, const QString &day)
    {
        QJsonArray rows{row(QStringLiteral("another-plugin"), 60)};
        if (people > 0)
            rows.append(row(plugin, people));
        put(month, rows);
        m_months.append(month);
        files[QStringLiteral("index.json")] = Telemetry::canonicalJson({{QStringLiteral("months"), m_months}});
        addLine(QStringLiteral("release"), day, {QStringLiteral("periods/%1.json").arg(month)});
    }

    void addKey(const Telemetry::SigningKeys &keys, QJsonObject more = {})
    {
        more.insert(QStringLiteral("name"), QString::fromLatin1(Telemetry::keyName(keys.publicBytes)));
        more.insert(QStringLiteral("public"), QString::fromLatin1(keys.publicBytes.toBase64()));
        more.insert(QStringLiteral("from"), QStringLiteral("2026-01-01"));
        more.insert(QStringLiteral("holder"), QStringLiteral("operator"));
        m_keys.append(more);
        files[QStringLiteral("keys.json")] =
            Telemetry::canonicalJson({{QStringLiteral("keys"), m_keys}, {QStringLiteral("threshold"), 1}});
    }

    QMap<QString, QByteArray> files;   ///< of the public folder
    QMap<QString, QByteArray> others;  ///< any others
    QMap<QString, QByteArray> written; ///< what write() was given
    bool refusesToWrite = false;

private:
    static Telemetry::Result<QByteArray> limited(const QByteArray &bytes, qsizetype most)
    {
        if (bytes.size() > most)
            return Telemetry::Error{Telemetry::Error::Code::TooLarge, QStringLiteral("too large")};
        return bytes;
    }
    QByteArray m_before = QByteArray(64, '0');
    int m_lines = 0;
    QJsonArray m_months;
    QJsonArray m_keys;
};

/// A folder with a year of napari-svg: March and April were not published, December was not released. The secret key is
/// in the file "key".
inline PublishedFolder yearOfSvg()
{
    PublishedFolder folder;
    folder.addKey(rfcKeys());
    folder.others.insert(QStringLiteral("key"), rfcKeys().secret.toBase64() + '\n');
    folder.addLine(QStringLiteral("dictionary"), QStringLiteral("2026-01-05"), {});
    const QList<int> people{40, 35, 0, 0, 45, 60, 75, 70, 85, 90, 110};
    for (int i = 0; i < people.size(); ++i)
        folder.release(QStringLiteral("2026-%1").arg(i + 1, 2, 10, QLatin1Char('0')), QStringLiteral("napari-svg"),
                       people[i], QStringLiteral("2026-12-%1").arg(i + 1, 2, 10, QLatin1Char('0')));
    return folder;
}

} // namespace TestSupport
