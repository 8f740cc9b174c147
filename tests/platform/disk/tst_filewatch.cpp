#include "platform/disk/filewatch.h"

#include "platform/disk/wholefile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telemetry;
using namespace Qt::StringLiterals;

class TestFileWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsEveryChangeAlsoAfterReplacing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a/b/record.json"_s);
        const FileWatch watch({path});
        QSignalSpy changed(&watch, &FileWatch::changed);
        QVERIFY(QDir(folder.path()).isEmpty()); // watching makes nothing
        for (const char *text : {"made with its folders", "replaced by renaming", "and once more"}) {
            QVERIFY(WholeFile::write(path, text, WholeFile::Folder::Shared));
            QVERIFY2(changed.wait(), text);
            QCoreApplication::processEvents();
            changed.clear();
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly)); // in place, as some editors do
        file.write("edited");
        file.close();
        QVERIFY(changed.wait());
        QCoreApplication::processEvents();
        changed.clear();
        QVERIFY(file.remove());
        QVERIFY(changed.wait());
    }
};

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
