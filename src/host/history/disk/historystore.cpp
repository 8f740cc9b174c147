#include "host/history/disk/historystore.h"

#include "contract/limits.h"
#include "host/history/historynames.h"
#include "platform/disk/filelock.h"
#include "platform/disk/newfile.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/unfinishedfile.h"
#include "platform/disk/wholefile.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// A clock that was ahead once must not stop the history until that day has come.
QDate notBefore(const HistoryChain &chain, const QDate &day)
{
    return chain.entries().isEmpty() ? day : qMax(day, chain.entries().constLast().day);
}

const auto bringBack = u"Bring it back from a backup, or from the public folder."_s;

} // namespace

HistoryStore::HistoryStore(const QString &folder, Observer observer)
    : m_folder(folder)
    , m_observer(std::move(observer))
    , m_lock(std::make_unique<FileLock>(QDir(folder).filePath(HistoryNames::history + ".lock"_L1)))
{
}

HistoryStore::~HistoryStore() = default;

Result<std::unique_ptr<HistoryStore>> HistoryStore::open(const QString &folder, Observer observer)
{
    std::unique_ptr<HistoryStore> store(new HistoryStore(folder, std::move(observer)));
    if (const auto locked = store->m_lock->lock(); !locked)
        return Error{locked.error().code, u"the history in %1: %2"_s.arg(folder, locked.error().detail)};
    if (const auto done = store->read(); !done)
        return Error{done.error().code, u"%1/%2"_s.arg(folder, done.error().detail)};
    return store;
}

Result<Done> HistoryStore::read()
{
    bool isTorn = false;
    if (auto done = readHistory(isTorn); !done)
        return done;
    if (auto done = readHead(); !done)
        return done;
    // Only now: a line that the head knows was whole once, and must not go.
    return isTorn ? replace(HistoryNames::history, m_chain.bytes()) : Result<Done>(Done{});
}

Result<Done> HistoryStore::readHistory(bool &isTorn)
{
    const auto bytes = WholeFile::read(QDir(m_folder).filePath(HistoryNames::history), Limits::historyBytes);
    if (!bytes)
        return Done{};
    if (!*bytes)
        return Error{bytes->error().code, u"%1: %2"_s.arg(HistoryNames::history, bytes->error().detail)};
    const auto taken = m_chain.takeAll(bytes->value());
    if (taken)
        return Done{};
    const QByteArray rest = bytes->value().mid(m_chain.bytes().size());
    if (rest.contains('\n'))
        return Error{Error::Code::Damaged,
                     u"%1, line %2: %3. %4"_s.arg(HistoryNames::history, QString::number(m_chain.entries().size() + 1),
                                                  taken.error().detail, bringBack)};
    (void)m_chain.take(rest).ok(); // all of a line but its line feed
    isTorn = true;
    return Done{};
}

Result<Done> HistoryStore::readHead()
{
    m_head = m_chain.head();
    const auto bytes = WholeFile::read(QDir(m_folder).filePath(HistoryNames::head), Limits::historyHeadBytes);
    if (!bytes)
        return Done{};
    if (!*bytes)
        return Error{bytes->error().code, u"%1: %2"_s.arg(HistoryNames::head, bytes->error().detail)};
    auto head = readHistoryHead(bytes->value());
    if (!head)
        return Error{Error::Code::Damaged, u"%1: %2. %3"_s.arg(HistoryNames::head, head.error().detail, bringBack)};
    const int lines = head.value().lines;
    if (lines > m_head.lines)
        return Error{Error::Code::Damaged,
                     u"%1: it has %2 lines, and %3 were signed. %4"_s.arg(
                         HistoryNames::history, QString::number(m_head.lines), QString::number(lines), bringBack)};
    const QByteArray signedLine = lines == 0 ? noLineBefore() : sha256Of(lineOf(m_chain.entries()[lines - 1]));
    if (head.value().sha256 != signedLine)
        return Error{Error::Code::Damaged, u"%1, line %2: it is not the line that was signed. %3"_s.arg(
                                               HistoryNames::history, QString::number(lines), bringBack)};
    if (lines == m_head.lines)
        m_head = std::move(head).value();
    return Done{};
}

