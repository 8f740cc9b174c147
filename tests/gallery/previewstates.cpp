#include "client/preview/widgets/collectedpage.h"
#include "client/preview/widgets/eventsview.h"
#include "client/preview/widgets/pendingpage.h"
#include "client/preview/widgets/previewwindow.h"
#include "client/preview/widgets/sentpage.h"
#include "client/upload/batches.h"
#include "picturestate.h"
#include "statuses.h"
#include "support/eventstores.h"

#include <QMainWindow>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeView>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using State = SpooledEvent::State;

namespace Gallery {

namespace {

constexpr int many = 50'000;
enum Page { Pending, Sent, Collected };

SpooledEvent plugin(int number)
{
    SpooledEvent spooled = TestSupport::spooled(u"plugin"_s, State::Pending);
    const TopicDefinition &topic = *TestSupport::dictionary().topic(u"plugin"_s);
    spooled.event.value[u"name"_s] = u"napari-plugin-%1"_s.arg(number);
    spooled.event.reporter = deriveReporter(QByteArray(32, 'k'), topic, spooled.event.value);
    spooled.bytes = eventBytes(spooled.event);
    return spooled;
}

QList<SpooledEvent> threeUnsent()
{
    return {TestSupport::spooled(u"napari"_s, State::Pending), TestSupport::spooled(u"plugin"_s, State::Pending),
            TestSupport::spooled(u"command"_s, State::Pending)};
}

std::shared_ptr<const EventStore> manyUnsent()
{
    static const auto store = [] {
        QList<SpooledEvent> events = threeUnsent();
        for (int i = 0; i < many; ++i)
            events.append(plugin(i));
        return TestSupport::storeOf(events);
    }();
    return store;
}

std::shared_ptr<const EventStore> receipts()
{
    QList<SpooledEvent> sent;
    for (const QString &topic : {u"napari"_s, u"plugin"_s, u"command"_s}) {
        SpooledEvent one = TestSupport::spooled(topic, State::Sent);
        one.receipt = one.bytes;
        one.sentOn = moment().date().addDays(-1);
        one.receiptAccepted = topic != "command"_L1;
        sent.append(one);
    }
    return TestSupport::storeOf(sent, EventStore::Kind::Sent);
}

/// What the worker thread would answer.
void answerDetails(EventsView &view)
{
    QObject::connect(&view, &EventsView::detailsWanted, &view,
                     [&view](const QList<EventKey> &keys, bool withRequest, quint64 ticket) {
                         EventDetails details{ticket, {}, {}, {}};
                         QStringList lines;
                         for (const SpooledEvent &event : threeUnsent()) {
                             if (!keys.contains(EventKey{event.event.topic, event.event.reporter.bytes()}))
                                 continue;
                             lines.append(QString::fromUtf8(event.bytes));
                             if (withRequest)
                                 details.request = requestText(batchRequest(Endpoints(), event.level, 1, {event}));
                         }
                         details.json = lines.join(u'\n');
                         view.showDetails(details);
                     });
}

PreviewWindow *preview(QMainWindow *parent, const ConsentStatus &status, Page page = Pending)
{
    auto *window = new PreviewWindow(TestSupport::dictionary(), Endpoints(), parent);
    answerDetails(window->pending().view());
    answerDetails(window->sent().view());
    window->pending().setDeparture({}, Week::of(moment().addDays(-7)));
    window->showStatus(status);
    window->findChild<QTabWidget *>(u"pages"_s)->setCurrentIndex(page);
    window->show();
    return window;
}

PreviewWindow *withThree(QMainWindow *parent, const ConsentStatus &status)
{
    PreviewWindow *window = preview(parent, status);
    window->pending().setStore(TestSupport::storeOf(threeUnsent()));
    return window;
}

ConsentStatus on()
{
    return status(record(Level::Full));
}

ConsentStatus broken()
{
    ConsentStatus now = on();
    now.activity.problem = u"[Events can't be kept on this computer: the disk is full. napari is not affected, and "
                           "nothing is sent.]"_s;
    return now;
}

PreviewWindow *request(QMainWindow *parent)
{
    PreviewWindow *window = withThree(parent, on());
    window->pending().view().findChild<QTabWidget *>(u"details"_s)->setCurrentIndex(1);
    return window;
}

PreviewWindow *sending(QMainWindow *parent)
{
    PreviewWindow *window = withThree(parent, on());
    window->pending().showSending();
    window->pending().showProgress(1);
    return window;
}

PreviewWindow *refused(QMainWindow *parent)
{
    PreviewWindow *window = preview(parent, on());
    window->pending().setStore(
        TestSupport::storeOf({TestSupport::spooled(u"napari"_s, State::Pending),
                              TestSupport::spooled(u"plugin"_s, State::Refused, u"the release is not public"_s)}));
    window->pending().showReport({{{Level::Basic, UploadOutcome::Kind::Accepted, 1, 0, {}},
                                   {Level::Middle, UploadOutcome::Kind::Accepted, 0, 1, {}}}});
    return window;
}

PreviewWindow *heldAndDeleted(QMainWindow *parent)
{
    PreviewWindow *window = withThree(parent, on());
    window->pending().setDeparture({u"plugin"_s}, Week::of(moment().addDays(-7)));
    window->pending().showRemoved(4, true);
    return window;
}

PreviewWindow *erased(QMainWindow *parent)
{
    PreviewWindow *window = preview(parent, on(), Sent);
    window->sent().setStore(receipts());
    window->sent().showMessage(u"[The server confirmed: 1 event of basic was erased.]"_s);
    return window;
}

PreviewWindow *collected(QMainWindow *parent)
{
    PreviewWindow *window = preview(parent, on(), Collected);
    CollectedValues values;
    for (const SpooledEvent &event : threeUnsent())
        values.add(event.event);
    window->collected().showValues(values);
    return window;
}

} // namespace

QList<PictureState> previewStates()
{
    const QString name = u"Preview"_s;
    const auto one = [&name](const QString &state, const std::function<PreviewWindow *(QMainWindow *)> &make,
                             bool everyLanguage = false) {
        return PictureState{name, state, [make](QMainWindow *w) -> QList<QWidget *> { return {make(w)}; },
                            everyLanguage};
    };
    return {
        one(
            u"empty"_s, [](QMainWindow *w) { return preview(w, on()); }, true),
        one(
            u"three events"_s, [](QMainWindow *w) { return withThree(w, on()); }, true),
        one(u"whole request"_s, request),
        one(u"50,000 events"_s,
            [](QMainWindow *w) {
                PreviewWindow *window = preview(w, on());
                window->pending().setStore(manyUnsent());
                return window;
            }),
        one(u"error"_s, [](QMainWindow *w) { return preview(w, broken()); }),
        one(
            u"off"_s, [](QMainWindow *w) { return preview(w, status(record(Level::None))); }, true),
        one(u"paused"_s, [](QMainWindow *w) { return withThree(w, paused(Level::Full)); }),
        one(u"blocked by policy"_s,
            [](QMainWindow *w) { return preview(w, administered(record(Level::Full), Level::None)); }),
        one(u"sending"_s, sending, true),
        one(u"refused"_s, refused),
        one(
            u"unreachable"_s, [](QMainWindow *w) { return withThree(w, unreachable(Level::Full)); }, true),
        one(u"held, and deleted"_s, heldAndDeleted),
        one(u"sent, nothing"_s, [](QMainWindow *w) { return preview(w, on(), Sent); }),
        one(
            u"sent, receipts"_s,
            [](QMainWindow *w) {
                PreviewWindow *window = preview(w, on(), Sent);
                window->sent().setStore(receipts());
                return window;
            },
            true),
        one(u"sent, erased"_s, erased),
        one(u"what is collected"_s, collected, true),
    };
}

} // namespace Gallery
