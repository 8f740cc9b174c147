#pragma once

#include <QObject>

/// The least that QPluginLoader can load.
class EmptyPlugin : public QObject
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.napari.telemetry.EmptyPlugin/1")
};
