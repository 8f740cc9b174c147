#include "client/upload/disk/sendingstatefile.h"

#include "contract/canonicaljson.h"
#include "contract/limits.h"
#include "contract/moment.h"
#include "platform/disk/privatefiles.h"
#include "platform/disk/wholefile.h"

#include <QFileInfo>
#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

constexpr int schema = 1;

constexpr std::array<std::pair<QLatin1StringView, QDateTime SendingState::*>, 5> moments{{
    {"attempted"_L1, &SendingState::attempted},
    {"failing_since"_L1, &SendingState::failingSince},
    {"failed_last"_L1, &SendingState::failedLast},
    {"not_before"_L1, &SendingState::notBefore},
    {"asked_to_wait"_L1, &SendingState::askedToWait},
}};

QJsonObject toJson(const SendingState &state)
{
    QJsonObject object{{u"failures"_s, state.failures}};
    for (const auto &[name, moment] : moments) {
        if ((state.*moment).isValid())
            object.insert(name, (state.*moment).toUTC().toString(Qt::ISODate));
    }
    return object;
}

std::optional<SendingState> fromJson(const QJsonObject &object)
{
    SendingState state;
    state.failures = object["failures"_L1].toInt(-1);
    for (const auto &[name, moment] : moments) {
        if (!object.contains(name))
            continue;
        const auto read = momentFrom(object[name].toString());
        if (!read)
            return std::nullopt;
        state.*moment = *read;
    }
    if (state.failures < 0)
        return std::nullopt;
    return state;
}

std::optional<SendingStates> statesFrom(const QByteArray &bytes)
{
    const auto parsed = parseJsonObject(bytes, Limits::sendingStateFileBytes);
    if (!parsed || parsed.value()["schema"_L1].toInt() != schema || !parsed.value()["levels"_L1].isObject())
        return std::nullopt;
    const QJsonObject levels = parsed.value()["levels"_L1].toObject();
    SendingStates states;
    for (auto one = levels.begin(); one != levels.end(); ++one) {
        const auto level = levelFromName(one.key());
        const auto state = fromJson(one.value().toObject());
        if (!level || !state)
            return std::nullopt;
        states.insert(*level, *state);
    }
    return states;
}

} // namespace

SendingStateFile::SendingStateFile(const QString &file)
    : m_file(file)
{
}

Result<SendingStates> SendingStateFile::read() const
{
    const auto bytes = WholeFile::read(m_file, Limits::sendingStateFileBytes);
    if (!bytes)
        return SendingStates();
    if (!*bytes && bytes->error().code == Error::Code::Io && !isOutOfReach(m_file)) // that one is replaced
        return Error{Error::Code::Io, u"%1 can't be read: %2"_s.arg(m_file, bytes->error().detail)};
    if (auto states = *bytes ? statesFrom(bytes->value()) : std::nullopt)
        return *states;
    SendingState damaged;
    damaged.attempted = QFileInfo(m_file).lastModified().toUTC();
    SendingStates states;
    for (const Level level : sendingLevels())
        states.insert(level, damaged);
    return states;
}

Result<Done> SendingStateFile::write(const SendingStates &states)
{
    QJsonObject levels;
    for (auto one = states.begin(); one != states.end(); ++one)
        levels.insert(levelName(one.key()), toJson(one.value()));
    const QByteArray json = canonicalJson({{u"schema"_s, schema}, {u"levels"_s, levels}}) + '\n';
    if (auto written = WholeFile::write(m_file, json, WholeFile::Folder::Ours); !written)
        return Error{Error::Code::Io, u"%1 can't be written: %2"_s.arg(m_file, written.error().detail)};
    return Done{};
}

} // namespace Telemetry