Result<Done> HistoryStore::append(const QList<HistoryDraft> &drafts, const QDate &day)
{
    if (drafts.isEmpty())
        return Done{};
    HistoryChain chain = m_chain;
    for (const HistoryDraft &draft : drafts) {
        if (auto done = chain.append(draft, notBefore(m_chain, day)); !done)
            return done;
    }
    return replaceChain(std::move(chain));
}

Result<Done> HistoryStore::change(const KeyChange &change, const QDate &day, const QString &reason,
                                  const QList<SigningKeys> &signers)
{
    HistoryChain chain = m_chain;
    if (auto done = chain.change(change, notBefore(m_chain, day), reason, signers); !done)
        return done;
    return replaceChain(std::move(chain));
}

Result<Done> HistoryStore::sign(const QList<SigningKeys> &keys)
{
    HistoryHead head = m_chain.head();
    for (const SigningKeys &one : keys) {
        const auto signature = signatureOf(headPurpose(), statementOf(head), one);
        if (!signature)
            return signature.error();
        head.signatures.append({keyName(one.publicBytes), signature.value()});
    }
    return takeSignatures(head);
}

Result<Done> HistoryStore::takeSignatures(const HistoryHead &head)
{
    if (statementOf(head) != statementOf(m_head))
        return Error{Error::Code::Invalid, u"that head is of another history, or of another line of this one"_s};
    for (const JudgedSignature &one : m_chain.keys().judge(headPurpose(), statementOf(head), head.signatures)) {
        if (one.verdict != JudgedSignature::Verdict::Good)
            return Error{Error::Code::Invalid, textOf(one)};
    }
    HistoryHead all = m_head;
    for (const NamedSignature &one : head.signatures) {
        if (!all.signatures.contains(one))
            all.signatures.append(one);
    }
    return all.signatures == m_head.signatures ? Result<Done>(Done{}) : replaceHead(std::move(all));
}

int HistoryStore::missingSignatures() const
{
    const HistoryKeys &keys = m_chain.keys();
    if (keys.all().isEmpty())
        return 0;
    int good = 0;
    for (const JudgedSignature &one : keys.judge(headPurpose(), statementOf(m_head), m_head.signatures))
        good += one.verdict == JudgedSignature::Verdict::Good ? 1 : 0;
    return qMax(0, keys.threshold() - good);
}

Result<PublicHistory> HistoryStore::publicFiles() const
{
    if (const int missing = missingSignatures(); missing > 0)
        return Error{
            Error::Code::Closed,
            u"the history's %1 lines need %2 more signatures; give a file with a secret key, or have its holder "
            "run \"napari-telemetry-aggregate key sign\""_s.arg(QString::number(m_head.lines),
                                                                QString::number(missing))};
    return PublicHistory{m_chain.bytes(), bytesOf(m_head), m_chain.keys().bytes()};
}

Result<Done> HistoryStore::replaceChain(HistoryChain chain)
{
    if (auto done = replace(HistoryNames::history, chain.bytes()); !done)
        return done;
    m_chain = std::move(chain);
    m_head = m_chain.head();
    return Done{};
}

Result<Done> HistoryStore::replaceHead(HistoryHead head)
{
    if (auto done = replace(HistoryNames::head, bytesOf(head)); !done)
        return done;
    m_head = std::move(head);
    return Done{};
}

Result<Done> HistoryStore::replace(const QString &name, const QByteArray &bytes)
{
    if (m_isUncertain)
        return Error{Error::Code::Closed, u"%1: an earlier write failed, open it again"_s.arg(name)};
    const auto step = [this, &name](const char *what) {
        if (m_observer)
            m_observer(QLatin1StringView(what) + u' ' + name);
    };
    step("make");
    UnfinishedFile::removeLeftovers(m_folder, UnfinishedFile::Mode::Usual);
    const auto made = UnfinishedFile::make(m_folder, UnfinishedFile::Mode::Usual);
    if (!made)
        return Error{made.error().code, u"%1: %2"_s.arg(name, made.error().detail)};
    made.value()->setPermissions(publicFile);
    m_isUncertain = true;
    step("write");
    auto done = made.value()->write(bytes);
    if (done) {
        step("rename");
        done = made.value()->become(QDir(m_folder).filePath(name));
    }
    if (done) {
        step("sync");
        done = syncFolder(m_folder);
    }
    if (!done)
        return Error{done.error().code, u"%1: %2"_s.arg(name, done.error().detail)};
    m_isUncertain = false;
    step("done");
    return Done{};
}

} // namespace Telemetry
