#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QMainWindow;

namespace Gallery {

/// One state of one window, as a picture shows it.
struct PictureState
{
    QString window; ///< such as "Question"
    QString state;  ///< such as "nothing chosen"
    /// Makes and shows it. `parent` carries napari's style sheet and our language is installed. Returns what the
    /// picture is of: one window, or several that belong together, such as a button and its menu. What is returned and
    /// is not the parent itself is deleted afterwards.
    std::function<QList<QWidget *>(QMainWindow *parent)> show;
    /// Also in Polish and in the made-up languages; else in English and German.
    bool everyLanguage = false;
};

/// All states of one part of the client. To add one write such a function, in a file of its own, and name it in
/// allStates().
[[nodiscard]] QList<PictureState> questionStates();
[[nodiscard]] QList<PictureState> indicatorStates();
[[nodiscard]] QList<PictureState> preferencesStates();
[[nodiscard]] QList<PictureState> eraseAndInstallStates();
[[nodiscard]] QList<PictureState> previewStates();

} // namespace Gallery
