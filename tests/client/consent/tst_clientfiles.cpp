#include "client/consent/clientfiles.h"

#include "client/consent/host.h"

#include <QSet>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestClientFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsNamedBeforeThePlaceIsKnown()
    {
        QVERIFY(ClientFiles().isNull());
        QVERIFY(!ClientFiles(u"/data/telemetry"_s, u"env"_s).isNull());
    }
    void everyFileIsAnotherAndInTheFolder()
    {
        Host host;
        host.dataFolder = u"/data"_s;
        host.environment = u"venv_01"_s;
        const ClientFiles files(host);
        const QStringList all{files.spool(), files.sendingState(), files.erasing(), files.held()};
        QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), all.size());
        for (const QString &file : all)
            QVERIFY(file.startsWith(u"/data/telemetry/"_s));
        QCOMPARE(files.folder(), u"/data/telemetry"_s);
    }
    void twoEnvironmentsShareNoFile()
    {
        const ClientFiles one(u"/d"_s, u"a"_s);
        const ClientFiles other(u"/d"_s, u"b"_s);
        QVERIFY(one.spool() != other.spool() && one.sendingState() != other.sendingState());
        QVERIFY(one.erasing() != other.erasing() && one.held() != other.held());
    }
};

QTEST_GUILESS_MAIN(TestClientFiles)
#include "tst_clientfiles.moc"
