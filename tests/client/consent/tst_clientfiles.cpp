#include "client/consent/clientfiles.h"

#include "client/consent/host.h"
#include "contract/limits.h"

#include <QFile>
#include <QSet>
#include <QTest>
#include <QUuid>

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
        const QStringList all{files.spool(), files.sendingState(), files.erasing(), files.held(), files.environments()};
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
    /// With everything that SQLite, locks, journals, repairs and unfinished files add.
    void noNameIsLongerThanTheShortestLimitOfFileSystems()
    {
        for (const qsizetype length : {1, 50, 190, 4000}) {
            const QString environment = QString(length, u'\u017c') + u"_0123456789abcdef0123456789abcdef01234567"_s;
            const ClientFiles files(u"/data/telemetry"_s, environment);
            QStringList all{ClientFiles::recordIn(u"/lab"_s, environment),
                            ClientFiles::userChoiceIn(u"/lab"_s, environment),
                            ClientFiles::refusalIn(u"/data"_s, environment),
                            ClientFiles::identityIn(files.folder()),
                            ClientFiles::publicListIn(files.folder()),
                            files.environments(),
                            files.held(),
                            files.erasing(),
                            files.sendingState(),
                            ClientFiles::sendingLockOf(files.spool()),
                            ClientFiles::journalOf(files.spool()) + QUuid::createUuid().toString(QUuid::Id128)};
            const QString reading = ClientFiles::damagedOf(files.spool()) + u".reading"_s;
            for (const QString &database : {files.spool(), ClientFiles::damagedOf(files.spool()), reading}) {
                for (const QString &added : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
                    all.append(database + added);
            }
            const QStringList plain = all;
            for (const QString &file : plain)
                all += {ClientFiles::lockOf(file), ClientFiles::damagedOf(file)};
            for (const QString &file : std::as_const(all)) {
                const QByteArray name = QFile::encodeName(file.mid(file.lastIndexOf(u'/') + 1));
                QVERIFY2(name.size() <= Limits::fileNameBytes, name.constData());
            }
        }
    }
    void theKeyIsADigestThatAnybodyCanMake()
    {
        // printf %s venv_01 | sha256sum | cut -c1-16
        QCOMPARE(ClientFiles::keyOf(u"venv_01"_s), u"41f4102d9c30a5ba"_s);
        QCOMPARE(ClientFiles(u"/d"_s, u"venv_01"_s).spool(), u"/d/spool-41f4102d9c30a5ba.sqlite"_s);
    }
};

QTEST_GUILESS_MAIN(TestClientFiles)
#include "tst_clientfiles.moc"
