#include "client/package/disk/privatecopy.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestPrivateCopy : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_runtime;
    std::unique_ptr<QTemporaryDir> m_data;

    QString data() const { return m_data->filePath(u"napari/telemetry"_s); }
    static mode_t modeOf(const QString &path)
    {
        struct stat status = {};
        return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
    }

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<QTemporaryDir>();
        m_data = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_runtime->path().toLocal8Bit());
    }
    void isTheUsersAloneAndGoesAway()
    {
        QString path;
        {
            const auto copy = PrivateCopy::make(data(), u"a.so"_s, "bytes");
            QVERIFY(copy);
            path = copy.value()->path();
            QVERIFY(path.startsWith(m_runtime->path()) && path.endsWith("/a.so"_L1));
            QCOMPARE(modeOf(QFileInfo(path).path()), mode_t(0700));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("bytes"));
        }
        QVERIFY(!QFileInfo::exists(path));
        QVERIFY(QDir(m_runtime->path()).isEmpty());
        QVERIFY(!QFileInfo::exists(data()));
    }
    void aFolderThatOthersCanEnterIsNotUsed_data()
    {
        QTest::addColumn<QByteArray>("runtime");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("relative") << QByteArray(".");
        QTest::newRow("not there") << QByteArray("/nonexistent");
        QTest::newRow("shared") << QByteArray("/tmp");
    }
    void aFolderThatOthersCanEnterIsNotUsed()
    {
        QFETCH(const QByteArray, runtime);
        qputenv("XDG_RUNTIME_DIR", runtime);
        const auto copy = PrivateCopy::make(data(), u"a.so"_s, "bytes");
        QVERIFY(copy);
        QVERIFY(copy.value()->path().startsWith(data() + u'/'));
        QCOMPARE(modeOf(data()), mode_t(0700));
    }
    void withoutAFolderOfOnesOwnThereIsNoCopy()
    {
        qunsetenv("XDG_RUNTIME_DIR");
        QVERIFY(QDir().mkpath(data()));
        QCOMPARE(::chmod(QFile::encodeName(data()).constData(), 0755), 0);
        QVERIFY(!PrivateCopy::make(data(), u"a.so"_s, "bytes"));
        QVERIFY(QDir(data()).isEmpty());
        QVERIFY(!PrivateCopy::make(u"/proc/telemetry"_s, u"a.so"_s, "bytes"));
    }
    void whatAKilledProcessLeftIsRemoved()
    {
        const QString old = m_runtime->filePath(u"napari-telemetry-copy-old"_s);
        const QString young = m_runtime->filePath(u"napari-telemetry-copy-young"_s);
        const QString others = m_runtime->filePath(u"others"_s);
        for (const QString &folder : {old, young, others})
            QVERIFY(QDir().mkpath(folder));
        for (const QString &folder : {old, others}) {
            const timespec times[] = {{1'000'000'000, 0}, {1'000'000'000, 0}};
            QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(folder).constData(), times, 0), 0);
        }
        const auto copy = PrivateCopy::make(data(), u"a.so"_s, "bytes");
        QVERIFY(copy);
        QVERIFY(!QFileInfo::exists(old));
        QVERIFY(QFileInfo::exists(young)); // another napari may be loading it at this moment
        QVERIFY(QFileInfo::exists(others));
    }
};

QTEST_GUILESS_MAIN(TestPrivateCopy)
#include "tst_privatecopy.moc"
