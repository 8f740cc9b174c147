"""Runs in napari's own environment: makes the pictures of one scale, by the plugin beside our tests.

Usage: pictures.py PLUGIN OPTIONS.json RESULT.json. What napari gives our windows is its own: application, event
filters, and the style sheets of its themes.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from napari._qt.qt_event_loop import get_qapp
from napari.qt import get_stylesheet
from napari.settings import get_settings
from qtpy import QtCore, QtWidgets  # noqa: F401  Qt's libraries are in the process before the plugin is


def main() -> int:
    plugin, options_file, result = sys.argv[1:]
    application = get_qapp()
    options = json.loads(Path(options_file).read_text())
    size = {'font_size': f'{get_settings().appearance.font_size}pt'}
    options['themes'] = {name: get_stylesheet(name, extra_variables=size) for name in options['themes']}
    loader = QtCore.QPluginLoader(plugin)
    gallery = loader.instance()
    if gallery is None:
        print(f'error: {loader.errorString()}', file=sys.stderr)
        return 1
    Path(result).write_text(gallery.run(json.dumps(options)))
    application.processEvents()
    sys.stdout.flush()
    os._exit(0)  # the pictures are made; nothing is left to be saved


if __name__ == '__main__':
    sys.exit(main())
