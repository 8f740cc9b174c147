#include "platform/disk/userid.h"

#include <QProcess>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestUserId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsTheSystemsOwn()
    {
        QVERIFY(!userId().isEmpty());
        QCOMPARE(userId(), userId());
#ifdef __linux__
        QProcess id;
        id.start(u"id"_s, {u"-u"_s});
        QVERIFY(id.waitForFinished());
        QCOMPARE(userId(), id.readAll().trimmed());
#endif
    }
};

QTEST_GUILESS_MAIN(TestUserId)
#include "tst_userid.moc"
