#include "client/consent/disk/consentstore.h"

#include "client/consent/disk/administratorsource.h"
#include "client/consent/endoftoday.h"
#include "contract/limits.h"
#include "platform/disk/container.h"
#include "platform/disk/dataplace.h"

#include <QFileInfo>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

QHash<QString, QString> processEnvironment()
{
    const QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    QHash<QString, QString> hash;
    for (const char *name : {"NAPARI_TELEMETRY", "DO_NOT_TRACK", "CI"}) {
        const QString key = QString::fromLatin1(name);
        if (variables.contains(key))
            hash.insert(key, variables.value(key));
    }
    return hash;
}

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

Pause pauseOf(PauseLength length)
{
    switch (length) {
    case PauseLength::Hour:
        return {now().addSecs(3600)};
    case PauseLength::Today:
        return {endOfToday(QDateTime::currentDateTime())};
    case PauseLength::UntilResumed:
        break;
    }
    return {};
}

bool differ(const EffectiveLevel &a, const EffectiveLevel &b)
{
    return a.level != b.level || a.cause != b.cause || a.ask != b.ask || a.fixed != b.fixed || a.maximum != b.maximum
           || a.reason != b.reason || a.sharedHome != b.sharedHome || a.chosen != b.chosen
           || a.changesAt != b.changesAt;
}

} // namespace

ContainerPlace containerPlace(const Host &host)
{
    const Container container;
    ContainerPlace place{container.program(), {}};
    if (place.program.isEmpty())
        return place;
    for (const QString &folder : {host.configFolder, host.dataFolder}) {
        if (!folder.isEmpty() && isThrownAway(folder, container)) {
            place.thrownAway = folder;
            break;
        }
    }
    return place;
}

PolicyInputs gatherPolicyInputs(const ConsentFile &file, const ContainerPlace &container,
                                const LazyDictionary &dictionary, const QString &platformName)
{
    PolicyInputs inputs;
    inputs.administrator = AdministratorSource::ofThisSystem();
    inputs.environment = processEnvironment();
    inputs.platformName = platformName;
    inputs.keeping = file.keeping();
    inputs.container = container;
    inputs.user = file.readUser();
    inputs.record = file.read();
    inputs.isRefusal = inputs.record.content && inputs.record.path == file.refusalPath();
    inputs.dictionary = dictionary.version();
    inputs.adds = [dictionary](int since, Level level) { return dictionary.adds(since, level); };
    inputs.now = now();
    return inputs;
}

ConsentStore::ConsentStore(const Host &host, const LazyDictionary &dictionary, const QString &platformName,
                           QObject *parent)
    : QObject(parent)
    , m_container(containerPlace(host))
    , m_dictionary(dictionary)
    , m_files(host)
    , m_platformName(platformName)
    , m_file(host)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ConsentStore::heard);
    reread();
}

bool ConsentStore::mayHaveRecorded() const
{
    const auto agreed = [](const Answer &answer) { return answer.level > Level::None; };
    if (m_record
        && (agreed(m_record->answer) || std::any_of(m_record->earlier.begin(), m_record->earlier.end(), agreed)))
        return true;
    return hasEvents(); // the record may have been deleted, or be damaged
}

bool ConsentStore::hasEvents() const
{
    return QFileInfo::exists(m_files.spool());
}

bool ConsentStore::isErasing() const
{
    return QFileInfo::exists(m_files.erasing());
}

bool ConsentStore::reread()
{
    const PolicyInputs inputs = gatherPolicyInputs(m_file, m_container, m_dictionary, m_platformName);
    const EffectiveLevel before = m_effective;
    const bool neverAskedBefore = m_neverAsk;
    m_effective = Policy::evaluate(inputs);
    m_isRefusal = inputs.isRefusal;
    m_record.reset();
    if (inputs.record.content && *inputs.record.content)
        m_record = inputs.record.content->value();
    m_neverAsk = inputs.user.content && *inputs.user.content && inputs.user.content->value().neverAsk;

    m_timer.stop();
    if (m_effective.changesAt) {
        // In steps, because a timer does not count the time that the computer sleeps.
        const qint64 ms = inputs.now.msecsTo(*m_effective.changesAt);
        m_timer.start(static_cast<int>(std::clamp<qint64>(ms, 0, Limits::clockCheckMs)));
    }
    return differ(before, m_effective) || neverAskedBefore != m_neverAsk;
}

