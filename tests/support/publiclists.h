#pragma once

#include <QByteArray>
#include <QByteArrayList>

/// Small public lists, for tests.
namespace TestSupport {

/// With these plugins; each has one release and one command, "NAME.open".
inline QByteArray publicList(const QByteArrayList &plugins)
{
    QByteArrayList releases;
    QByteArrayList commands;
    for (const QByteArray &plugin : plugins) {
        releases.append("\"" + plugin + "\":[\"1.0\"]");
        commands.append("\"" + plugin + "\":[\"" + plugin + ".open\"]");
    }
    return "{\"plugins\":{" + releases.join(',') + "},\"plugin_commands\":{" + commands.join(',')
           + "},\"versions\":{\"napari\":[\"0.9.2\"]},\"napari_commands\":[\"napari.a\"]}";
}

} // namespace TestSupport
