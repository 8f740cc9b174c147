#pragma once

#include "client/collect/eventmaker.h"
#include "client/sources/layersource.h"
#include "contract/clock.h"
#include "contract/week.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace Telemetry {

class UseFilter;
class AbstractUseJournal;

/// Keeps each use of a command, or of a kind of layer, before the call returns: by one write(2) to the journal. Python
/// names a thing once and gets a number, so that a use costs no text. What may be named at all is decided here, by
/// UseFilter and EventMaker, before anything is written.
///
/// Uses come in the GUI thread, journal and maker from the worker; any thread may call any function. None waits for
/// more than a write.
class UseRecorder
{
public:
    enum class Kept {
        Yes = 1,   ///< it survives the end of the process from now on
        Later = 0, ///< it waits in memory for the worker to be ready: at the start, and when a week begins
        No = -1,   ///< it is not wanted, or not public, or the disk refused it
    };

    explicit UseRecorder(std::unique_ptr<const Clock> clock = std::make_unique<SystemClock>());
    ~UseRecorder();
    Q_DISABLE_COPY_MOVE(UseRecorder)

    /// The number of a thing for use(), as long as this lives. -1 when there are Limits::countedThings.
    [[nodiscard]] int commandNumber(const QString &command);
    [[nodiscard]] int layerNumber(const LayerFacts &facts);
    /// One more use.
    Kept use(int number);

    /// Uses are wanted from now on. Until open() they wait. Returns what open() has to name. `stale` is called, in the
    /// thread of a use, when a week has begun and another open() is needed; it must not call this object.
    [[nodiscard]] int start(std::function<void()> stale);
    /// From now on uses that the filter allows go to this journal, as events of this maker, while the clock shows the
    /// week. Nothing when the session is over. Counts begin anew: after what was deleted, or with another maker.
    void open(int session, std::shared_ptr<AbstractUseJournal> journal, const EventMaker &maker,
              std::shared_ptr<const UseFilter> filter, Week clockWeek);
    /// Uses are not wanted any more; those that wait are dropped.
    void stop();

private:
    /// What a use says by one topic; nothing when it says nothing there, or may not be named.
    using Value = std::function<std::optional<QJsonObject>(const UseFilter &, const TopicDefinition &)>;
    /// What stands in the journal for one event, see useLine().
    struct Line
    {
        QByteArray first;
        QByteArray again;
        qint64 rest = 0; ///< uses until no more can change the event
    };
    struct Thing
    {
        Value value;
        bool known = false;     ///< the lines are of the maker
        std::vector<int> lines; ///< none: it may not be named
    };
    struct Door
    {
        std::shared_ptr<AbstractUseJournal> journal;
        EventMaker maker;
        std::shared_ptr<const UseFilter> filter;
        qint64 begin = 0; ///< of the week, in ms since 1970
        qint64 end = 0;
    };
    int number(const QString &thing, const Value &value);
    [[nodiscard]] Kept keep(int number);
    void prepare(Thing &thing);
    [[nodiscard]] int lineOf(const TopicDefinition &topic, const QJsonObject &value);

    std::unique_ptr<const Clock> m_clock;
    std::mutex m_mutex; ///< guards all below; held for one write at most
    QHash<QString, int> m_numbers;
    std::vector<Thing> m_things;
    std::vector<Line> m_lines;            ///< of the maker; things share them
    QHash<QByteArray, int> m_lineNumbers; ///< by the event's topic and what makes it distinct
    std::function<void()> m_stale;        ///< empty: nothing is wanted
    int m_session = 0;
    std::optional<Door> m_door;
    std::vector<int> m_waiting;
};

} // namespace Telemetry
