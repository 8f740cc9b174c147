#include "host/pages/disk/sitewriter.h"

#include "support/pagesfolder.h"

#include <QDir>
#include <QTemporaryDir>

#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestSiteWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_public = m_home->path() + u"/public"_s;
        m_out = m_home->path() + u"/site"_s;
        write(TestSupport::someMonths().folder.files);
    }
    void itIsWrittenWholeAndOnlyWhenItChanges()
    {
        QVERIFY(writeSite({m_public, m_out}, m_own).value());
        QVERIFY(QFile::exists(m_out + u"/plugins/napari-svg.html"_s));
        QVERIFY(QFile::exists(m_out + u"/data/periods/2026-10.json"_s));
        QVERIFY(!writeSite({m_public, m_out}, m_own).value());
    }
    void ofTheBuiltSiteOnlyWhatPagesHaveIsTaken()
    {
        const QString built = m_home->path() + u"/built"_s;
        QVERIFY(QDir().mkpath(built));
        for (const QString &name : {u"pages.js"_s, u"verify.js"_s, u"verify.js.LEGAL.txt"_s, u"proposal.body.html"_s,
                                    u"explore.html"_s, u"style.css"_s, u"main.js"_s}) {
            QFile file(built + QLatin1Char(47) + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(writeSite({m_public, m_out, built}, m_own).value());
        for (const QString &name :
             {u"pages.js"_s, u"verify.js"_s, u"verify.js.LEGAL.txt"_s, u"verify.html"_s, u"proposal.html"_s})
            QVERIFY2(QFile::exists(m_out + QLatin1Char(47) + name), qPrintable(name));
        for (const QString &name : {u"proposal.body.html"_s, u"explore.html"_s, u"style.css"_s, u"main.js"_s})
            QVERIFY2(!QFile::exists(m_out + QLatin1Char(47) + name), qPrintable(name));
    }
    void aDamagedFolderLeavesTheOldSite()
    {
        QVERIFY(writeSite({m_public, m_out}, m_own).value());
        write({{u"periods/2026-10.json"_s, "{}"}});
        const auto refused = writeSite({m_public, m_out}, m_own);
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().detail.contains(u"2026-10.json"_s), qPrintable(refused.error().detail));
        QVERIFY(QFile::exists(m_out + u"/index.html"_s));
    }
    void somebodyElsesFilesAreNotLost()
    {
        QVERIFY(QDir().mkpath(m_out));
        QFile file(m_out + u"/thesis.txt"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(writeSite({m_public, m_out}, m_own).error().code, Error::Code::Invalid);
        QVERIFY(file.exists());
    }
    void noFolderInTheOther()
    {
        QCOMPARE(writeSite({m_public, m_public + u"/site"_s}, m_own).error().code, Error::Code::Invalid);
        QCOMPARE(writeSite({m_public, m_public}, m_own).error().code, Error::Code::Invalid);
        QCOMPARE(writeSite({m_public, m_home->path()}, m_own).error().code, Error::Code::Invalid);
    }
    void aLinkIsNotPublished()
    {
        QVERIFY(QFile::link(u"/etc/passwd"_s, m_public + u"/tables.csv"_s));
        const auto refused = writeSite({m_public, m_out}, m_own);
        QVERIFY(!refused.ok());
        QVERIFY(!QDir(m_out).exists());
    }
    void whatIsMissingIsNamed()
    {
        const auto missing = writeSite({m_home->path() + u"/nothing"_s, m_out}, m_own);
        QVERIFY(missing.error().detail.contains(u"nothing"_s));
        const auto unbuilt = writeSite({m_public, m_out, m_home->path()}, m_own);
        QVERIFY(unbuilt.error().detail.contains(u"pages.js"_s));
        const auto nowhere = writeSite({m_public, m_home->path() + u"/a/b"_s}, m_own);
        QCOMPARE(nowhere.error().code, Error::Code::NotFound);
    }

private:
    void write(const QMap<QString, QByteArray> &files) const
    {
        for (auto it = files.begin(); it != files.end(); ++it) {
            const QString path = m_public + QLatin1Char(47) + it.key();
            QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(it.value());
        }
    }
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_public;
    QString m_out;
    const QMap<QString, QByteArray> m_own{{u"pages.css"_s, "x"}};
};

QTEST_GUILESS_MAIN(TestSiteWriter)
#include "tst_sitewriter.moc"
