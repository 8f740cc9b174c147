#include "platform/disk/renaming.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestRenaming : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
private Q_SLOTS:
    void init()
    {
        for (const QString &name : QDir(m_folder.path()).entryList(QDir::Files))
            QVERIFY(QFile::remove(path(name)));
    }
    void theOtherFileIsGoneAndItsReadersKeepIt()
    {
        put(u"old"_s, "old");
        put(u"new"_s, "new");
        QFile reader(path(u"old"_s));
        QVERIFY(reader.open(QIODevice::ReadOnly));
        QVERIFY(renameOver(path(u"new"_s), path(u"old"_s)).ok());
        QCOMPARE(read(u"old"_s), "new"_ba);
        QVERIFY(!QFile::exists(path(u"new"_s)));
        QCOMPARE(reader.readAll(), "old"_ba);
    }
    void whereThereIsNoOtherItIsRenamed()
    {
        put(u"new"_s, "new");
        QVERIFY(renameOver(path(u"new"_s), path(u"old"_s)).ok());
        QCOMPARE(read(u"old"_s), "new"_ba);
    }
    void aFailureLeavesBothAndSaysWhy()
    {
        put(u"new"_s, "new");
        QVERIFY(QDir(m_folder.path()).mkpath(u"folder/full"_s)); // no file can take its name
        const auto renamed = renameOver(path(u"new"_s), path(u"folder"_s));
        QCOMPARE(renamed.error().code, Error::Code::Io);
        QVERIFY(!renamed.error().detail.isEmpty());
        QCOMPARE(read(u"new"_s), "new"_ba);
        QVERIFY(!renameOver(path(u"nothing"_s), path(u"old"_s)).ok());
    }
};

QTEST_GUILESS_MAIN(TestRenaming)
#include "tst_renaming.moc"
