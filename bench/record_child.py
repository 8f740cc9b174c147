"""Recording from Python in one napari, measured from inside. Usage: record_child.py VARIANT. Prints one line of JSON.

VARIANT is `measure`, `kill` (a thousand uses, then SIGKILL at once; prints nothing) or `rss` (only how much memory it
has in the end; with NAPARI_TELEMETRY=0 that is what napari has without us).
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import napari
from qtpy import QtCore

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = json.loads((ROOT / 'resources' / 'public-list.json').read_text())['napari_commands']
KEPT = PUBLIC[:10]  # below the cap of a month
SIZED = PUBLIC[10:20]
# After 100 uses of one command nothing more is written.
AGAIN = [(name,) for name in PUBLIC[20:220]] * 99
# Kinds of layers for what is used for the first time: there are more of them than of public commands.
KINDS = [
    (kind, 'numpy', dtype, ndim, size)
    for kind in ('image', 'labels', 'points', 'vectors') for dtype in ('uint8', 'uint16', 'int32', 'float32')
    for ndim in range(32) for size in (1e5, 1e7, 1e9, 1e11)
][:2000]


def measure(call: Callable[..., Any], things: list[tuple[Any, ...]]) -> dict[str, float]:
    """Return the microseconds of each call, in brief."""
    clock = time.perf_counter_ns
    spent = []
    for thing in things:
        begin = clock()
        call(*thing)
        spent.append(clock() - begin)
    spent.sort()
    return {
        'median': statistics.median(spent) / 1000, 'p99': spent[len(spent) * 99 // 100] / 1000,
        'worst': spent[-1] / 1000,
    }


def rss() -> float:
    """Return the resident memory in MB."""
    pages = int(Path('/proc/self/statm').read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def ready() -> Any:
    """Return the root object once uses are kept at once, else None."""
    watch = sys.modules.get('napari_telemetry._watch')
    root = getattr(watch, 'root', None)
    if root is None:
        return None
    use = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_int)(root.useFunction())
    return root if use(root.commandNumber('napari.canvas.toggle_axes')) == 1 else None


def on_disk() -> int:
    """Return the bytes of our journal."""
    folder = Path.home() / '.local/share/napari/telemetry'
    return sum(path.stat().st_size for path in folder.glob('*.uses-1-*'))


def bench(root: Any) -> dict[str, Any]:
    """Measure in the GUI thread, while the worker counts in its own."""
    from napari_telemetry import _uses

    command, layer = _uses.counters(root)
    first = measure(layer, KINDS)
    measure(command, AGAIN[:200])
    idle = measure(lambda name: hash(name), AGAIN)
    again = measure(command, AGAIN[200:])
    return {'first': first, 'again': again, 'idle': idle}


def bytes_per_thousand(root: Any) -> int:
    """Return what a thousand uses of ten commands take in the journal, before they are counted."""
    from napari_telemetry import _uses

    command, _ = _uses.counters(root)
    before = on_disk()
    for i in range(1000):
        command(SIZED[i % 10])
    return on_disk() - before


def main() -> None:
    """Wait until telemetry runs, measure, print, end."""
    variant = sys.argv[1]
    viewer = napari.Viewer()
    timer = QtCore.QTimer()

    def step() -> None:
        root = ready()
        if root is None:
            return
        timer.stop()
        if variant == 'kill':
            from napari_telemetry import _uses

            command, _ = _uses.counters(root)
            for i in range(1000):
                command(KEPT[i % 10])
            os.kill(os.getpid(), signal.SIGKILL)
        result = {'bytes': bytes_per_thousand(root), **bench(root)}
        print(json.dumps(result), flush=True)
        viewer.close()

    def end() -> None:
        print(json.dumps({'rss': rss()}), flush=True)
        viewer.close()

    if variant == 'rss':
        QtCore.QTimer.singleShot(6000, end)
    else:
        timer.timeout.connect(step)
        timer.start(100)
    napari.run()


if __name__ == '__main__':
    main()
