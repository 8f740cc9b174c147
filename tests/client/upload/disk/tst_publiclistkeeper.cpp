#include "client/upload/disk/publiclistkeeper.h"

#include "client/upload/disk/publiclistfile.h"
#include "client/upload/uploadinterface.h"
#include "platform/disk/shippedresources.h"
#include "support/grants.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

namespace {

const QByteArray newer =
    R"({"plugins":{"a":["1.0","1.1"]},"napari_commands":["napari.a"],"versions":{"napari":["0.9.2"]}})"_ba;

/// Notes what it is asked, and answers when the test says so.
struct Asked
{
    QList<QByteArray> known;
    std::function<void(const std::optional<QByteArray> &)> answer;
    int living = 0;
};

class FakeRefresher final : public AbstractListRefresher
{
public:
    explicit FakeRefresher(Asked &asked)
        : m_asked(asked)
    {
        ++m_asked.living;
    }
    ~FakeRefresher() override { --m_asked.living; }
    void refresh(const QByteArray &known, std::function<void(const std::optional<QByteArray> &)> finished) override
    {
        m_asked.known.append(known);
        m_asked.answer = std::move(finished);
    }

private:
    Asked &m_asked;
};

class FakeUpload final : public UploadInterface
{
public:
    void watchConnection() override { }
    bool mayUseConnection() const override { return true; }
    std::unique_ptr<AbstractUploader> createUploader(const Grant &, AbstractSpool &, const DataDictionary &,
                                                     const Endpoints &) override
    {
        return nullptr;
    }
    std::unique_ptr<AbstractEraser> createEraser(EraseGrant, AbstractReceipts &, const Endpoints &) override
    {
        return nullptr;
    }
    std::unique_ptr<AbstractListRefresher> createListRefresher(const Grant &, const Endpoints &) override
    {
        return std::make_unique<FakeRefresher>(asked);
    }
    Asked asked;
};

} // namespace

class TestPublicListKeeper : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeUpload> m_upload;
    std::unique_ptr<PublicListKeeper> m_keeper;
    void refresh(Level level, QDate today) { m_keeper->refresh(ConsentGate::forTest(level), *m_upload, today); }
    static QDate today() { return QDateTime::currentDateTimeUtc().date(); }
private Q_SLOTS:
    void init()
    {
        m_keeper.reset(); // its refresher notes its end in what the upload has
        m_folder = std::make_unique<QTemporaryDir>();
        m_upload = std::make_unique<FakeUpload>();
        m_keeper = std::make_unique<PublicListKeeper>(m_folder->path(), Endpoints());
    }
    void theShippedListIsInUseUntilAnotherOneCame()
    {
        QVERIFY(PublicListKeeper::inUse(m_folder->path()).ok());
        refresh(Level::Middle, today());
        QCOMPARE(m_upload->asked.known, QList<QByteArray>{shippedPublicList()});
        const PublicListFile file(m_folder->path());
        QVERIFY(!file.load().has_value());
        m_upload->asked.answer(newer);
        QCOMPARE(file.load(), std::optional(newer));
        QVERIFY(PublicListKeeper::inUse(m_folder->path()).ok());
    }
    void aFailureChangesNothing()
    {
        refresh(Level::Middle, today());
        m_upload->asked.answer(std::nullopt);
        QVERIFY(!QFile::exists(PublicListFile(m_folder->path()).fileName()));
    }
    void isAskedOnceADay()
    {
        refresh(Level::Full, today());
        m_upload->asked.answer(std::nullopt);
        refresh(Level::Full, today()); // a failure is no reason to ask again
        QCOMPARE(m_upload->asked.known.size(), 1);
        refresh(Level::Full, today().addDays(1));
        QCOMPARE(m_upload->asked.known.size(), 2);
    }
    void anotherProcessHasAskedToday()
    {
        QVERIFY(PublicListFile(m_folder->path()).save(newer).ok());
        refresh(Level::Full, today());
        QVERIFY(m_upload->asked.known.isEmpty());
        refresh(Level::Full, today().addDays(1));
        QCOMPARE(m_upload->asked.known, QList<QByteArray>{newer}); // so that nothing comes when it is the same
    }
    void belowMiddleNothingIsAsked()
    {
        refresh(Level::Basic, today());
        refresh(Level::None, today());
        QVERIFY(m_upload->asked.known.isEmpty());
    }
    void aDamagedListIsNotUsed()
    {
        QFile file(PublicListFile(m_folder->path()).fileName());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(newer.chopped(1)) > 0);
        file.close();
        QVERIFY(PublicListKeeper::inUse(m_folder->path()).ok());
        refresh(Level::Middle, today().addDays(1));
        QCOMPARE(m_upload->asked.known, QList<QByteArray>{shippedPublicList()});
    }
    void withoutAGrantARequestIsAborted()
    {
        refresh(Level::Middle, today());
        QCOMPARE(m_upload->asked.living, 1);
        m_keeper->stop();
        QCOMPARE(m_upload->asked.living, 0);
    }
};

QTEST_GUILESS_MAIN(TestPublicListKeeper)
#include "tst_publiclistkeeper.moc"
