// One process of the soak: records and sends with the real recorder, spool, uploader and transport until it is killed.
// Usage: soakclient FOLDER ENDPOINT SEED [finish]. Each fact is written to the standard output before it is recorded
// ("i TOPIC REPORTER CLASS") and when that was acknowledged ("a …"). With "finish" it records nothing, sends what is
// left, and ends with status 0 when nothing is pending any more.
#include "client/collect/disk/identityfile.h"
#include "client/collect/recorder.h"
#include "client/spool/disk/sqlitespool.h"
#include "client/upload/disk/sendinglock.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"
#include "contract/clock.h"
#include "platform/disk/machinedetails.h"
#include "support/dictionary.h"
#include "support/grants.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

constexpr int exitFailed = 1;
const QStringList classes{u"1"_s, u"2-9"_s, u"10-99"_s, u"100+"_s};

struct Fact
{
    QString topic;
    QJsonObject value;
    qsizetype countClass = 0;
};

Fact draw(QRandomGenerator &random)
{
    const auto &dictionary = TestSupport::dictionary();
    const qsizetype countClass = random.bounded(classes.size());
    switch (random.bounded(8)) {
    case 0:
        return {u"napari"_s, dictionary.topic(u"napari")->example, 0};
    case 1: {
        QJsonObject value = dictionary.topic(u"command")->example;
        value[u"count_class"_s] = classes[countClass];
        return {u"command"_s, value, countClass};
    }
    case 2:
    case 3:
    case 4: {
        QStringList names = TestSupport::publicStrings().plugins();
        names.sort();
        const QString name = names[random.bounded(18)]; // below the cap of a week
        const QStringList releases = TestSupport::publicStrings().releases(name);
        return {u"plugin"_s, {{u"name"_s, name}, {u"version"_s, releases.first()}}, 0};
    }
    default: {
        QJsonObject value = dictionary.topic(u"layer-dimensions")->example;
        value[u"ndim"_s] = random.bounded(8);
        return {u"layer-dimensions"_s, value, 0};
    }
    }
}

/// Straight to the parent, so that nothing that was said is lost with the process.
void say(char kind, const Fact &fact, const Reporter &reporter)
{
    const QByteArray line = QByteArray(1, kind) + ' ' + fact.topic.toLatin1() + ' ' + reporter.toString().toLatin1()
                            + ' ' + QByteArray::number(fact.countClass) + '\n';
    if (write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
        _exit(exitFailed);
}

class Client : public QObject
{
public:
    Client(const QString &folder, const QString &endpoint, quint32 seed, bool finish)
        : m_file(folder + u"/spool-soak.sqlite"_s)
        , m_endpoints(Endpoints::onLoopback(endpoint).value())
        , m_random(seed)
        , m_finish(finish)
    {
        const Grant grant = ConsentGate::forTest(Level::Full);
        auto identity = IdentityFile(folder).current(Week::of(SystemClock().now()));
        // One that was killed while it made its lock holds the others up, until the file is old enough.
        for (int i = 0; i < 30 && !identity; ++i)
            identity = IdentityFile(folder).current(Week::of(SystemClock().now()));
        auto spool = SqliteSpool::open(grant, TestSupport::dictionary(), m_file);
        if (!identity || !spool)
            qFatal("%s", qPrintable(identity ? spool.error().detail : identity.error().detail));
        m_spool = std::move(spool).value();
        m_key = weekKey(identity.value().secret, machineDetails());
        m_recorder = std::make_unique<Recorder>(grant, TestSupport::dictionary(), TestSupport::publicStrings(),
                                                identity.value(), machineDetails(), *m_spool);
        m_uploader = std::make_unique<Uploader>(grant, *m_spool, TestSupport::dictionary(), m_endpoints,
                                                std::make_unique<HttpTransport>());
    }

    void step()
    {
        for (int i = 0; !m_finish && i < 1 + m_random.bounded(12); ++i) {
            const Fact fact = draw(m_random);
            const Reporter reporter = deriveReporter(m_key, *TestSupport::dictionary().topic(fact.topic), fact.value);
            say('i', fact, reporter);
            if (m_recorder->record(fact.topic, fact.value)) // busy for too long is an honest no
                say('a', fact, reporter);
        }
        auto lock = SendingLock::take(m_file);
        if (!lock) { // the other process sends
            QTimer::singleShot(1, this, [this] { step(); });
            return;
        }
        m_lock = std::move(lock).value();
        m_uploader->sendPending({sendingLevels(), {}}, [this](const UploadReport &) {
            m_lock.reset();
            if (m_finish && m_spool->status().value().pending == 0)
                QCoreApplication::exit(0);
            else
                QTimer::singleShot(m_finish ? 50 : 0, this, [this] { step(); });
        });
    }

private:
    QString m_file;
    Endpoints m_endpoints;
    QRandomGenerator m_random;
    bool m_finish;
    std::unique_ptr<SqliteSpool> m_spool;
    QByteArray m_key;
    std::unique_ptr<Recorder> m_recorder;
    std::shared_ptr<SendingLock> m_lock;
    std::unique_ptr<Uploader> m_uploader; ///< destroyed before what it uses
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 4)
        return exitFailed;
    Client client(words[1], words[2], words[3].toUInt(), words.value(4) == "finish"_L1);
    QTimer::singleShot(0, &client, [&client] { client.step(); });
    return QCoreApplication::exec();
}
