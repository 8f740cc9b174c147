// What the namespaces' tests run inside: one sending of one event of each level with the shipped endpoints, uploader
// and transport. Usage: networkclient FOLDER AUTHORITY. Adds the test's certificate authority to Qt's default, and
// nothing else. Prints one line for each level: its name, what became of it, and the words for people.
#include "client/spool/disk/sqlitespool.h"
#include "client/upload/network/httptransport.h"
#include "client/upload/uploader.h"
#include "support/dictionary.h"
#include "support/grants.h"

#include <QCoreApplication>
#include <QSslConfiguration>

#include <cstdio>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

QLatin1StringView wordOf(UploadOutcome::Kind kind)
{
    switch (kind) {
    case UploadOutcome::Kind::Accepted:
        return "accepted"_L1;
    case UploadOutcome::Kind::RetryLater:
        return "later"_L1;
    case UploadOutcome::Kind::Rejected:
        return "rejected"_L1;
    case UploadOutcome::Kind::Cancelled:
        break;
    }
    return "cancelled"_L1;
}

Result<Done> recordOneOfEach(AbstractSpool &spool, Week week)
{
    for (const TopicDefinition &topic : TestSupport::dictionary().topics()) {
        const Reporter reporter = deriveReporter(QByteArray(Limits::secretBytes, 'n'), topic, topic.example);
        if (auto done = spool.record({topic.topic, week, reporter, topic.example}); !done)
            return done;
    }
    return Done{};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3)
        return 2;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!tls.addCaCertificates(words[2]))
        return 2;
    QSslConfiguration::setDefaultConfiguration(tls);

    const Grant grant = ConsentGate::forTest(Level::Full);
    auto spool = SqliteSpool::open(grant, TestSupport::dictionary(), words[1] + u"/spool.sqlite"_s);
    if (!spool || !recordOneOfEach(*spool.value(), Week::of(QDateTime::currentDateTimeUtc())))
        return 2;
    Uploader uploader(grant, *spool.value(), TestSupport::dictionary(), Endpoints(), std::make_unique<HttpTransport>());
    uploader.sendPending({sendingLevels(), {}}, [](const UploadReport &report) {
        for (const UploadOutcome &outcome : report.outcomes)
            std::printf("%s %s %s\n", qPrintable(levelName(outcome.level)), wordOf(outcome.kind).data(),
                        qPrintable(outcome.detail));
        QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}
