#include "host/history/disk/keycommand.h"

#include "contract/limits.h"
#include "host/history/disk/historystore.h"
#include "host/history/disk/keyfile.h"
#include "platform/disk/wholefile.h"

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

using Does = KeyOptions::Does;

CommandOutcome failed(const QString &why)
{
    return {CommandOutcome::Failed, {}, why};
}

CommandOutcome makeKey(const KeyOptions &options)
{
    const auto keys = newSigningKeys();
    if (!keys)
        return failed(keys.error().detail);
    if (const auto written = writeKeyFile(options.file, keys.value()); !written)
        return failed(u"no key was made: %1"_s.arg(written.error().detail));
    const QString shown = QString::fromLatin1(keys.value().publicBytes.toBase64());
    return {CommandOutcome::Right,
            u"The secret key is in %1: whoever has that file signs as you. Keep a copy where the host is not.\n"
            "name    %2\n"
            "public  %3\n"
            "To enter it: key add %3 --holder \"%4\" --key %5\n"_s.arg(
                options.file, QString::fromLatin1(keyName(keys.value().publicBytes)), shown, options.holder,
                u"FILE OF A VALID KEY (of itself, if it is the first)"_s),
            {}};
}

QString stateOf(const HistoryKey &key)
{
    if (key.revoked)
        return u"revoked %1"_s.arg(key.revoked->toString(Qt::ISODate));
    if (key.until)
        return u"retired %1"_s.arg(key.until->toString(Qt::ISODate));
    return u"valid"_s;
}

/// How it is now, for a person who has just changed it.
QString summary(const HistoryStore &store)
{
    QString text;
    for (const HistoryKey &key : store.chain().keys().all()) {
        const auto &signatures = store.head().signatures;
        const bool hasSigned = std::any_of(signatures.begin(), signatures.end(),
                                           [&](const NamedSignature &one) { return one.key == key.name; });
        text += u"%1  since %2, %3%4  %5\n"_s.arg(QString::fromLatin1(key.name), key.from.toString(Qt::ISODate),
                                                  stateOf(key), hasSigned ? u", has signed"_s : QString(), key.holder);
    }
    if (store.chain().keys().all().isEmpty())
        return u"No key was entered yet. \"key new\" makes one.\n"_s;
    text += u"The history has %1 lines; %2 must sign, %3 more are needed.\n"_s.arg(
        QString::number(store.head().lines), QString::number(store.chain().keys().threshold()),
        QString::number(store.missingSignatures()));
    return text;
}

/// The key that a change is about: of the command line, or by its name from the history.
QByteArray keyOf(const KeyOptions &options, const HistoryKeys &keys)
{
    const HistoryKey *known = keys.find(options.name);
    return known ? known->publicBytes : options.publicBytes;
}

Result<Done> changeKeys(HistoryStore &store, const KeyOptions &options, const QList<SigningKeys> &signers,
                        const QDate &today)
{
    KeyChange change{KeyChange::Does::Add, keyOf(options, store.chain().keys()), options.holder, options.threshold};
    if (options.does != Does::Add) {
        change.does = options.does == Does::Retire ? KeyChange::Does::Retire : KeyChange::Does::Revoke;
        if (change.publicBytes.isEmpty())
            return Error{Error::Code::NotFound, u"there is no key %1"_s.arg(QString::fromLatin1(options.name))};
    }
    if (auto done = store.change(change, today, options.reason, signers); !done)
        return done;
    QList<SigningKeys> valid; // one may have withdrawn itself
    for (const SigningKeys &one : signers) {
        if (store.chain().keys().find(keyName(one.publicBytes))->isValid())
            valid.append(one);
    }
    return store.sign(valid);
}

Result<Done> takeHead(HistoryStore &store, const QString &file)
{
    const auto bytes = WholeFile::read(file, Limits::historyHeadBytes);
    if (!bytes)
        return Error{Error::Code::NotFound, u"there is no file %1"_s.arg(file)};
    const auto head = *bytes ? readHistoryHead(bytes->value()) : bytes->error();
    return head ? store.takeSignatures(head.value()) : head.error();
}

Result<Done> doIt(HistoryStore &store, const KeyOptions &options, const QDate &today)
{
    const auto signers = readKeyFiles(options.keyFiles);
    if (!signers)
        return signers.error();
    switch (options.does) {
    case Does::New:
    case Does::List:
        break;
    case Does::Add:
    case Does::Retire:
    case Does::Revoke:
        return changeKeys(store, options, signers.value(), today);
    case Does::Sign:
        return store.sign(signers.value());
    case Does::Take:
        return takeHead(store, options.file);
    }
    return Done{};
}

} // namespace

CommandOutcome runKey(const KeyOptions &options, const QDate &today)
{
    if (options.does == Does::New)
        return makeKey(options);
    const auto store = HistoryStore::open(options.folder);
    if (!store)
        return failed(store.error().detail);
    if (const auto done = doIt(*store.value(), options, today); !done)
        return failed(done.error().detail);
    return {CommandOutcome::Right, summary(*store.value()), {}};
}

} // namespace Telemetry
