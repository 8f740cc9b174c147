#include "platform/network/servicenotifier.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A service manager's end.
class Manager
{
public:
    explicit Manager(QByteArray name)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (name.startsWith('@'))
            name[0] = '\0';
        std::copy(name.begin(), name.end(), address.sun_path);
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + size_t(name.size()));
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), length) != 0)
            qFatal("no socket");
    }
    ~Manager() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(Manager)

    /// What it was told; null: nothing.
    QByteArray heard()
    {
        char bytes[64];
        const ssize_t size = ::recv(m_socket, bytes, sizeof bytes, 0);
        return size < 0 ? QByteArray() : QByteArray(bytes, size);
    }

private:
    int m_socket;
};

} // namespace

class TestServiceNotifier : public QObject
{
    Q_OBJECT

    static ServiceNotifier notifier(const QMap<QString, QString> &variables)
    {
        QProcessEnvironment environment;
        for (auto it = variables.begin(); it != variables.end(); ++it)
            environment.insert(it.key(), it.value());
        return ServiceNotifier(environment, 77);
    }

private Q_SLOTS:
    void theManagerHears_data()
    {
        QTest::addColumn<bool>("abstract");
        QTest::newRow("a path") << false;
        QTest::newRow("an abstract name") << true;
    }
    void theManagerHears()
    {
        QFETCH(bool, abstract);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"notify"_s);
        const QString name = abstract ? u'@' + path : path;
        Manager manager(name.toLocal8Bit());
        QVERIFY(notifier({{u"NOTIFY_SOCKET"_s, name}}).tell("READY=1"));
        QCOMPARE(manager.heard(), "READY=1"_ba);
        QVERIFY(manager.heard().isNull());
    }
    void nobodyIsToldWithoutAManager_data()
    {
        QTest::addColumn<QString>("socket");
        QTest::newRow("none") << QString();
        QTest::newRow("gone") << u"/nowhere/notify"_s;
        QTest::newRow("longer than an address") << u'/' + QString(200, u'n');
    }
    void nobodyIsToldWithoutAManager()
    {
        QFETCH(QString, socket);
        QVERIFY(!notifier({{u"NOTIFY_SOCKET"_s, socket}}).tell("READY=1"));
        QVERIFY(!notifier({}).tell("READY=1"));
    }
    void theWatchdogIsOurs()
    {
        const auto period = [](const QString &microseconds, const QString &process) {
            return notifier({{u"WATCHDOG_USEC"_s, microseconds}, {u"WATCHDOG_PID"_s, process}}).watchdog();
        };
        QVERIFY(period(u"2000000"_s, u"77"_s) == 2s);
        QVERIFY(period(u"2000000"_s, {}) == 2s);
        QVERIFY(!period(u"2000000"_s, u"78"_s)); // of another process
        for (const QString &wrong : {u"0"_s, u"-1"_s, u"soon"_s, QString()})
            QVERIFY(!period(wrong, {}));
        QVERIFY(!notifier({}).watchdog());
    }
};

QTEST_GUILESS_MAIN(TestServiceNotifier)
#include "tst_servicenotifier.moc"
