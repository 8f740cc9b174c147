#include "host/collector/disk/publiclistreloader.h"

#include "support/publiclists.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::publicList;

class TestPublicListReloader : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    QList<bool> m_refused;
    const QByteArray m_shipped = publicList({"a"});
    const QByteArray m_new = publicList({"b"});

    std::unique_ptr<PublicListReloader> start()
    {
        return PublicListReloader::start({m_file, m_shipped}, [this](bool refused) { m_refused.append(refused); })
            .value();
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"list.json"_s);
        m_refused.clear();
    }
    void aListThatComesIsTaken()
    {
        const auto reloader = start();
        reloader->look();
        QCOMPARE(reloader->inUse().current()->bytes, m_shipped);
        QCOMPARE(m_refused, QList<bool>{false});
        QTest::ignoreMessage(QtInfoMsg, "another public list is in use: 1 plugins");
        write(m_new);
        reloader->look();
        QCOMPARE(reloader->inUse().current()->bytes, m_new);
        const SharedPublicList taken = reloader->inUse().current();
        reloader->look();
        QCOMPARE(reloader->inUse().current(), taken); // not read again
    }
    void aListThatGoesGivesWayToTheShippedOne()
    {
        write(m_new);
        const auto reloader = start();
        QCOMPARE(reloader->inUse().current()->bytes, m_new);
        QVERIFY(QFile::remove(m_file));
        reloader->look();
        QCOMPARE(reloader->inUse().current()->bytes, m_shipped);
    }
    void aDamagedListChangesNothingAndIsSaidOnce()
    {
        write(m_new);
        const auto reloader = start();
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^the public list that was loaded can't be used"_s));
        write("x"_ba);
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        reloader->look();
        reloader->look();
        QCOMPARE(reloader->inUse().current()->bytes, m_new);
        QCOMPARE(m_refused, (QList<bool>{false, true}));
        write(m_shipped);
        reloader->look();
        QCOMPARE(reloader->inUse().current()->bytes, m_shipped);
        QCOMPARE(m_refused, (QList<bool>{false, true, false}));
    }
    void aDamagedListAtTheStartIsSaid()
    {
        write("x"_ba);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^the public list that was loaded can't be used"_s));
        const auto reloader = start();
        QCOMPARE(reloader->inUse().current()->bytes, m_shipped);
        QCOMPARE(m_refused, QList<bool>{true});
    }
};

QTEST_GUILESS_MAIN(TestPublicListReloader)
#include "tst_publiclistreloader.moc"
