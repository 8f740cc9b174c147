#include "host/collector/disk/publiclistfiles.h"

#include "support/dictionary.h"
#include "support/publiclists.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Telemetry;
using namespace Qt::StringLiterals;
using TestSupport::publicList;

class TestPublicListFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    const QByteArray m_shipped = publicList({"a", "b"});
    const QByteArray m_new = publicList({"a", "b", "c"});

    QString path(const QString &name) const { return m_folder->filePath(name); }
    PublicListFiles files() const { return {path(u"list.json"_s), m_shipped}; }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "no file"_ba;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void withoutAFileTheShippedListIsInUse()
    {
        for (const PublicListFiles &each : {files(), PublicListFiles(QString(), m_shipped)}) {
            const auto choice = each.choose();
            QCOMPARE(choice.value().list->bytes, m_shipped);
            QVERIFY(choice.value().refused.isEmpty());
        }
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
    void aListIsLoadedAndTheOneBeforeKept()
    {
        write(u"new"_s, m_new);
        QVERIFY(files().loadFrom(path(u"new"_s), false).ok());
        QCOMPARE(read(u"list.json"_s), m_new);
        QCOMPARE(read(u"list.json.before"_s), m_shipped);
        QCOMPARE(files().choose().value().list->bytes, m_new);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 3);
    }
    void goesBackAndForth()
    {
        QVERIFY(!files().goBack().ok()); // there is none before
        write(u"new"_s, m_new);
        QVERIFY(files().loadFrom(path(u"new"_s), false).ok());
        QVERIFY(files().goBack().ok());
        QCOMPARE(files().choose().value().list->bytes, m_shipped);
        QVERIFY(files().goBack().ok());
        QCOMPARE(files().choose().value().list->bytes, m_new);
    }
    void whatIsNoSoundListChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << m_new.chopped(20);
        QTest::newRow("a mistake") << QByteArray(m_new).replace("c.open", "c.a b\\n");
        QTest::newRow("most plugins lost") << publicList({"x"});
    }
    void whatIsNoSoundListChangesNothing()
    {
        QFETCH(QByteArray, bytes);
        write(u"list.json"_s, m_new);
        write(u"list.json.before"_s, m_shipped);
        write(u"bad"_s, bytes);
        const auto loaded = files().loadFrom(path(u"bad"_s), false);
        QVERIFY(!loaded.ok());
        QVERIFY(loaded.error().detail.startsWith(path(u"bad"_s)));
        QVERIFY(!files().loadFrom(path(u"none"_s), true).ok());
        QCOMPARE(read(u"list.json"_s), m_new);
        QCOMPARE(read(u"list.json.before"_s), m_shipped);
    }
    void aGreatLossCanBeForced()
    {
        write(u"new"_s, publicList({"x"}));
        QVERIFY(!files().loadFrom(path(u"new"_s), false).ok());
        QVERIFY(files().loadFrom(path(u"new"_s), true).ok());
        QCOMPARE(read(u"list.json"_s), publicList({"x"}));
    }
    void aDamagedFileGivesWayToTheOneBefore()
    {
        write(u"list.json"_s, m_new.chopped(1));
        auto choice = files().choose();
        QCOMPARE(choice.value().list->bytes, m_shipped);
        QVERIFY(choice.value().refused.startsWith(path(u"list.json"_s)));
        write(u"list.json.before"_s, m_new);
        choice = files().choose();
        QCOMPARE(choice.value().list->bytes, m_new);
        QVERIFY(!choice.value().refused.isEmpty());
        write(u"list.json.before"_s, "x"_ba);
        QCOMPARE(files().choose().value().list->bytes, m_shipped);
    }
    void aDamagedFileIsNotKeptAsTheOneBefore()
    {
        write(u"list.json"_s, "x"_ba);
        write(u"new"_s, m_new);
        QVERIFY(files().loadFrom(path(u"new"_s), false).ok());
        QCOMPARE(read(u"list.json.before"_s), m_shipped);
    }
    void whatCannotBeWrittenIsSaid()
    {
        write(u"new"_s, m_new);
        const PublicListFiles nowhere(path(u"missing/list.json"_s), m_shipped);
        QCOMPARE(nowhere.loadFrom(path(u"new"_s), false).error().code, Error::Code::Io);
    }
};

QTEST_GUILESS_MAIN(TestPublicListFiles)
#include "tst_publiclistfiles.moc"
