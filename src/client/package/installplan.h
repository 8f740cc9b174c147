#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace Telemetry {

/// What installing depends on. Gathered only after a yes, and anew for each attempt.
struct InstallFacts
{
    QString python;              ///< the interpreter of this environment
    QString prefix;              ///< the folder of this environment
    QString siteFolder;          ///< where packages go
    bool bundled = false;        ///< napari's own bundle, which brings its Python
    bool hasPip = false;         ///< this interpreter has pip
    bool hasQueue = false;       ///< napari-plugin-manager is there
    bool conda = false;          ///< made by conda
    bool consentByConda = false; ///< conda also installed the consent package
    bool madeByUv = false;       ///< made by uv
    QString uv;                  ///< uv's program; empty: not found
    bool writable = true;        ///< siteFolder can be changed by this user
};

/// How napari-telemetry gets into this environment, or out of it: what is run, or why a person has to. Pure; any
/// thread. Texts are translated.
class InstallPlan
{
    Q_DECLARE_TR_FUNCTIONS(Telemetry::InstallPlan)
public:
    enum class Action {
        Install,
        Repair, ///< also when some release of it is there
        Remove, ///< whatever release it is
    };

    /// `version`: the exact release that belongs to this one.
    InstallPlan(const InstallFacts &facts, Action action, const QString &version);

    /// Why it is not done from here, a sentence or two; empty: it can be.
    [[nodiscard]] const QString &obstacle() const { return m_obstacle; }
    /// What is run, unless there is an obstacle.
    [[nodiscard]] const QString &program() const { return m_program; }
    [[nodiscard]] const QStringList &arguments() const { return m_arguments; }
    /// Whether it goes through the queue of napari-plugin-manager.
    [[nodiscard]] bool throughQueue() const { return m_throughQueue; }
    /// The same for a terminal, also when there is an obstacle.
    [[nodiscard]] QString commandLine() const;

private:
    void choosePip(const InstallFacts &facts, Action action, const QString &package);
    void chooseUv(const InstallFacts &facts, Action action, const QString &package);
    void chooseConda(const InstallFacts &facts, Action action, const QString &version);

    QString m_obstacle;
    QString m_program;
    QStringList m_arguments;
    bool m_throughQueue = false;
};

} // namespace Telemetry
