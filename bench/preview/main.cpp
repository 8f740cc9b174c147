// bench_preview FOLDER ours|table: opens the spool of the folder in the preview, or the same file in a QTableView over
// a QSqlTableModel, in a real window, and prints what it measured as JSON.

#include "client/consent/host.h"
#include "client/plugins/telemetry/previewholder.h"
#include "client/preview/disk/previewdesk.h"
#include "client/preview/eventtreemodel.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlTableModel>
#include <QTableView>
#include <QThread>
#include <QTimer>
#include <QTreeView>

#include <cstdio>
#include <functional>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int scrollSteps = 200;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Resident memory of this process, MB.
double memory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

/// Notes when its widget was painted, and the longest time for which the event loop did not come round.
class Watch : public QObject
{
public:
    explicit Watch(QWidget *widget)
    {
        widget->installEventFilter(this);
        connect(&m_ticks, &QTimer::timeout, this, [this] {
            longest = qMax(longest, milliseconds(m_since));
            m_since.restart();
        });
        m_since.start();
        m_ticks.start(0);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            ++paints;
        return false;
    }
    int paints = 0;
    double longest = 0;

private:
    QTimer m_ticks;
    QElapsedTimer m_since;
};

void runUntil(const std::function<bool()> &condition)
{
    while (!condition())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
}

/// From a change until its result is painted.
double painted(QWidget *viewport, const std::function<void()> &change)
{
    QElapsedTimer timer;
    timer.start();
    change();
    viewport->repaint();
    return milliseconds(timer);
}

QJsonObject scrolled(QAbstractItemView *view)
{
    double worst = 0;
    QScrollBar *bar = view->verticalScrollBar();
    for (int step = 0; step <= scrollSteps; ++step)
        worst = qMax(worst, painted(view->viewport(), [&] { bar->setValue(bar->maximum() * step / scrollSteps); }));
    return {{u"frame"_s, worst}};
}

QJsonObject ours(const Host &host)
{
    QThread thread;
    auto *desk = new PreviewDesk(ClientFiles(host), Endpoints());
    desk->moveToThread(&thread);
    QObject::connect(&thread, &QThread::finished, desk, &QObject::deleteLater);
    thread.start(QThread::LowPriority);
    QWidget above;
    QJsonObject result;
    {
        PreviewHolder holder;
        holder.setDesk(desk, Endpoints());
        bool complete = false;
        QObject::connect(desk, &PreviewDesk::valuesRead, &holder, [&] { complete = true; });
        QElapsedTimer timer;
        timer.start();
        holder.open(&above);
        const auto *page = above.findChild<QWidget *>(u"TelemetryPendingPage"_s); // another one has a tree, too
        auto *tree = page->findChild<QTreeView *>(u"tree"_s);
        Watch watch(tree->viewport());
        runUntil([&] { return (tree->model()->rowCount() > 0 && watch.paints > 0) || complete; });
        result.insert(u"open"_s, milliseconds(timer));
        runUntil([&] { return complete; });
        result.insert(u"all"_s, milliseconds(timer));
        result.insert(u"loading"_s, watch.longest);
        result.insert(u"memory"_s, memory());
        auto *search = page->findChild<QLineEdit *>(u"searchEdit"_s);
        double filter = 0;
        for (const QString &text : {u"4"_s, u"42"_s, u"installed"_s, u"zebra"_s, u""_s})
            filter = qMax(filter, painted(tree->viewport(), [&] { search->setText(text); }));
        result.insert(u"filter"_s, filter);
        result.insert(u"frame"_s, scrolled(tree)[u"frame"_s]);
    }
    thread.quit();
    thread.wait();
    return result;
}

QJsonObject table(const QString &file)
{
    QJsonObject result;
    QElapsedTimer timer;
    timer.start();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(file);
    if (!database.open())
        return result;
    QSqlTableModel model(nullptr, database);
    model.setTable(u"event"_s);
    model.select();
    QTableView view;
    view.setModel(&model);
    view.resize(940, 680);
    Watch watch(view.viewport());
    view.show();
    runUntil([&] { return watch.paints > 0; });
    result.insert(u"open"_s, milliseconds(timer));
    while (model.canFetchMore())
        model.fetchMore();
    result.insert(u"all"_s, milliseconds(timer));
    result.insert(u"memory"_s, memory());
    double filter = 0;
    for (const QString &text : {u"4"_s, u"42"_s, u"installed"_s, u"zebra"_s, u""_s})
        filter = qMax(filter, painted(view.viewport(), [&] {
                          model.setFilter(text.isEmpty() ? QString() : u"CAST(bytes AS TEXT) LIKE '%%1%'"_s.arg(text));
                          while (model.canFetchMore())
                              model.fetchMore();
                      }));
    result.insert(u"filter"_s, filter);
    result.insert(u"frame"_s, scrolled(&view)[u"frame"_s]);
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.size() != 3)
        return 2;
    Host host;
    host.dataFolder = words[1];
    host.environment = u"bench"_s;
    const QJsonObject result = words[2] == "ours"_L1 ? ours(host) : table(ClientFiles(host).spool());
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return result.isEmpty() ? 1 : 0;
}
