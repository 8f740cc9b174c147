#include "platform/disk/exchange.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestExchange : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList in(const QString &name) const
    {
        return QDir(path(name)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkpath(u"new/inside new"_s));
    }
    void aFreeNameIsTaken()
    {
        QVERIFY(exchangeNames(path(u"new"_s), path(u"old"_s)).ok());
        QCOMPARE(in(u"old"_s), QStringList{u"inside new"_s});
        QVERIFY(!QDir(path(u"new"_s)).exists());
    }
    void theOldOneIsNotLost()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"old/inside old"_s));
        QVERIFY(exchangeNames(path(u"new"_s), path(u"old"_s)).ok());
        QCOMPARE(in(u"old"_s), QStringList{u"inside new"_s});
        QCOMPARE(in(u"new"_s), QStringList{u"inside old"_s});
    }
    void whatIsMissingIsAnError()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"old/inside old"_s));
        const auto done = exchangeNames(path(u"missing"_s), path(u"old"_s));
        QVERIFY(!done.ok());
        QCOMPARE(done.error().code, Error::Code::Io);
        QVERIFY(done.error().detail.contains(path(u"old"_s)));
        QCOMPARE(in(u"old"_s), QStringList{u"inside old"_s});
    }
};

QTEST_GUILESS_MAIN(TestExchange)
#include "tst_exchange.moc"
