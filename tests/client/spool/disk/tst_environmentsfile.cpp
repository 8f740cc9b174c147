#include "client/spool/disk/environmentsfile.h"

#include "client/consent/clientfiles.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestEnvironmentsFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(u"environments.json"_s); }
    void makeSpool(const QString &key) const
    {
        QFile spool(ClientFiles::spoolIn(m_folder->path(), key));
        QVERIFY(spool.open(QIODevice::WriteOnly));
    }
    [[nodiscard]] QMap<QString, QString> known() const { return EnvironmentsFile(path()).read().value(); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void lookingMakesNoFile()
    {
        QVERIFY(known().isEmpty());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
    void saysWhichIsWhich()
    {
        makeSpool(u"aa"_s);
        makeSpool(u"bb"_s);
        QVERIFY(EnvironmentsFile(path()).add(u"aa"_s, u"lab_01"_s));
        QVERIFY(EnvironmentsFile(path()).add(u"bb"_s, u"home_02"_s));
        QCOMPARE(known(), (QMap<QString, QString>{{u"aa"_s, u"lab_01"_s}, {u"bb"_s, u"home_02"_s}}));
        QCOMPARE(QFile::permissions(path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!QFile::exists(ClientFiles::lockOf(path())));
    }
    void whatIsThereIsNotWrittenAgain()
    {
        makeSpool(u"aa"_s);
        QVERIFY(EnvironmentsFile(path()).add(u"aa"_s, u"lab_01"_s));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(EnvironmentsFile(path()).add(u"aa"_s, u"lab_01"_s));
        QVERIFY(file.readAll().contains("lab_01"));
        QFile same(path());
        QVERIFY(same.open(QIODevice::ReadOnly));
        QCOMPARE(same.fileTime(QFileDevice::FileModificationTime), file.fileTime(QFileDevice::FileModificationTime));
    }
    void oneWithoutASpoolIsForgotten()
    {
        makeSpool(u"bb"_s);
        QVERIFY(EnvironmentsFile(path()).add(u"aa"_s, u"lab_01"_s));
        QVERIFY(EnvironmentsFile(path()).add(u"bb"_s, u"home_02"_s));
        QCOMPARE(known().keys(), QStringList{u"bb"_s});
    }
    void aDamagedListBeginsAnew()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("[") == 1);
        file.close();
        QVERIFY(!EnvironmentsFile(path()).read());
        QVERIFY(EnvironmentsFile(path()).add(u"aa"_s, u"lab_01"_s));
        QCOMPARE(known().value(u"aa"_s), u"lab_01"_s);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentsFile)
#include "tst_environmentsfile.moc"
