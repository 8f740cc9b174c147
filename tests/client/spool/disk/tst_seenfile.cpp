#include "client/spool/disk/seenfile.h"

#include "support/ordinaryuser.h"
#include "support/values.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSeenFile : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString folder() const { return m_folder->filePath(u"private"_s); }
    [[nodiscard]] QString file() const { return folder() + u"/seen.json"_s; }
    [[nodiscard]] QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden); }
    static std::function<void(Seen &)> taking(QStringView week)
    {
        Event event = TestSupport::event(u"user", {}, week);
        return [event](Seen &seen) mutable {
            event.firstIn = seen.firstIn(u"mine"_s, event.topic, event.week(), FirstIn::Ever);
            seen.take(u"mine"_s, event, u"env"_s);
        };
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingIsWrittenBeforeItIsAsked()
    {
        SeenFile seen(folder(), "machine");
        QVERIFY(seen.read().value() == Seen());
        QVERIFY(!QFile::exists(folder()));
    }
    void whatIsChangedStays()
    {
        QVERIFY(SeenFile(folder(), "machine").change(taking(u"2026-W47")).ok());
        const Seen read = SeenFile(folder(), "machine").read().value();
        QCOMPARE(read.firstIn(u"mine"_s, u"user"_s, TestSupport::week(u"2026-W48"), FirstIn::Ever), FirstIn::Week);
        QCOMPARE(files(), QStringList{u"seen.json"_s});
    }
    void isItsOwnersAlone()
    {
        QVERIFY(SeenFile(folder(), "machine").change(taking(u"2026-W47")).ok());
        const auto permissions = QFile::permissions(file());
        QVERIFY(!(permissions & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
    }
    void nothingChangedIsNotWritten()
    {
        SeenFile seen(folder(), "machine");
        QVERIFY(seen.change(taking(u"2026-W47")).ok());
        QFile before(file());
        QVERIFY(before.open(QIODevice::ReadOnly)); // holds the file that was there
        QVERIFY(seen.change([](Seen &) {}).ok());
        QVERIFY(
            QFile::setPermissions(file(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        QVERIFY(before.permissions() & QFileDevice::ExeOwner); // it is still the same
    }
    /// Computers have a name each, which no other person's file has, and nothing of the machine's details is in it.
    void computersHaveNames()
    {
        SeenFile one(folder(), "machine one");
        SeenFile other(folder(), "machine two");
        const QString name = one.computer().value();
        QVERIFY(!name.isEmpty());
        QCOMPARE(one.computer().value(), name);
        QVERIFY(other.computer().value() != name);
        QFile text(file());
        QVERIFY(text.open(QIODevice::ReadOnly));
        QVERIFY(!text.readAll().contains("machine"));
        SeenFile somebodys(m_folder->filePath(u"other"_s), "machine one");
        QVERIFY(somebodys.computer().value() != name);
    }
    void aDamagedOneBeginsAnew_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("zeros") << QByteArray(300, '\0');
        QTest::newRow("too big") << QByteArray(1 << 20, '[');
    }
    void aDamagedOneBeginsAnew()
    {
        QFETCH(QByteArray, bytes);
        SeenFile seen(folder(), "machine");
        QVERIFY(seen.change(taking(u"2026-W47")).ok());
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(damaged.write(bytes), bytes.size());
        damaged.close();
        QVERIFY(seen.read().value() == Seen());
        QVERIFY(!seen.computer().value().isEmpty());
        QVERIFY(seen.change(taking(u"2026-W48")).ok());
        QVERIFY(!(seen.read().value() == Seen()));
        QVERIFY(files().contains(u"seen.json.damaged"_s));
        QVERIFY(SeenFile::remove(folder()).ok());
        QVERIFY(!files().contains(u"seen.json"_s) && !files().contains(u"seen.json.damaged"_s));
    }
    void oneOfANewerVersionIsLeftAlone()
    {
        SeenFile seen(folder(), "machine");
        QVERIFY(seen.change(taking(u"2026-W47")).ok());
        QFile newer(file());
        QVERIFY(newer.open(QIODevice::ReadWrite));
        const QByteArray bytes = newer.readAll().replace("\"schema\":1", "\"schema\":2");
        QVERIFY(newer.resize(0) && newer.seek(0) && newer.write(bytes) == bytes.size());
        newer.close();
        QCOMPARE(seen.read().error().code, Error::Code::Unsupported);
        QCOMPARE(seen.change(taking(u"2026-W48")).error().code, Error::Code::Unsupported);
        QVERIFY(!seen.computer().ok());
        QVERIFY(newer.open(QIODevice::ReadOnly));
        QCOMPARE(newer.readAll(), bytes);
    }
    /// Every process of the user changes it, and nothing of it is lost.
    void oneAtATime()
    {
        const QString where = folder();
        std::vector<std::thread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&where, thread] {
                SeenFile seen(where, "machine");
                for (int week = 0; week < 10; ++week) {
                    Event event = TestSupport::event(u"user", {}, u"2026-W30", char('a' + thread * 10 + week));
                    if (!seen.change([&](Seen &list) { list.noteRecorded(u"mine"_s, event); }).ok())
                        qFatal("not changed");
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        const Seen read = SeenFile(where, "machine").read().value();
        for (int i = 0; i < 40; ++i) {
            const Event event = TestSupport::event(u"user", {}, u"2026-W30", char('a' + i));
            QCOMPARE(read.computerOf(event, u"nobody"_s), u"mine"_s);
        }
    }
    void removingMakesNothing()
    {
        QVERIFY(SeenFile::remove(folder()).ok());
        QVERIFY(!QFile::exists(folder()));
    }
    void afterAnErrorItIsAsItWas()
    {
        std::optional<TestSupport::OrdinaryUser> ordinary;
        if (TestSupport::OrdinaryUser::isPossible()) // who may write everywhere
            ordinary.emplace(m_folder->path());
        SeenFile seen(folder(), "machine");
        QVERIFY(seen.change(taking(u"2026-W47")).ok());
        const Seen before = seen.read().value();
        QVERIFY(QFile::setPermissions(folder(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const auto changed = seen.change(taking(u"2026-W48"));
        QVERIFY(
            QFile::setPermissions(folder(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        QCOMPARE(changed.error().code, Error::Code::Io);
        QVERIFY(seen.read().value() == before);
    }
};

QTEST_GUILESS_MAIN(TestSeenFile)
#include "tst_seenfile.moc"
