#include "host/raw/disk/rawhold.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRawHold : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    static void write(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write("x") != 1)
            qFatal("no file");
    }
    void writeAll()
    {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            write(m_path + suffix);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"raw.sqlite"_s);
    }
    void oneCollectorHasItWhateverItIsCalled()
    {
        write(m_path);
        const QString link = m_folder->filePath(u"link.sqlite"_s);
        QVERIFY(QFile::link(m_path, link));
        auto hold = RawHold::take(m_path);
        QVERIFY(hold.ok());
        for (const QString &name : {m_path, link, m_folder->path() + u"/./raw.sqlite"_s}) {
            const auto second = RawHold::take(name);
            QCOMPARE(second.error().code, Error::Code::Busy);
            QVERIFY(second.error().detail.startsWith(name));
        }
        QVERIFY(RawHold::take(m_folder->filePath(u"other.sqlite"_s)).ok());
        hold = Error{};
        QVERIFY(RawHold::take(m_path).ok());
    }
    void whereNoLockCanBeThereIsAnError()
    {
        const auto hold = RawHold::take(m_folder->filePath(u"missing/raw.sqlite"_s));
        QCOMPARE(hold.error().code, Error::Code::Io);
    }
    void nothingIsMissedBeforeItIsRemembered() { QVERIFY(RawHold::take(m_path).value()->look().ok()); }
    void aFileThatGoesIsNoticed_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
            QTest::addRow("raw.sqlite%s", qPrintable(suffix)) << suffix;
    }
    void aFileThatGoesIsNoticed()
    {
        QFETCH(QString, suffix);
        writeAll();
        const auto taken = RawHold::take(m_path);
        RawHold &hold = *taken.value();
        hold.remember();
        QVERIFY(hold.look().ok());
        const QString away = m_folder->filePath(u"away"_s);
        QVERIFY(QFile::rename(m_path + suffix, away));
        QCOMPARE(hold.look().error().detail.section(u'/', -1),
                 u"raw.sqlite"_s + suffix + u" was deleted or replaced"_s);
        write(m_path + suffix); // another one in its place
        QCOMPARE(hold.look().error().code, Error::Code::Io);
        QVERIFY(QFile::remove(m_path + suffix) && QFile::rename(away, m_path + suffix));
        QVERIFY(hold.look().ok());
    }
    void whatWasNotThereIsMissed()
    {
        write(m_path);
        const auto hold = RawHold::take(m_path);
        hold.value()->remember(); // without SQLite's files beside it
        QVERIFY(!hold.value()->look().ok());
    }
};

QTEST_GUILESS_MAIN(TestRawHold)
#include "tst_rawhold.moc"
