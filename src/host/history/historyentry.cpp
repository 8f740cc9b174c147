#include "host/history/historyentry.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int digestDigits = 64;

const std::array<std::pair<HistoryKind, QString>, 9> &kinds()
{
    static const std::array<std::pair<HistoryKind, QString>, 9> all = {{
        {HistoryKind::Dictionary, u"dictionary"_s},
        {HistoryKind::PublicList, u"public-list"_s},
        {HistoryKind::Endpoints, u"endpoints"_s},
        {HistoryKind::Release, u"release"_s},
        {HistoryKind::Removal, u"removal"_s},
        {HistoryKind::DrawAgain, u"draw-again"_s},
        {HistoryKind::Access, u"access"_s},
        {HistoryKind::Key, u"key"_s},
        {HistoryKind::Files, u"files"_s},
    }};
    return all;
}

std::optional<HistoryKind> kindOf(const QString &name)
{
    const auto it = std::find_if(kinds().begin(), kinds().end(), [&](const auto &kind) { return kind.second == name; });
    return it == kinds().end() ? std::nullopt : std::optional(it->first);
}

/// Whoever checks a history opens what it names: so nothing above the folder, nothing hidden, no other host.
bool isPublicPath(const QString &path)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,3}\\z"_s);
    return path.size() <= Limits::historyPathChars && form.match(path).hasMatch();
}

Error invalid(const QString &detail)
{
    return {Error::Code::Invalid, detail};
}

Result<FileDigests> readFiles(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!value.isObject() || object.size() > Limits::historyFiles)
        return invalid(u"\"files\" is no object of at most %1 files"_s.arg(Limits::historyFiles));
    FileDigests files;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isPublicPath(it.key()))
            return invalid(u"\"files\" names something that is no path in the public folder"_s);
        const QByteArray digest = it.value().toString().toLatin1();
        if (!isSha256(digest))
            return invalid(u"\"files\" has no SHA-256 for %1"_s.arg(it.key()));
        files.insert(it.key(), digest);
    }
    return files;
}

Result<HistoryDraft> readDraft(const QJsonObject &object)
{
    const auto kind = kindOf(object[u"kind"_s].toString());
    if (!kind)
        return Error{Error::Code::Unsupported, u"its kind is unknown; a newer version may know it"_s};
    auto files = readFiles(object[u"files"_s]);
    if (!files)
        return files.error();
    if (!object[u"what"_s].isObject())
        return invalid(u"\"what\" is no object"_s);
    HistoryDraft draft{*kind, std::move(files).value(), object[u"what"_s].toObject(), object[u"reason"_s].toString()};
    if (canonicalJson(draft.what).size() > Limits::historyWhatBytes)
        return Error{Error::Code::TooLarge, u"\"what\" has more than %1 bytes"_s.arg(Limits::historyWhatBytes)};
    if (!object[u"reason"_s].isUndefined() && !isHistoryText(draft.reason))
        return invalid(u"\"reason\" is not one line of at most %1 characters"_s.arg(Limits::historyTextChars));
    return draft;
}

} // namespace

QString nameOf(HistoryKind kind)
{
    return std::find_if(kinds().begin(), kinds().end(), [&](const auto &one) { return one.first == kind; })->second;
}

QByteArray noLineBefore()
{
    return QByteArray(digestDigits, '0');
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

bool isSha256(const QByteArray &text)
{
    return text.size() == digestDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

QDate historyDay(const QString &text)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    return day.isValid() && day.toString(u"yyyy-MM-dd"_s) == text ? day : QDate();
}

bool isHistoryText(const QString &text)
{
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
               || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    };
    return !text.isEmpty() && text.size() <= Limits::historyTextChars && text.isValidUtf16() && text.trimmed() == text
           && std::none_of(text.begin(), text.end(), isControl);
}

QByteArray lineOf(const HistoryEntry &entry)
{
    QJsonObject files;
    for (auto it = entry.said.files.begin(); it != entry.said.files.end(); ++it)
        files.insert(it.key(), QString::fromLatin1(it.value()));
    QJsonObject object{{u"before"_s, QString::fromLatin1(entry.before)},
                       {u"day"_s, entry.day.toString(u"yyyy-MM-dd"_s)},
                       {u"files"_s, files},
                       {u"kind"_s, nameOf(entry.said.kind)},
                       {u"n"_s, entry.n},
                       {u"what"_s, entry.said.what}};
    if (!entry.said.reason.isEmpty())
        object.insert(u"reason"_s, entry.said.reason);
    return canonicalJson(object);
}

Result<HistoryEntry> readHistoryLine(const QByteArray &line)
{
    const auto read = parseJsonObject(line, Limits::historyLineBytes);
    if (!read)
        return read.error();
    const QJsonObject &object = read.value();
    const QJsonValue number = object[u"n"_s];
    auto said = readDraft(object);
    if (!said)
        return said.error();
    HistoryEntry entry{object[u"before"_s].toString().toLatin1(), historyDay(object[u"day"_s].toString()),
                       number.toInt(-1), std::move(said).value()};
    if (!isSha256(entry.before))
        return invalid(u"\"before\" is no SHA-256"_s);
    if (!entry.day.isValid())
        return invalid(u"\"day\" is no day such as 2026-12-08"_s);
    if (entry.n < 0 || entry.n >= Limits::historyLines)
        return invalid(u"\"n\" is no number of a line"_s);
    if (lineOf(entry) != line)
        return invalid(u"it is not in its one form (keys in order, nothing between them, nothing else)"_s);
    return entry;
}

} // namespace Telemetry
