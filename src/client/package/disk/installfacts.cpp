#include "client/package/disk/installfacts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Telemetry {

namespace {

/// `uv venv` and `uv sync` write a line "uv = 0.9.1" into pyvenv.cfg.
bool uvMade(const QString &prefix)
{
    QFile file(prefix + "/pyvenv.cfg"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (line.left(line.indexOf('=')).trimmed() == "uv")
            return true;
    }
    return false;
}

QString findUv(const QString &prefix)
{
    // `uv run` names itself; then this environment's own, the search path, and where uv's installers put it, which is
    // not on the search path of a napari that was started from a menu.
    const QString named = qEnvironmentVariable("UV");
    if (QFileInfo(named).isExecutable() && QFileInfo(named).isAbsolute())
        return named;
    const QString own = QStandardPaths::findExecutable(u"uv"_s, {prefix + "/bin"_L1, prefix + "/Scripts"_L1});
    if (!own.isEmpty())
        return own;
    const QString onPath = QStandardPaths::findExecutable(u"uv"_s);
    return !onPath.isEmpty() ? onPath
                             : QStandardPaths::findExecutable(
                                 u"uv"_s, {QDir::homePath() + "/.local/bin"_L1, QDir::homePath() + "/.cargo/bin"_L1});
}

} // namespace

InstallFacts lookAtEnvironment(InstallFacts facts)
{
    const QDir meta(facts.prefix + "/conda-meta"_L1);
    facts.conda = meta.exists();
    facts.consentByConda =
        facts.conda && !meta.entryList({u"napari-telemetry-consent-*.json"_s}, QDir::Files).isEmpty();
    facts.madeByUv = uvMade(facts.prefix);
    facts.uv = findUv(facts.prefix);
    facts.writable = QFileInfo(facts.siteFolder).isWritable();
    return facts;
}

} // namespace Telemetry
