#pragma once

#include "support/histories.h"

#include "contract/limits.h"
#include "host/certificate/abstractcertificatefiles.h"
#include "host/certificate/months.h"
#include "host/history/secretkey.h"

/// A public folder in memory, as the aggregation and the history write it, and what certificates write.
namespace TestSupport {

using Telemetry::sha256Of;

inline Telemetry::SigningKeys rfcKeys()
{
    return signingKeys(0);
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
    Telemetry::Result<Telemetry::SigningKeys> secretKey(const QString &path) const override
    {
        const auto bytes = file(path, Telemetry::Limits::keyFileBytes);
        return bytes ? Telemetry::readSecretKeyLine(bytes.value()) : bytes.error();
    }
    Telemetry::Result<Telemetry::Done> write(const QString &folder, const QMap<QString, QByteArray> &made) override
    {
        if (refusesToWrite)
            return Telemetry::Error{Telemetry::Error::Code::Io, QStringLiteral("No space left on device")};
        for (auto it = made.begin(); it != made.end(); ++it)
            written.insert(folder + QLatin1Char('/') + it.key(), it.value());
        return Telemetry::Done{};
    }

    /// Another line of the history that names these files as they are now, under which the first key signs.
    void addLine(Telemetry::HistoryKind kind, const QString &day, const QStringList &paths)
    {
        Telemetry::FileDigests digests;
        for (const QString &path : paths)
            digests.insert(path, sha256Of(files.value(path)));
        publish(m_host.chain.append({kind, digests, {}, {}}, Telemetry::historyDay(day)));
    }

    /// A line of the keys, which others sign.
    void changeKeys(const Telemetry::KeyChange &change, const QString &day, const QList<int> &signers)
    {
        QList<Telemetry::SigningKeys> keys;
        for (const int signer : signers)
            keys.append(signingKeys(signer));
        publish(m_host.chain.change(change, Telemetry::historyDay(day), {}, keys));
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
        m_host.periods.append(month);
        addLine(Telemetry::HistoryKind::Release, day, {QStringLiteral("periods/%1.json").arg(month)});
    }

    /// The first key, from 2026-01-01 on: the first line of the history.
    void addFirstKey()
    {
        changeKeys({Telemetry::KeyChange::Does::Add, rfcKeys().publicBytes, QStringLiteral("operator"), 0},
                   QStringLiteral("2026-01-01"), {0});
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
    /// The history's files and the index as they are now.
    void publish(const Telemetry::Result<Telemetry::Done> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
        files.insert(m_host.published(m_host.chain.keys().all().isEmpty() ? QList<int>() : QList<int>{0}));
    }
    Host m_host;
};

/// A folder with a year of napari-svg: March and April were not published, December was not released. The secret key is
/// in the file "key".
inline PublishedFolder yearOfSvg()
{
    PublishedFolder folder;
    folder.addFirstKey();
    folder.others.insert(QStringLiteral("key"), Telemetry::secretKeyLine(rfcKeys()));
    const QList<int> people{40, 35, 0, 0, 45, 60, 75, 70, 85, 90, 110};
    for (int i = 0; i < people.size(); ++i)
        folder.release(QStringLiteral("2026-%1").arg(i + 1, 2, 10, QLatin1Char('0')), QStringLiteral("napari-svg"),
                       people[i], QStringLiteral("2026-12-%1").arg(i + 1, 2, 10, QLatin1Char('0')));
    return folder;
}

} // namespace TestSupport
