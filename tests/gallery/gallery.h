#pragma once

#include "picturestate.h"
#include "settle.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Gallery {

/// Makes the pictures. A Qt plugin, so that it runs in the Qt of napari's binding with napari's application and style
/// sheets, as what it shows does. GUI thread.
class Gallery : public QObject
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.napari.telemetry.Gallery/1")
public:
    /// `optionsJson`: `folder` for the pictures, `scale` for their names, `languages`, `themes` (their names and style
    /// sheets). Returns a JSON list of
    /// what was made: `file`, `window`, `state`, `theme`, `language`, `scale`, `tooltip`, `flaws`.
    Q_INVOKABLE QString run(const QString &optionsJson);

private:
    void show(const PictureState &state, const QString &theme, const QString &sheet, const QString &language);
    void take(const Parts &parts, const PictureState &state, const QString &theme, const QString &language);

    QJsonObject m_options;
    QJsonArray m_made;
};

} // namespace Gallery
