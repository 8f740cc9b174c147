#include "statuses.h"

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace Gallery {

namespace {

const QString file = u"/home/ada/.config/napari/venv_01/telemetry-consent.json"_s;

PolicyInputs inputs(const std::optional<ConsentRecord> &record)
{
    PolicyInputs inputs;
    inputs.platformName = u"xcb"_s;
    inputs.dictionary = 1;
    inputs.now = moment();
    inputs.administrator.path = u"/etc/napari/telemetry-policy.json"_s;
    inputs.user.path = u"/home/ada/.config/napari/telemetry-user.json"_s;
    inputs.record.path = file;
    if (record)
        inputs.record.content = *record;
    return inputs;
}

ConsentStatus decided(const PolicyInputs &inputs)
{
    ConsentStatus status;
    status.effective = Policy::evaluate(inputs);
    status.running = status.effective.level > Level::None;
    return status;
}

} // namespace

QDateTime moment()
{
    return {QDate(2026, 11, 24), QTime(12, 0), Qt::UTC};
}

ConsentRecord record(Level level, const std::optional<QDateTime> &expires)
{
    return {Answer{level, 1, {}, moment().addDays(-7), expires},
            {Answer{Level::None, 1, {}, moment().addDays(-60), {}}},
            {}};
}

ConsentStatus status(const ConsentRecord &record)
{
    return decided(inputs(record));
}

ConsentStatus administered(const ConsentRecord &record, Level maximum)
{
    PolicyInputs all = inputs(record);
    all.administrator.content = AdministratorPolicy{maximum, true};
    return decided(all);
}

ConsentStatus neverAsked()
{
    return decided(inputs(std::nullopt));
}

ConsentStatus thrownAway()
{
    PolicyInputs all = inputs(std::nullopt);
    all.container = {u"docker"_s, u"/home/ada/.config/napari/venv_01"_s};
    return decided(all);
}

ConsentStatus paused(Level level)
{
    ConsentRecord interrupted = record(level);
    interrupted.pause = Pause{moment().addSecs(3600)};
    return status(interrupted);
}

ConsentStatus waiting(Level level)
{
    ConsentStatus now = status(record(level));
    now.activity.pending = 12;
    now.activity.waiting = 12;
    return now;
}

ConsentStatus unreachable(Level level)
{
    ConsentStatus now = waiting(level);
    now.activity.unreachable = true;
    now.activity.nextTry = QDateTime::currentDateTimeUtc().addDays(1); // shown only while it is ahead
    return now;
}

} // namespace Gallery
