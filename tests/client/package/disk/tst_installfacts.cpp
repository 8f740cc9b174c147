#include "client/package/disk/installfacts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestInstallFacts : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    void write(const QString &name, const QByteArray &content, bool executable = false)
    {
        QDir().mkpath(QFileInfo(m_folder->filePath(name)).path());
        QFile file(m_folder->filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("can't write");
        file.write(content);
        if (executable)
            file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    }
    InstallFacts look()
    {
        InstallFacts facts;
        facts.prefix = m_folder->path();
        facts.siteFolder = m_folder->filePath(u"site"_s);
        return lookAtEnvironment(facts);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("PATH", "/nonexistent");
        qputenv("HOME", m_folder->filePath(u"home"_s).toLocal8Bit());
        qunsetenv("UV");
        QVERIFY(QDir(m_folder->path()).mkdir(u"site"_s));
    }
    void aPlainEnvironmentIsNobodysAndCanBeChanged()
    {
        write(u"pyvenv.cfg"_s, "home = /usr/bin\nversion = 3.12\ncommand = /usr/bin/python3 -m venv uv = \n");
        const InstallFacts facts = look();
        QVERIFY(!facts.conda && !facts.consentByConda && !facts.madeByUv && facts.uv.isEmpty());
        QVERIFY(facts.writable);
    }
    void uvLeavesItsMarkInTheConfiguration()
    {
        write(u"pyvenv.cfg"_s, "home = /usr/bin\nimplementation = CPython\nuv = 0.9.11\n");
        QVERIFY(look().madeByUv);
    }
    void uvIsFoundWhereItUsuallyIs()
    {
        write(u"home/.local/bin/uv"_s, "", true);
        QCOMPARE(look().uv, m_folder->filePath(u"home/.local/bin/uv"_s));
        write(u"path/uv"_s, "", true);
        qputenv("PATH", m_folder->filePath(u"path"_s).toLocal8Bit());
        QCOMPARE(look().uv, m_folder->filePath(u"path/uv"_s));
        write(u"bin/uv"_s, "", true);
        QCOMPARE(look().uv, m_folder->filePath(u"bin/uv"_s));
        write(u"run/uv"_s, "", true);
        qputenv("UV", m_folder->filePath(u"run/uv"_s).toLocal8Bit());
        QCOMPARE(look().uv, m_folder->filePath(u"run/uv"_s));
        qputenv("UV", "uv"); // not a place
        QCOMPARE(look().uv, m_folder->filePath(u"bin/uv"_s));
    }
    void condaLeavesItsFolder()
    {
        write(u"conda-meta/history"_s, "");
        write(u"conda-meta/napari-telemetry-0.1.0-0.json"_s, "{}");
        QVERIFY(look().conda);
        QVERIFY(!look().consentByConda);
        write(u"conda-meta/napari-telemetry-consent-0.1.0-0.json"_s, "{}");
        QVERIFY(look().consentByConda);
    }
    void aFolderThatIsNotThereCanNotBeChanged()
    {
        // Folders without permission are root's, too: the real read-only environment is in tests/napari.
        QVERIFY(QDir(m_folder->filePath(u"site"_s)).removeRecursively());
        QVERIFY(!look().writable);
    }
};

QTEST_GUILESS_MAIN(TestInstallFacts)
#include "tst_installfacts.moc"