void ConsentStore::watch()
{
    if (m_watch || m_file.path().isEmpty())
        return;
    m_watch = std::make_unique<FileWatch>(QStringList{m_file.path(), m_file.userPath(), m_file.refusalPath()});
    connect(m_watch.get(), &FileWatch::changed, this, &ConsentStore::heard);
}

void ConsentStore::heard()
{
    if (reread())
        Q_EMIT changed();
}

/// Whether the user wants less with this record than with the one before.
bool ConsentStore::restricts(const ConsentRecord &record) const
{
    if (record.answer.level == Level::None || !m_record)
        return record.answer.level == Level::None;
    const auto sooner = [](const std::optional<QDateTime> &end, const std::optional<QDateTime> &before) {
        return end && (!before || *end < *before);
    };
    return record.answer.level < m_record->answer.level || sooner(record.answer.expires, m_record->answer.expires)
           || (record.pause && record.pause != m_record->pause);
}

Result<Done> ConsentStore::write(const ConsentRecord &record)
{
    auto done = m_file.write(record);
    if (!done && restricts(record)) {
        // Or what was agreed to before would count again at the next start.
        const bool isNo = record.answer.level == Level::None;
        const Answer no{Level::None, m_dictionary.version(), record.answer.textHash, now(), std::nullopt};
        const auto refused = m_file.refuse(isNo ? record : answeredAgain(m_record, no));
        if (refused && isNo)
            done = Done{};
    }
    reread();
    return done;
}

Result<Done> ConsentStore::choose(const Choice &choice, const QByteArray &textHash)
{
    reread();
    Answer answer{choice.level, m_dictionary.version(), textHash, now(), std::nullopt};
    if (choice.level > Level::None) {
        if (choice.limitDays.value_or(0) > 0)
            answer.expires = now().addDays(*choice.limitDays);
        else if (!choice.limitDays && m_record && m_record->answer.expires && *m_record->answer.expires > now())
            answer.expires = m_record->answer.expires;
    }
    // The user's file first: it can only say no, and a choice repairs a damaged one. A no is not kept back for it.
    Result<Done> forAll = Done{};
    const bool repair = m_effective.cause == EffectiveLevel::Cause::Unreadable && !m_effective.ask;
    if (choice.neverAsk.value_or(m_neverAsk) != m_neverAsk || repair) {
        forAll = m_file.writeUser({choice.neverAsk.value_or(m_neverAsk)});
        if (!forAll && choice.level > Level::None)
            return forAll;
    }
    auto done = write(answeredAgain(m_record, answer));
    return done ? forAll : done;
}

Result<Done> ConsentStore::pause(PauseLength length)
{
    reread();
    if (!m_record)
        return Error{Error::Code::NotFound, u"there is no answer to pause"_s};
    ConsentRecord record = *m_record;
    record.pause = pauseOf(length);
    return write(record);
}

Result<Done> ConsentStore::resume()
{
    reread();
    if (!m_record)
        return Error{Error::Code::NotFound, u"there is nothing to resume"_s};
    ConsentRecord record = *m_record;
    record.pause.reset();
    return write(record);
}

Result<Done> ConsentStore::setNeverAsk(bool never)
{
    const auto done = m_file.writeUser({never});
    reread();
    return done;
}

Result<Done> ConsentStore::restore(const ConsentRecord &record)
{
    reread();
    const bool same = m_record && m_record->answer == record.answer; // only the pause is another
    ConsentRecord again = same ? *m_record : answeredAgain(m_record, record.answer);
    again.pause = record.pause;
    return write(again);
}

} // namespace Telemetry
