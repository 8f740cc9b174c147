#pragma once

#include "host/history/abstractpublicsource.h"
#include "host/history/historychain.h"
#include "host/history/historynames.h"
#include "host/history/releasedperiods.h"

#include "contract/canonicaljson.h"

#include <QJsonArray>
#include <QMap>

#include <optional>

namespace TestSupport {

/// The keys of RFC 8032, 7.1: everybody knows them, and they are the same in each run.
inline Telemetry::SigningKeys signingKeys(int index)
{
    static const QByteArrayList secrets = {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                                           "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                                           "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
                                           "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                                           "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
                                           "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"};
    return Telemetry::signingKeysOf(QByteArray::fromHex(secrets[index])).value();
}

inline QByteArray keyNameOf(int index)
{
    return Telemetry::keyName(signingKeys(index).publicBytes);
}

inline Telemetry::KeyChange adding(int key, int threshold = 0)
{
    return {Telemetry::KeyChange::Does::Add, signingKeys(key).publicBytes, QStringLiteral("operator %1").arg(key + 1),
            threshold};
}

inline QDate historyDayOf(int day)
{
    return QDate(2026, 12, 1).addDays(day);
}

using Folder = QMap<QString, QByteArray>;

/// A folder in memory.
class FolderInMemory final : public Telemetry::AbstractPublicSource
{
public:
    explicit FolderInMemory(Folder folder)
        : files(std::move(folder))
    {
    }
    [[nodiscard]] Telemetry::Result<QByteArray> read(const QString &path, qsizetype most) override
    {
        using Telemetry::Error;
        if (unreachable == path)
            return Error{Error::Code::Io, QStringLiteral("no answer")};
        if (!files.contains(path))
            return Error{Error::Code::NotFound, path};
        if (files[path].size() > most)
            return Error{Error::Code::TooLarge, path};
        return files[path];
    }
    Folder files;
    QString unreachable;
};

/// A host as it goes on: a history, and the public folder that belongs to it.
struct Host
{
    Telemetry::HistoryChain chain;
    Folder files;
    QStringList periods;
    int day = 0;

    void change(const Telemetry::KeyChange &change, const QList<int> &signers)
    {
        QList<Telemetry::SigningKeys> keys;
        for (const int signer : signers)
            keys.append(signingKeys(signer));
        const auto done = chain.change(change, historyDayOf(day++), {}, keys);
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void append(const Telemetry::HistoryDraft &draft)
    {
        if (const auto done = chain.append(draft, historyDayOf(day++)); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    void release(const QString &period)
    {
        const QString path = Telemetry::periodFile(period);
        files[path] = "{\"period\":\"" + period.toLatin1() + "\"}\n";
        periods.append(period);
        append({Telemetry::HistoryKind::Release,
                {{path, Telemetry::sha256Of(files[path])}},
                {{QStringLiteral("period"), period}},
                {}});
    }
    /// Everything that is public, the head signed by these keys.
    [[nodiscard]] Folder published(const QList<int> &signers) const
    {
        Folder all = files;
        QJsonArray weeks;
        QJsonArray months;
        QJsonArray releases;
        for (const QString &period : periods) {
            (period.contains(u'W') ? weeks : months).append(period);
            releases.append(QJsonObject{{QStringLiteral("period"), period}});
        }
        all[QStringLiteral("index.json")] = Telemetry::canonicalJson({{QStringLiteral("weeks"), weeks},
                                                                      {QStringLiteral("months"), months},
                                                                      {QStringLiteral("releases"), releases}});
        all[Telemetry::HistoryNames::history] = chain.bytes();
        all[Telemetry::HistoryNames::head] = Telemetry::bytesOf(signedHead(signers));
        all[Telemetry::HistoryNames::keys] = chain.keys().bytes();
        return all;
    }
    [[nodiscard]] Telemetry::HistoryHead signedHead(const QList<int> &signers) const
    {
        Telemetry::HistoryHead head = chain.head();
        for (const int signer : signers) {
            const Telemetry::SigningKeys keys = signingKeys(signer);
            head.signatures.append(
                {Telemetry::keyName(keys.publicBytes),
                 Telemetry::signatureOf(Telemetry::headPurpose(), Telemetry::statementOf(head), keys).value()});
        }
        return head;
    }
};

/// Two periods, the first of them removed from, and an access: five lines, the first of which is the key 0.
inline Host smallHost()
{
    using namespace Telemetry;
    Host host;
    host.change(adding(0), {0});
    host.release(QStringLiteral("2026-W45"));
    host.release(QStringLiteral("2026-10"));
    host.files[QStringLiteral("periods/2026-W45.json")] = "{\"rows\":[]}\n";
    host.append({HistoryKind::Removal,
                 {{QStringLiteral("periods/2026-W45.json"), sha256Of("{\"rows\":[]}\n")}},
                 {{QStringLiteral("kind"), QStringLiteral("cell")}},
                 QStringLiteral("a plugin's author asked f\u00fcr it")});
    host.append({HistoryKind::Access, {}, {{QStringLiteral("kind"), QStringLiteral("raw")}}, {}});
    return host;
}

/// smallHost() with its key handed on: a second one, which has retired the first, and a third, which was revoked.
inline Host rotatedHost()
{
    using Does = Telemetry::KeyChange::Does;
    Host host = smallHost();
    host.change(adding(1), {0});
    host.change({Does::Retire, signingKeys(0).publicBytes, {}, 0}, {1});
    host.change(adding(2), {1});
    host.change({Does::Revoke, signingKeys(2).publicBytes, {}, 0}, {1});
    return host;
}

} // namespace TestSupport
