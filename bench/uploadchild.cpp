// One process of ours for tools/bench upload: records one event as napari's start does, submits it from its main thread
// to a worker thread as a click does, and ends a second later, as the telemetry plugin does it. Usage: uploadchild
// ADDRESS FOLDER. Prints moments of the monotonic clock in seconds ("submit", "end"), and "held": the seconds that
// submitting held the main thread.
#include "client/spool/disk/sqlitespool.h"
#include "client/upload/disk/sendinglock.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"
#include "contract/limits.h"
#include "support/dictionary.h"
#include "support/grants.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

double now()
{
    timespec moment{};
    clock_gettime(CLOCK_MONOTONIC, &moment);
    return static_cast<double>(moment.tv_sec) + static_cast<double>(moment.tv_nsec) / 1e9;
}

void say(const char *word, double seconds)
{
    std::printf("%s %.6f\n", word, seconds);
    std::fflush(stdout);
}

/// Lives in the worker thread.
class Worker : public QObject
{
public:
    void begin(const QString &address, const QString &folder)
    {
        const Grant grant = ConsentGate::forTest(Level::Basic);
        m_file = folder + u"/spool.sqlite"_s;
        m_spool = SqliteSpool::open(grant, TestSupport::dictionary(), m_file).value();
        m_uploader =
            std::make_unique<Uploader>(grant, *m_spool, TestSupport::dictionary(),
                                       Endpoints::onLoopback(address).value(), std::make_unique<HttpTransport>());
        const TopicDefinition &topic = *TestSupport::dictionary().topic(u"napari");
        const Week week = Week::of(QDateTime::currentDateTimeUtc());
        const Reporter reporter = deriveReporter(QByteArray(Limits::secretBytes, 'b'), topic, topic.example);
        if (!m_spool->record({topic.topic, week, reporter, topic.example, topic.firstIn}))
            qFatal("the event can't be recorded");
    }
    void submit()
    {
        auto lock = SendingLock::take(m_file);
        if (!lock)
            return;
        m_lock = std::move(lock).value();
        m_uploader->sendPending({sendingLevels(), {}}, [this](const UploadReport &) { m_lock.reset(); });
    }

private:
    QString m_file;
    std::unique_ptr<SqliteSpool> m_spool;
    std::shared_ptr<SendingLock> m_lock;
    std::unique_ptr<Uploader> m_uploader;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        return 2;
    auto *thread = new QThread;
    auto *worker = new Worker;
    worker->moveToThread(thread);
    QObject::connect(thread, &QThread::finished, worker, &QObject::deleteLater);
    thread->start(QThread::LowPriority);
    QMetaObject::invokeMethod(
        worker, [&] { worker->begin(words[1], words[2]); }, Qt::BlockingQueuedConnection);
    const double before = now();
    say("submit", before);
    QMetaObject::invokeMethod(worker, [worker] { worker->submit(); });
    say("held", now() - before);
    QTimer::singleShot(1000, &application, &QCoreApplication::quit);
    QCoreApplication::exec();
    say("end", now());
    thread->quit();
    if (thread->wait(Limits::shutdownWaitMs))
        delete thread;
    return 0;
}
